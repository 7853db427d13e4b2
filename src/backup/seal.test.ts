import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addSeal, checkSeal } from './seal.ts';

const sealed = (bytes: Uint8Array) => buffer(Readable.from([Buffer.from(bytes)]).pipe(addSeal()));

/** In chunks of `size` bytes. */
function opened(bytes: Buffer, size: number): Promise<Buffer> {
  const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
    bytes.subarray(at * size, (at + 1) * size),
  );
  return buffer(Readable.from(chunks).pipe(checkSeal()));
}

it('gives back what it sealed, however the bytes come', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 200 }),
      fc.integer({ min: 1, max: 90 }),
      async (bytes, size) => {
        expect(await opened(await sealed(bytes), size)).toEqual(Buffer.from(bytes));
      },
    ),
  );
});

it('does not open where any bit changed, or a byte is missing or too many', async () => {
  const whole = await sealed(Buffer.from('The harbour is closed.'));
  for (let bit = 0; bit < whole.length * 8; bit++) {
    const changed = Buffer.from(whole);
    changed[bit >> 3] = (changed[bit >> 3] as number) ^ (1 << (bit & 7));
    await expect(opened(changed, 64), `bit ${bit}`).rejects.toThrow('its seal does not fit');
  }
  for (const other of [
    whole.subarray(1),
    whole.subarray(0, -1),
    Buffer.concat([whole, Buffer.of(0)]),
    Buffer.alloc(3),
  ])
    await expect(opened(other, 64)).rejects.toThrow('its seal does not fit');
});

it('is passed over by zstd itself', async () => {
  const text = Buffer.from('The harbour is closed.');
  expect(zstdDecompressSync(await sealed(zstdCompressSync(text)))).toEqual(text);
});
