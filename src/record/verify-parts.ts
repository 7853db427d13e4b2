/** The parts of the record's check. Each reads on a connection of its own, so they can be done side by side. */
import { checkLog } from '../log/check-log.ts';
import type { Client } from '../stories/story-store.ts';
import { checkActs } from './verify-acts.ts';
import { checkPictures } from './verify-pictures.ts';
import type { Finding, Tell } from './verify-record.ts';
import { checkSpans } from './verify-spans.ts';

const parts = { acts: checkActs, log: checkLog, pictures: checkPictures, spans: checkSpans };

export type Part = keyof typeof parts;

/** What a part has counted. */
export type Seen<P extends Part> = Awaited<ReturnType<(typeof parts)[P]>>;

export function checkPart<P extends Part>(part: P, db: Client, tell: Tell): Promise<Seen<P>> {
  return parts[part](db, tell) as Promise<Seen<P>>;
}

/** What the thread of a part says. */
export type PartSaid<P extends Part = Part> =
  | { kind: 'found'; finding: Finding }
  | { kind: 'done'; seen: Seen<P> };
