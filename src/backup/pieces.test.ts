import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inPieces } from './pieces.ts';

async function* chunksOf(chunks: Uint8Array[]): AsyncGenerator<Buffer> {
  for (const chunk of chunks) yield Buffer.from(chunk);
}

it('cuts any stream into pieces of one size, and a last one, without losing a byte', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.uint8Array({ maxLength: 50 })),
      fc.integer({ min: 1, max: 30 }),
      async (chunks, size) => {
        const pieces: Buffer[] = [];
        for await (const piece of inPieces(chunksOf(chunks), size)) pieces.push(piece);
        expect(Buffer.concat(pieces)).toEqual(Buffer.concat(chunks));
        for (const piece of pieces.slice(0, -1)) expect(piece.length).toBe(size);
        const last = pieces.at(-1);
        if (last) expect(last.length > 0 && last.length <= size).toBe(true);
      },
    ),
  );
});
