/** What readers get of a picture: whole, or cut as an editor said and in no other way. */
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { actOn } from '../../test/acts.ts';
import { type BuiltApp, buildApp } from '../../test/built-app.ts';
import { agency, fileDraft, publishOne } from '../../test/invented-story.ts';
import { makeDatabase, type TestDatabase } from '../../test/test-database.ts';
import { writeAgency } from '../editions/agency-store.ts';
import { samplePictures } from '../sample/pictures.ts';
import type { Focal, Image, StoryText } from '../text/story-text.ts';
import { keepPicture, readRendition } from './picture-store.ts';

let database: TestDatabase;
let built: BuiltApp;

beforeAll(async () => {
  database = await makeDatabase();
  await writeAgency(database.pool, agency);
  built = await buildApp(database.pool);
});
afterAll(async () => {
  await built.close();
  await database.drop();
});

/** Red on the left, blue on the right, 2000 × 500. */
async function twoHalves(): Promise<Buffer> {
  const half = { create: { width: 1000, height: 500, channels: 3 as const, background: '#f00' } };
  const red = await sharp(half).png().toBuffer();
  return sharp({ create: { width: 2000, height: 500, channels: 3, background: '#00f' } })
    .composite([{ input: red, left: 0, top: 0 }])
    .jpeg({ quality: 95 })
    .toBuffer();
}

function bodyWith(kept: { hash: string; width: number; height: number }, focal: Focal | null): StoryText {
  const { hash: picture, width, height } = kept;
  const attrs = { picture, src: null, alt: 'Two halves', decorative: false, caption: '', credit: '' };
  const image: Image = { type: 'image', attrs: { ...attrs, width, height, focal } };
  return { type: 'doc', content: [image] };
}

async function get(path: string) {
  const answer = await built.app.inject({ url: path, headers: { connection: 'close' } });
  return { status: answer.statusCode, body: answer.rawPayload };
}

it('cuts a picture around its focal point in lists, shows it whole in its story, and cuts it in no other way', async () => {
  const kept = await keepPicture(database.pool, await twoHalves());
  const { code } = await publishOne(database, { body: bodyWith(kept, { x: 90, y: 50 }) });
  const list = (await get('/en/topic/weather')).body.toString();
  const cut = `/picture/${kept.hash}/640-90-50.webp`;
  expect(list).toContain(`${cut} 640w`);
  expect(list).toContain('width="750" height="500"');
  expect((await get(`/en/${code}/-`)).body.toString()).not.toContain('-90-50');
  const { status, body } = await get(cut);
  expect(status).toBe(200);
  const { data, info } = await sharp(body).raw().toBuffer({ resolveWithObject: true });
  expect([info.width, info.height]).toEqual([640, 427]);
  // The point is in the blue half, and nothing red is left.
  expect([...data.subarray(0, 3)].map((one) => one > 128)).toEqual([false, false, true]);
  expect((await get(`/picture/${kept.hash}/640.jpg`)).status).toBe(200);
  for (const name of ['640-10-50.webp', '640-90-51.jpg', '640-090-50.jpg', '640-90.jpg', '640-101-50.jpg'])
    expect([name, (await get(`/picture/${kept.hash}/${name}`)).status]).toEqual([name, 404]);
  await actOn(database.pool, code, 'kill', { reasonClass: 'inaccurate' });
  expect((await get(cut)).status).toBe(410);
});

it('says of a picture narrower than its narrowest rendition how wide it comes: on its page and in ninjs', async () => {
  const plain = { width: 200, height: 100, channels: 3 as const, background: '#00f' };
  const kept = await keepPicture(database.pool, await sharp({ create: plain }).png().toBuffer());
  const { code } = await publishOne(database, { headline: 'Small', body: bodyWith(kept, null) });
  const page = (await get(`/en/${code}/small`)).body.toString();
  const sets = [...page.matchAll(/srcSet="([^"]*)"/gi)].map(([, set]) => set);
  expect(sets).toEqual(['avif', 'webp', 'jpg'].map((format) => `/picture/${kept.hash}/320.${format} 200w`));
  const ninjs = JSON.parse((await get(`/${code}.json`)).body.toString());
  const [{ href, width, height }, ...more] = ninjs.associations[0].renditions;
  expect(more).toEqual([]);
  const sent = await sharp((await get(new URL(href).pathname)).body).metadata();
  expect([width, height]).toEqual([sent.width, sent.height]);
  expect([width, height]).toEqual([200, 100]);
});

it('lets nobody wait for AVIF: WebP stands at its address until it is made, which is smaller', async () => {
  const own = await buildApp(database.pool);
  const { svg } = samplePictures[0] as (typeof samplePictures)[0];
  const kept = await keepPicture(database.pool, Buffer.from(svg));
  await publishOne(database, { body: bodyWith(kept, null) });
  const address = `/picture/${kept.hash}/960.avif`;
  const first = await own.app.inject({ url: address, headers: { connection: 'close' } });
  expect([first.headers['content-type'], (await sharp(first.rawPayload).metadata()).format]).toEqual([
    'image/webp',
    'webp',
  ]);
  // What waits is made before the program ends.
  await own.close();
  const again = await buildApp(database.pool);
  const { headers, rawPayload } = await again.app.inject({ url: address, headers: { connection: 'close' } });
  await again.close();
  const made = await sharp(rawPayload).metadata();
  expect([headers['content-type'], made.format, made.compression, made.width]).toEqual([
    'image/avif',
    'heif',
    'av1',
    960,
  ]);
  expect(rawPayload.length).toBeLessThan(first.rawPayload.length);
});

it('sends a long picture in every kind, narrower where the kind has no room for its length', async () => {
  const long = { create: { width: 700, height: 18_000, channels: 3 as const, background: '#567' } };
  const kept = await keepPicture(database.pool, await sharp(long).png().toBuffer());
  await publishOne(database, { body: bodyWith(kept, null) });
  for (const format of ['webp', 'avif', 'jpg'] as const) {
    const made = await readRendition(database.pool, { hash: kept.hash, width: 640, format });
    const { width, height } = await sharp(made as Buffer).metadata();
    expect([format, width, height]).toEqual([format, 637, 16_383]);
    expect((await get(`/picture/${kept.hash}/640.${format}`)).status).toBe(200);
  }
});

it('gives away nothing of a draft’s picture, and keeps its size as it is seen', async () => {
  const onItsSide = await sharp(await twoHalves())
    .withMetadata({ orientation: 6 })
    .toBuffer();
  const kept = await keepPicture(database.pool, onItsSide);
  expect([kept.width, kept.height]).toEqual([500, 2000]);
  await fileDraft(database, { body: bodyWith(kept, { x: 50, y: 10 }) });
  expect((await get(`/picture/${kept.hash}/320-50-10.jpg`)).status).toBe(404);
});

it.each([
  [{ x: 50 }],
  [{ x: 50, y: 101 }],
  [{ x: 50.5, y: 1 }],
  [{ x: 50, y: 50, z: 1 }],
  ['50,50'],
  [[50, 50]],
])('refuses %j as a focal point', async (focal) => {
  const { checkStoryText } = await import('../text/story-text.ts');
  const body = bodyWith({ hash: 'a'.repeat(64), width: 10, height: 10 }, focal as Focal);
  expect(() => checkStoryText(body)).toThrow('a focal point is {x, y} in whole percents');
});
