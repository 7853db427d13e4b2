/** Encryption with a passphrase, in the format of age (age-encryption.org/v1): `age -d` opens it without Wireroom. */
import { ReadableStream } from 'node:stream/web';

/** How an encrypted file begins. */
export const ageMark = Buffer.from('age-encryption.org/v1\n');

type Bytes = AsyncIterable<Uint8Array>;

/** The passphrase is not the one; where some bytes of the file's beginning changed, it looks the same. */
export class DoesNotOpen extends Error {}

/** A step for `pipeline`. Deriving the key takes about a second and 256 MB, which makes guessing as dear. */
export function encryptWith(passphrase: string): (source: Bytes) => Bytes {
  return async function* encrypt(source) {
    const { Encrypter } = await age();
    const encrypter = new Encrypter();
    encrypter.setPassphrase(passphrase);
    yield* (await encrypter.encrypt(webStream(source))) as unknown as Bytes;
  };
}

/** A step for `pipeline`. */
export function decryptWith(passphrase: string): (source: Bytes) => Bytes {
  return async function* decrypt(source) {
    const { Decrypter } = await age();
    const decrypter = new Decrypter();
    decrypter.addPassphrase(passphrase);
    const opened = await decrypter.decrypt(webStream(source)).catch((error: Error) => {
      throw /^no identity matched/.test(error.message) ? new DoesNotOpen(error.message) : error;
    });
    yield* opened as unknown as Bytes;
  };
}

/** Loaded where it is needed: it takes a tenth of a second, which every command would wait for. */
function age() {
  return import('age-encryption');
}

function webStream(source: Bytes): globalThis.ReadableStream<Uint8Array> {
  return ReadableStream.from(source) as unknown as globalThis.ReadableStream<Uint8Array>;
}
