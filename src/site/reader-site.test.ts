import { expect, it } from 'vitest';
import { agency } from '../../test/invented-story.ts';
import { makeDatabase } from '../../test/test-database.ts';
import { plainPages } from '../editions/agency-pages.ts';
import { readForMachines } from '../machines/machine-setting.ts';
import { loadAssets } from './assets.ts';
import { PageCache } from './page-cache.ts';
import { readerSite } from './reader-site.ts';

it('draws what is not there once, also while it hears of nothing, and anew for another day or other settings', async () => {
  const { pool, drop } = await makeDatabase();
  const own = structuredClone(agency);
  let now = new Date('2026-03-14T12:00:00Z');
  const cache = new PageCache(1024 * 1024);
  const headers = { page: {}, lite: {}, proof: {} };
  const assets = await loadAssets({});
  const site = readerSite({
    pool,
    agency: own,
    machines: await readForMachines(pool),
    pages: plainPages,
    assets,
    cache,
    reads: { hear: () => undefined },
    publicUrl: 'http://localhost:4000',
    clock: () => now,
    headers,
  });
  cache.goDeaf();
  const first = await site.notFound();
  expect(await site.notFound()).toBe(first);
  now = new Date('2026-03-15T12:00:00Z');
  const next = await site.notFound();
  expect(next).not.toBe(first);
  Object.assign(own, structuredClone(agency));
  expect(await site.notFound()).not.toBe(next);
  await drop();
});
