/** What a running program does for search beside its readers: old rows are made anew, new spellings are taken in. */
import type pg from 'pg';
import type { Agency } from '../editions/edition.ts';
import { type Keeping, keepDoing } from '../web/keep-doing.ts';
import { remakeSearch } from './remake-search.ts';
import { hasTrigrams, learnSpellings } from './spelling-store.ts';

const everyMs = 15_000;

export function keepSearch(pool: pg.Pool, agency: Agency, tell: (sentence: string) => void): Keeping {
  let goesOn = true;
  let isSaid = false;
  const work = async () => {
    await remakeSearch(pool, () => goesOn);
    await learnSpellings(
      pool,
      agency.editions.map(({ lang }) => lang),
      () => goesOn,
    );
    if (isSaid || (await hasTrigrams(pool))) return;
    isSaid = true;
    tell(
      'Search offers no other spellings: the database lacks pg_trgm. Its administrator can run “create extension pg_trgm” in it.',
    );
  };
  const kept = keepDoing('Search', { everyMs, work, tell });
  return {
    stop: () => {
      goesOn = false;
      return kept.stop();
    },
  };
}
