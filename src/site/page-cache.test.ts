import { expect, it } from 'vitest';
import { PageCache } from './page-cache.ts';
import { preparePage } from './prepared-page.ts';

const page = (length: number) => preparePage({ type: 'image/webp', body: Buffer.alloc(length) });

it('gives nothing out from the moment at which it ends by itself', async () => {
  let now = new Date('2026-03-14T17:59:59Z');
  const cache = new PageCache(100_000, () => now);
  const six = new Date('2026-03-14T18:00:00Z');
  cache.put('/en/', await page(1_000), ['fronts:en'], cache.moment, six);
  expect(cache.get('/en/')).toBeDefined();
  now = six;
  expect(cache.get('/en/')).toBeUndefined();
  expect(cache.bytes).toBe(0);
});

it('never holds more bytes than it may, and lets the least used page go', async () => {
  const cache = new PageCache(100_000);
  for (let n = 0; n < 30; n++) {
    cache.put(`/${n}`, await page(6_000), [], cache.moment);
    cache.get('/0');
    expect(cache.bytes).toBeLessThanOrEqual(100_000);
  }
  expect(cache.get('/0')).toBeDefined();
  expect(cache.get('/1')).toBeUndefined();
  expect(cache.get('/29')).toBeDefined();
});

it('does not let one page fill it', async () => {
  const cache = new PageCache(100_000);
  cache.put('/large', await page(20_000), [], cache.moment);
  expect(cache.get('/large')).toBeUndefined();
});

it('drops what shows a story, and keeps the rest', async () => {
  const cache = new PageCache(1_000_000);
  cache.put('/en/1/x', await page(10), ['story:1', 'lists:en'], cache.moment);
  cache.put('/en/2/x', await page(10), ['story:2'], cache.moment);
  cache.drop(['story:1']);
  expect(cache.get('/en/1/x')).toBeUndefined();
  expect(cache.get('/en/2/x')).toBeDefined();
});

it('does not keep a page whose data was read before an act', async () => {
  const cache = new PageCache(1_000_000);
  const { moment } = cache;
  cache.drop(['story:5']);
  cache.put('/en/5/x', await page(10), ['story:5'], moment);
  expect(cache.get('/en/5/x')).toBeUndefined();
});

it('lets no page go for answers to questions, however many are asked', async () => {
  const cache = new PageCache(1_000_000);
  cache.put('/en/1/x', await page(60_000), ['story:1'], cache.moment);
  for (let n = 0; n < 200; n++)
    cache.putAnswer(`/en/search?q=${n}`, await page(2_000), ['lists:en'], cache.moment);
  expect(cache.get('/en/1/x')).toBeDefined();
  expect(cache.get('/en/search?q=199')).toBeDefined();
  expect(cache.get('/en/search?q=0')).toBeUndefined();
  expect(cache.bytes).toBeLessThan(65_000 + 125_000);
  cache.drop(['lists:en']);
  expect(cache.get('/en/search?q=199')).toBeUndefined();
  expect(cache.get('/en/1/x')).toBeDefined();
});

it('makes room for a new page also where all that it holds were asked for', async () => {
  const cache = new PageCache(100_000);
  for (let n = 0; n < 30; n++) {
    cache.put(`/${n}`, await page(6_000), [], cache.moment);
    for (let of = 0; of <= n; of++) cache.get(`/${of}`);
    expect(cache.get(`/${n}`)).toBeDefined();
  }
});
