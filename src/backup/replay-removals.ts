/**
 * Takes out of restored data what was redacted or killed after the backup was made, as a newer export of the same record
 * tells it. The acts are recorded anew: a restored record is a branch of the one that went on.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Erasure } from '../comments/erasure-ledger.ts';
import { readAgency } from '../editions/agency-store.ts';
import { readComments } from '../export/comment-files.ts';
import { commentsFolder, logFolder, storiesFolder } from '../export/export-paths.ts';
import type { ExportedAct } from '../export/exported-story.ts';
import { readLogSize } from '../log/log-store.ts';
import { readKeys } from '../log/signing-keys.ts';
import type { PublicState } from '../record/act.ts';
import { readLeafText } from '../record/leaf.ts';
import { type ActOrder, performAct } from '../stories/perform-act.ts';
import { sentenceOf } from '../stories/refusal.ts';
import { type Client, findStoryByCode } from '../stories/story-store.ts';

/** `code` of each story from which something was taken, with what was done. */
export type Replayed = { code: number; kind: 'redact' | 'kill' }[];

/** What is wrong with the folder that was given: one sentence. */
export class NoSuchExport extends Error {
  override name = 'NoSuchExport';
}

type ExportedRecord = { code: number; state: PublicState; acts: ExportedAct[] };

/** Inside the restoring transaction. @throws NoSuchExport where the folder is no export, or one of another log. */
export async function replayRemovals(db: Client, folder: string, now: Date): Promise<Replayed> {
  const origin = (await readKeys(db)).at(-1)?.origin;
  if (originOf(folder) !== origin)
    throw new NoSuchExport(`${folder} is an export of another record than the backup: nothing was restored.`);
  const size = await readLogSize(db);
  const agency = await readAgency(db);
  const replayed: Replayed = [];
  for (const record of recordsIn(folder)) {
    const story = await findStoryByCode(db, record.code);
    if (!story) continue;
    for (const order of removalsAfter(size, record)) {
      const done = await performAct({ db, agency, now }, { ...order, storyId: story.id });
      // What the backup does not have yet, or has removed already, needs no removing.
      if (done.ok) replayed.push({ code: record.code, kind: order.kind });
      else if (done.refusal.kind !== 'not-published' && done.refusal.kind !== 'may-not-follow')
        throw new NoSuchExport(
          `The removal from story ${record.code} cannot be done again: ${sentenceOf(done.refusal)}`,
        );
    }
  }
  return replayed;
}

/** Comments of which the export says that they were removed at their writers' request. @throws NoSuchExport */
export function erasedIn(folder: string): Erasure[] {
  const comments = path.join(folder, commentsFolder);
  if (!existsSync(comments)) return [];
  return readdirSync(comments).flatMap((name) => {
    const file = path.join(comments, name);
    try {
      return readComments(readFileSync(file, 'utf8'))
        .comments.filter(({ state }) => state === 'removed')
        .map(({ id, at }) => ({ comment: id, sentAt: at, erasedAt: at }));
    } catch (error) {
      throw new NoSuchExport(`${file} cannot be read (${(error as Error).message}): nothing was restored.`);
    }
  });
}

/** Redactions, and the kill of a story that is taken back still. Of facts that were removed themselves, nothing is said. */
type Removal = Omit<ActOrder, 'storyId'> & { kind: 'redact' | 'kill' };

function removalsAfter(size: number, { state, acts }: ExportedRecord): Removal[] {
  return acts
    .filter(({ index }) => index >= size)
    .flatMap((act): Removal[] => {
      const kind = readLeafText(act.leaf)?.act;
      const fact = <T>(name: string, none: T) => (act.facts[name]?.value ?? none) as T;
      const facts = { by: fact('by', 'desk'), reasonClass: fact('reason', ''), note: fact('note', '') };
      if (kind === 'redact') return [{ ...facts, kind, fields: fact<string[]>('redacts', []) }];
      const stays = state === 'killed' || state === 'removed';
      return kind === 'kill' && stays ? [{ ...facts, kind }] : [];
    });
}

function originOf(folder: string): string | null {
  try {
    return readFileSync(path.join(folder, logFolder, 'checkpoint'), 'utf8').split('\n', 1)[0] ?? null;
  } catch {
    throw new NoSuchExport(`${folder} is no export: it has no ${logFolder}/checkpoint.`);
  }
}

/** One story at a time: an archive has a million. */
function* recordsIn(folder: string): Generator<ExportedRecord> {
  const stories = path.join(folder, storiesFolder);
  for (const name of readdirSync(stories).filter((one) => /^[1-9]\d*$/.test(one))) {
    yield JSON.parse(readFileSync(path.join(stories, name, 'record.json'), 'utf8')) as ExportedRecord;
  }
}
