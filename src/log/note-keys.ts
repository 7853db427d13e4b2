/** Ed25519 keys of signed notes: how they are spelled, as Go's golang.org/x/mod/sumdb/note does, and made ready for use. */
import { createPrivateKey, createPublicKey, hash, type KeyObject } from 'node:crypto';
import { fromBase64 } from './strict-base64.ts';

const ed25519 = Buffer.from([0x01]);

/** What UTF-8 can write, without control characters below U+0020 other than the newline. */
export function isNoteText(text: string): boolean {
  if (!text.isWellFormed()) return false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x20 && code !== 0x0a) return false;
  }
  return true;
}

export function isKeyName(name: string): boolean {
  return /^[^\p{White_Space}+]+$/u.test(name) && isNoteText(name);
}

export function writeVkey(name: string, publicBytes: Buffer): string {
  const typed = Buffer.concat([ed25519, publicBytes]);
  return `${name}+${keyId(name, typed)}+${typed.toString('base64')}`;
}

/** Key id: the first 4 bytes of SHA-256(name ‖ newline ‖ type ‖ public key), here as 8 lower-case hexadecimal digits. */
function keyId(name: string, typed: Buffer): string {
  return hash('sha256', Buffer.concat([Buffer.from(`${name}\n`), typed]), 'hex').slice(0, 8);
}

export type VerifierKey = { name: string; id: string; publicKey: KeyObject };

/** Making a KeyObject costs more than a signature does: those of the keys seen last are kept. */
const verifierKeys = new Map<string, VerifierKey>();
const mostVerifierKeys = 256;

/** Null for what is not a vkey of an Ed25519 key in its one spelling. */
export function readVkey(vkey: string): VerifierKey | null {
  const kept = verifierKeys.get(vkey);
  if (kept) return kept;
  const [name = '', id = ''] = vkey.split('+', 2);
  const typed = fromBase64(vkey.slice(name.length + id.length + 2));
  if (!isKeyName(name) || typed?.length !== 33 || typed[0] !== ed25519[0]) return null;
  if (writeVkey(name, typed.subarray(1)) !== vkey) return null;
  const key = { name, id, publicKey: publicKeyOf(typed.subarray(1)) };
  if (verifierKeys.size >= mostVerifierKeys) verifierKeys.clear();
  verifierKeys.set(vkey, key);
  return key;
}

type Signer = { privateKey: KeyObject; publicBytes: Buffer };

/** Kept for as long as the caller holds the secret's buffer. */
const signers = new WeakMap<Buffer, Signer>();

export function signerOf(secret: Buffer): Signer {
  const kept = signers.get(secret);
  if (kept) return kept;
  if (secret.length !== 32) throw new RangeError('the secret of a note key has 32 bytes');
  const privateKey = createPrivateKey({
    key: Buffer.concat([pkcs8Head, secret]),
    format: 'der',
    type: 'pkcs8',
  });
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  const signer = { privateKey, publicBytes: spki.subarray(spkiHead.length) };
  signers.set(secret, signer);
  return signer;
}

function publicKeyOf(publicBytes: Buffer): KeyObject {
  return createPublicKey({ key: Buffer.concat([spkiHead, publicBytes]), format: 'der', type: 'spki' });
}

/** What DER writes before the 32 bytes of an Ed25519 key (RFC 8410, sections 4 and 7). */
const spkiHead = Buffer.from('302a300506032b6570032100', 'hex');
const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex');
