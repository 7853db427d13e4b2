/** Proof files (C2SP tlog-proof): all that shows one entry to be in the log, checked without the log. */
import { fromBase64 } from './strict-base64.ts';
import { fromDecimal } from './strict-decimal.ts';

/**
 * `index` counts entries from 0; `proof` has 32 bytes a hash, the leaf's sibling first; `checkpoint` is the signed note,
 * as the log gave it; `extra` is for the reader and nothing vouches for it.
 */
export type TlogProof = { index: number; proof: Buffer[]; checkpoint: string; extra?: Buffer };

const firstLine = 'c2sp.org/tlog-proof@v1';

/** @throws RangeError for an index that is none, a hash of another length, a checkpoint without its last newline. */
export function formatProof({ index, proof, checkpoint, extra }: TlogProof): string {
  const lines = [
    firstLine,
    ...(extra?.length ? [`extra ${extra.toString('base64')}`] : []),
    `index ${index}`,
    ...proof.map((hash) => hash.toString('base64')),
  ];
  const text = `${lines.join('\n')}\n\n${checkpoint}`;
  if (!parseProof(text)) throw new RangeError(`not a proof: ${text}`);
  return text;
}

/** Null for what is not spelled as a proof file. Whether it proves anything is for `openNote` and `verifyInclusion`. */
export function parseProof(text: string): TlogProof | null {
  const blank = text.indexOf('\n\n');
  const checkpoint = text.slice(blank + 2);
  if (blank < 0 || !/^[^\n].*\n$/s.test(checkpoint)) return null;
  const lines = text.slice(0, blank).split('\n');
  if (lines.shift() !== firstLine) return null;
  const extra = lines[0]?.startsWith('extra ') ? fromBase64(lines.shift()?.slice(6) ?? '') : undefined;
  const indexLine = lines.shift();
  const index = indexLine?.startsWith('index ') ? fromDecimal(indexLine.slice(6)) : null;
  const proof = lines.map(fromBase64).filter((hash) => hash?.length === 32) as Buffer[];
  if (index === null || proof.length < lines.length) return null;
  if (extra === undefined) return { index, proof, checkpoint };
  return extra?.length ? { index, proof, checkpoint, extra } : null;
}
