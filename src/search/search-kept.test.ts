import { afterAll, beforeAll, expect, it } from 'vitest';
import { agency, publishOne } from '../../test/invented-story.ts';
import { makeDatabase, type TestDatabase } from '../../test/test-database.ts';
import { readConfig } from '../config.ts';
import { writeAgency } from '../editions/agency-store.ts';
import { type RunningSite, serve } from '../web/serve.ts';

let database: TestDatabase;
let site: RunningSite;

beforeAll(async () => {
  database = await makeDatabase();
  await writeAgency(database.pool, agency);
  site = await serve(readConfig({ PORT: '0' }), database.pool);
});
afterAll(async () => {
  await site.close();
  await database.drop();
});

async function ask(query: string): Promise<string> {
  return (await fetch(`http://127.0.0.1:${site.port}${query}`)).text();
}

it.each(['/en/search?q=ferry', '/en/search/feed.json?q=ferry'])(
  'gives out %s as it was prepared, until an act changes what it finds',
  async (path) => {
    const headline = `Ferry sinks (${path.length})`;
    // Of fewer another spelling is looked for, which may come without an act.
    for (const nth of ['one', 'two']) await publishOne(database, { headline: `Ferry ${nth}` });
    await publishOne(database, { headline });
    const { rows } = await database.pool.query<{ story_id: number; search: string }>(
      'select story_id, search::text from published',
    );
    const putBack = () =>
      Promise.all(
        rows.map(({ story_id, search }) =>
          database.pool.query('update published set search = $2::tsvector where story_id = $1', [
            story_id,
            search,
          ]),
        ),
      );
    // What was drawn while an act was still being told is not kept, nor what could not be counted in time.
    let day = 0;
    let kept = '';
    await expect
      .poll(async () => {
        kept = `${path}&from=2000-01-${String(++day).padStart(2, '0')}`;
        await putBack();
        await ask(kept);
        // Not by an act: nobody is told.
        await database.pool.query(`update published set search = ''`);
        return ask(kept);
      })
      .toContain(headline);
    await publishOne(database, { headline: 'Bridge opens' });
    await expect.poll(() => ask(kept)).not.toContain(headline);
  },
);
