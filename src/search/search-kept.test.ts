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
    await expect.poll(() => ask(path)).toContain(headline);
    // Not by an act: nobody is told.
    await database.pool.query(`update published set search = ''`);
    expect(await ask(path)).toContain(headline);
    await publishOne(database, { headline: 'Bridge opens' });
    await expect.poll(() => ask(path)).not.toContain(headline);
  },
);
