/** The text of a checkpoint (C2SP tlog-checkpoint): which log, how many entries, and their root. Signed, it is a note. */
import { fromBase64 } from './strict-base64.ts';
import { fromDecimal } from './strict-decimal.ts';

/** `origin` names the log, `size` counts its entries, `root` is the 32 bytes of its RFC 6962 root. */
export type Checkpoint = { origin: string; size: number; root: Buffer };

/** @throws RangeError for an origin that is not one line, a size that is none, a root of another length. */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  const text = `${origin}\n${size}\n${root.toString('base64')}\n`;
  const read = parseCheckpoint(text);
  if (read?.origin !== origin || read.size !== size) throw new RangeError(`not a checkpoint: ${text}`);
  return text;
}

/** Null for what is not exactly a checkpoint. Extension lines are allowed, and not given back. */
export function parseCheckpoint(text: string): Checkpoint | null {
  const lines = text.split('\n');
  if (lines.pop() !== '' || lines.includes('')) return null;
  const [origin, sizeLine, rootLine] = lines;
  if (origin === undefined || sizeLine === undefined || rootLine === undefined) return null;
  const size = fromDecimal(sizeLine);
  const root = fromBase64(rootLine);
  return size !== null && root?.length === 32 ? { origin, size, root } : null;
}
