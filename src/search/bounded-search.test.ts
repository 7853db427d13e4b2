import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyStories } from '../../test/copied-stories.ts';
import { publishSearched, search, searchedAgency, searchedEdition } from '../../test/searched.ts';
import { makeDatabase, type TestDatabase, testDatabase } from '../../test/test-database.ts';
import { readAsked } from './asked-search.ts';
import { costs, findInTime } from './bounded-search.ts';
import { readQuestionIn } from './read-question.ts';
import type { SearchPlace } from './search-place.ts';
import { type Asked, countHits, listHits, timeBehind } from './search-store.ts';
import { withinTime } from './timed-transaction.ts';

it('gives up what takes too long, throws what is wrong, and leaves the connection as it was', async () => {
  const { pool } = await testDatabase();
  expect(await withinTime(pool, { patienceMs: 20 }, (db) => db.query('select pg_sleep(60)'))).toBe(null);
  await expect(withinTime(pool, { patienceMs: 20 }, (db) => db.query('select 1 / 0'))).rejects.toThrow(
    'division by zero',
  );
  const { rows } = await pool.query(`select current_setting('statement_timeout') as timeout`);
  expect(rows).toEqual([{ timeout: '0' }]);
});

it('asks again, of the newest alone, where the first answer did not come', async () => {
  const { pool } = await testDatabase();
  await publishSearched(pool, [{ headline: 'Storm' }]);
  const other = await pool.connect();
  await other.query('begin; lock table published in access exclusive mode');
  const patience = { all: 100, newest: 60_000 };
  const finding = search(pool, 'en', { q: 'storm' }, { patience });
  // Until the first question was given up, and the next one waits without an end to its patience.
  await expect
    .poll(async () => {
      const { rows } = await pool.query(
        `select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like '%offset%'
           and datname = current_database()`,
      );
      return rows[0].count;
    })
    .toBe(1);
  await other.query('commit');
  other.release();
  expect(await finding).toMatchObject({ total: { count: 1, more: false }, gaveUp: false, since: null });
});

describe('among thousands of stories', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await makeDatabase();
    const { pool } = database;
    // Every story has “port”, one in seven “storm”, the oldest 1,500 “ice” and “war”, one in forty of the newest “war”; “fog” is in
    // the body of one in three of the newest 600, and in the headline of few before.
    await publishSearched(pool, [
      { headline: 'Port', body: 'storm' },
      { headline: 'Storm', body: 'port' },
      { headline: 'War', body: 'ice in the port' },
      { headline: 'Port', body: 'quiet' },
      { headline: 'Calm', body: 'fog over the port' },
      { headline: 'Fog', body: 'port' },
    ]);
    await copyStories(
      pool,
      24_000,
      `headline || plain like
         case when at > $1 - 600 and at % 3 = 0 then 'Calm%' when at <= $1 - 600 and at % 15 = 1 then 'Fog%'
              when at <= 1500 or (at > $1 - 8000 and at % 40 = 0) then 'War%'
              when at % 14 = 0 then 'Port%storm%' when at % 7 = 0 then 'Storm%' else 'Port%quiet%' end`,
    );
  });
  afterAll(() => database.drop());

  const questions = [
    'q=port',
    'q=storm',
    'q=ice',
    'q=war',
    'q=war+port',
    'q="ice+in"',
    'q=port+-quiet',
    'q=none',
    'q=fog',
  ];
  it.each([...questions, 'q=war&to=2001', 'q=storm&from=2015', 'q=sto'])(
    'finds for %s what looking at every story finds, in either order and on every page',
    async (question) => {
      const { pool } = database;
      for (const sort of ['date', 'relevance'] as const) {
        const ask = await askOf(pool, `${question}&sort=${sort}`);
        let after: SearchPlace | null = null;
        for (let page = 0; page < 3; page++) {
          const some = { after, limit: 20 };
          const found = await withinTime(pool, { patienceMs: 60_000, settings: costs }, (db) =>
            findInTime(db, ask, some),
          );
          const rows = await listHits(pool, ask, some);
          expect(found?.rows.map(({ code }) => code)).toEqual(rows.map(({ code }) => code));
          expect(found?.count).toBe(await countHits(pool, ask));
          const last = rows.at(-1);
          if (!last) break;
          after = { at: last.effective_at, code: last.code, rank: last.rank, part: 'asked' };
        }
      }
    },
  );

  it.each(questions)(
    'finds for %s among the newest alone what looking at each of them finds',
    async (question) => {
      const { pool } = database;
      for (const sort of ['date', 'relevance'] as const) {
        const asked = await askOf(pool, `${question}&sort=${sort}`);
        const ask = { ...asked, since: await timeBehind(pool, asked.asked, { after: null, places: 2_000 }) };
        for (const limit of [0, 20]) {
          const some = { after: null, limit };
          const found = await withinTime(pool, { patienceMs: 60_000, settings: costs }, (db) =>
            findInTime(db, ask, some),
          );
          const codes = (await listHits(pool, ask, some)).map(({ code }) => code);
          expect(found?.rows.map(({ code }) => code)).toEqual(codes);
          expect(found?.count).toBe(await countHits(pool, ask));
        }
      }
    },
  );

  it('counts without listing, as further pages of what only begins so need it', async () => {
    const { pool } = database;
    for (const question of questions) {
      const ask = await askOf(pool, question);
      const found = await withinTime(pool, { patienceMs: 60_000, settings: costs }, (db) =>
        findInTime(db, ask, { after: null, limit: 0 }),
      );
      expect(found).toEqual({ rows: [], count: await countHits(pool, ask) });
    }
  });
});

async function askOf(pool: pg.Pool, query: string): Promise<Asked> {
  const asked = readAsked(searchedAgency, searchedEdition('en'), new URLSearchParams(query));
  if (!asked.ok) throw new Error(asked.wrong);
  const { question } = asked;
  const readings = await readQuestionIn(pool, question.langs, question.question);
  return { asked: question, readings, part: 'asked', since: null, except: null };
}
