/** What went wrong with something done in passing: one line at the foot, until it is read. */
import { Failed, type Failure } from '../api/ask.ts';
import { keep } from '../api/kept.ts';

export const complaint = keep<Failure | null>(null);

export function complain(error: unknown): void {
  if (!(error instanceof Failed)) throw error;
  complaint.set(error.failure);
}
