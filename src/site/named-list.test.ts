import { afterAll, beforeAll, expect, it } from 'vitest';
import { copyStories } from '../../test/copied-stories.ts';
import { publishSearched } from '../../test/searched.ts';
import { makeDatabase, type TestDatabase } from '../../test/test-database.ts';
import { inTransaction } from '../record/transaction.ts';
import { listStories } from './list-store.ts';
import { type NamedList, storiesOfRare, whereInList } from './named-list.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await makeDatabase();
  const { pool } = database;
  const topics = (...slugs: string[]) => slugs.map((slug) => ({ slug, name: slug }));
  await publishSearched(pool, [
    { headline: 'Usual', byline: 'Ana Moss', topics: topics('harbour') },
    { headline: 'Old', byline: 'Omid Rad', topics: topics('mine', 'harbour') },
    { headline: 'Rare', byline: 'Leyla Dorn', topics: topics('comet') },
  ]);
  // The oldest third is the one, one in a thousand the other.
  await copyStories(
    pool,
    6_000,
    `headline = case when at % 1000 = 0 then 'Rare' when at <= $1 / 3 then 'Old' else 'Usual' end`,
  );
});
afterAll(() => database.drop());

const topic = (slug: string): NamedList => ({ list: 'topic', slug });
const byline = (slug: string): NamedList => ({ list: 'byline', slug });

it.each<[NamedList, 'by ids' | 'by time']>([
  [topic('harbour'), 'by time'],
  [byline('ana-moss'), 'by time'],
  [topic('comet'), 'by ids'],
  [byline('leyla-dorn'), 'by ids'],
  [topic('none'), 'by ids'],
  [byline('nobody'), 'by ids'],
  // Of the oldest 2,000 stories each: too many to be named, and none of the nearest.
  [topic('mine'), 'by time'],
])('finds the stories of %o %s, and all of them', async (of, manner) => {
  const { pool } = database;
  const where = await whereInList(pool, { lang: 'en', until: null }, of, () => '$1');
  expect(where.startsWith('story_id = any')).toBe(manner === 'by ids');
  const column = of.list === 'topic' ? 'topics' : 'bylines';
  const { rows } = await pool.query<{ code: number }>(
    `select code from published where lang = 'en' and array_position(${column}, $1) is not null
     order by effective_at desc, code desc limit 50`,
    [of.slug],
  );
  const listed = await listStories(pool, { lang: 'en', of, limit: 50 });
  expect(listed.map(({ code }) => code)).toEqual(rows.map(({ code }) => code));
});

it('looks at the stories near the place where a list goes on, not near now', async () => {
  const { pool } = database;
  const until = new Date('2001-01-01T00:00:00Z');
  expect(await whereInList(pool, { lang: 'en', until }, topic('mine'), () => '$1')).toBe(
    'topics @> array[$1]',
  );
  const comet = await whereInList(pool, { lang: 'en', until }, topic('comet'), () => '$1');
  expect(comet).toMatch(/^story_id = any/);
});

it('takes a topic for rare by its stories, however often these were changed', async () => {
  const { pool } = database;
  const names = (
    await pool.query<{ names: string }>(
      `select string_agg(column_name, ', ') as names from information_schema.columns
       where table_name = 'published' and is_generated = 'NEVER' and column_name <> 'act_id'`,
    )
  ).rows[0]?.names;
  // More spans of one story than a rare topic may have stories: others of the past would be left out.
  await inTransaction(pool, async (db) => {
    await db.query('set local session_replication_role = replica');
    await db.query(
      `insert into past_published (${names}, act_id, until_at, until_acted)
       select ${names}, 2000000 + at, now(), now() from published, generate_series(1, 1200) as at
       where headline = 'Rare' and code < 1000000`,
    );
  });
  expect(await storiesOfRare(pool, { lang: 'en', until: null }, 'topic', ['comet'])).toBe(null);
  expect(await storiesOfRare(pool, { lang: 'en', until: null }, 'topic', ['none'])).toEqual([]);
});
