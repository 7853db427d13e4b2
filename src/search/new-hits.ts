/** What a kept question finds that is new: for whoever tells readers of it. */
import type pg from 'pg';
import { type Agency, editionOf } from '../editions/edition.ts';
import type { ListedRow } from '../site/list-store.ts';
import { readAsked } from './asked-search.ts';
import { readQuestionIn } from './read-question.ts';
import { listHits } from './search-store.ts';

/** A question as it is kept: the edition whose page it was asked on, and the query of its address. */
export type KeptQuestion = { lang: string; query: string };

export type NewHits = {
  /** Newest first. */
  stories: ListedRow[];
  /** The newest act there was: what to ask from the next time. */
  until: number;
};

/**
 * Stories that readers first got by an act after `sinceAct` (an act's id), and get now: a correction makes none new, nor does
 * a release. Null: the question cannot be asked, or no longer, for its edition is gone.
 */
export async function newHits(
  pool: pg.Pool,
  agency: Agency,
  { lang, query }: KeptQuestion,
  { sinceAct, limit }: { sinceAct: number; limit: number },
): Promise<NewHits | null> {
  const edition = editionOf(agency, lang);
  const parameters = new URLSearchParams(query);
  for (const name of ['as-of', 'recorded', 'after', 'sort']) parameters.delete(name);
  const read = edition && readAsked(agency, edition, parameters);
  if (!read?.ok || read.asksNothing) return null;
  const until = await newestAct(pool);
  const readings = await readQuestionIn(pool, read.question.langs, read.question.question);
  const ask = { asked: read.question, readings, part: 'asked', since: null, except: null } as const;
  const stories = await listHits(
    pool,
    { ...ask, newBetween: { after: sinceAct, until } },
    { after: null, limit },
  );
  return { stories, until };
}

async function newestAct(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ id: number }>('select coalesce(max(id), 0) as id from acts');
  return rows[0]?.id ?? 0;
}
