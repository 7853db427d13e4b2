/** Acts on stories, as the desk does them. */
import type pg from 'pg';
import { patchDraft } from '../src/cli/field-words.ts';
import { readAgency } from '../src/editions/agency-store.ts';
import type { ActKind } from '../src/record/act.ts';
import { inTransaction } from '../src/record/transaction.ts';
import type { Acted } from '../src/stories/begin-act.ts';
import { type ActOrder, performAct } from '../src/stories/perform-act.ts';
import { sentenceOf } from '../src/stories/refusal.ts';
import type { StoryFields } from '../src/stories/story.ts';
import { findStoryByCode } from '../src/stories/story-store.ts';

type Order = Partial<Omit<ActOrder, 'kind' | 'storyId'>> & {
  /** Update, correct: the words that change. */
  words?: Partial<StoryFields>;
  now?: Date;
};

/** @returns once it is committed. @throws where it is refused. */
export async function actOn(
  pool: pg.Pool,
  code: number,
  kind: ActKind,
  { words, now = new Date(), by = 'Ana Moss', ...order }: Order = {},
): Promise<Acted> {
  const agency = await readAgency(pool);
  const done = await inTransaction(pool, async (db) => {
    const story = await findStoryByCode(db, code);
    if (!story) throw new Error(`There is no story ${code}.`);
    const deps = { db, agency, now };
    if (words) await patchDraft(deps, story.id, words);
    return performAct(deps, { ...order, kind, by, storyId: story.id });
  });
  if (!done.ok) throw new Error(sentenceOf(done.refusal));
  return done.value;
}
