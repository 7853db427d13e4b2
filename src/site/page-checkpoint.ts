/** The signed head of the log that a page carries: the first one that covers the newest act it shows. */
import { parseCheckpoint } from '../log/checkpoint.ts';
import { readCheckpointCovering } from '../log/log-store.ts';
import type { Client } from '../stories/story-store.ts';

/** `root`: base64, as the checkpoint has it. */
export type PageCheckpoint = { size: number; root: string };

/** @param actIds of the acts that a page shows; null: it shows none, or none that the log covers. */
export async function checkpointOver(db: Client, actIds: number[]): Promise<PageCheckpoint | null> {
  if (actIds.length === 0) return null;
  const covering = await readCheckpointCovering(db, Math.max(...actIds));
  const head = covering && parseCheckpoint(`${covering.note.split('\n\n', 1)[0]}\n`);
  return head ? { size: head.size, root: head.root.toString('base64') } : null;
}
