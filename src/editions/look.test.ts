/** Colours and logo: what is taken, and what of it readers get. */
import sharp from 'sharp';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type BuiltApp, buildApp, cookieOf, everywhereAs, makePerson } from '../../test/built-app.ts';
import { agency, publishOne } from '../../test/invented-story.ts';
import { makeDatabase, type TestDatabase } from '../../test/test-database.ts';
import { writeAgency } from './agency-store.ts';

let database: TestDatabase;
let built: BuiltApp;
let cookie: string;

beforeEach(async () => {
  database = await makeDatabase();
  await writeAgency(database.pool, agency);
  built = await buildApp(database.pool);
  cookie = await cookieOf(built, await makePerson(database.pool, everywhereAs('administrator')));
});
afterEach(async () => {
  await built.close();
  await database.drop();
});

const ask = (method: 'GET' | 'PUT', url: string, payload?: object) =>
  built.app.inject({ method, url, headers: { cookie }, ...(payload ? { payload } : {}) });
const send = (bytes: Buffer, type = 'image/png', lang = 'en') =>
  built.app.inject({
    method: 'POST',
    url: '/api/settings/logos',
    headers: { cookie, 'content-type': type, 'accept-language': lang },
    payload: bytes,
  });
const square = (background: string, width = 900, height = 300) =>
  sharp({ create: { width, height, channels: 4, background } })
    .png()
    .toBuffer();
/** As a process has them that has heard of the change. */
const read = async (path: string) => {
  const later = await buildApp(database.pool);
  const answer = await later.app.inject({ method: 'GET', url: path });
  await later.close();
  return answer;
};

async function wear(look: object) {
  const { mark } = (await ask('GET', '/api/settings/look')).json();
  return ask('PUT', '/api/settings/look', { look, seen: mark });
}

const noColours = { light: null, dark: null };

test('a colour that cannot be read is refused with the nearest that can; another is worn by the style sheet', async () => {
  const faint = await wear({ colours: { light: '#ffaa00', dark: 'red' }, logos: noColours });
  expect(faint.statusCode).toBe(422);
  const { sentence } = faint.json().error;
  expect(sentence).toMatch(/#ffaa00 cannot be read on light paper: its contrast is 1\.8, and 4\.5 is needed/);
  expect(sentence).toContain('“red” is no colour');
  const [, nearest] = /The nearest that can is (#[0-9a-f]{6})/.exec(sentence) ?? [];
  const worn = await wear({ colours: { light: nearest, dark: null }, logos: noColours });
  expect(worn.statusCode).toBe(200);
  const page = (await read('/en/')).body;
  const [sheet] = /\/assets\/site\.[0-9a-f]+\.css/.exec(page) ?? [];
  const css = (await read(String(sheet))).body;
  expect(css).toContain(`@media (prefers-color-scheme: light) { :root { --agency: ${nearest}; } }`);
  expect(css).not.toContain('scheme: dark) { :root { --agency: null');
});

test('a logo stands in the masthead with the agency’s name as its words, in print in its light form alone', async () => {
  const { code } = await publishOne(database);
  const plain = await read(`/en/v/${code}/1`);
  const [light, dark] = [
    (await send(await square('#aa2200'))).json(),
    (await send(await square('#ffeecc'))).json(),
  ];
  expect(light).toMatchObject({ width: 192, height: 64 });
  expect((await wear({ colours: noColours, logos: { light: light.logo, dark: dark.logo } })).statusCode).toBe(
    200,
  );
  const address = (await read(`/${code}`)).headers.location as string;
  const page = (await read(address)).body;
  const image =
    /<source media="\(prefers-color-scheme: dark\)" srcSet="(\/assets\/logo\.[0-9a-f]+\.webp)" width="192" height="64"\/><img src="(\/assets\/logo\.[0-9a-f]+\.webp)" width="192" height="64" alt="Halim Press"\/>/;
  expect(page).toMatch(image);
  const [, ofDark, ofLight] = image.exec(page) ?? [];
  const sent = await read(String(ofLight));
  expect((await sharp(sent.rawPayload).metadata()).format).toBe('webp');
  expect(sent.rawPayload.length).toBeLessThanOrEqual(24 * 1024);
  const print = (await read(`${address}/print`)).body;
  expect(print).toContain(`<img src="${ofLight}" width="192" height="64" alt="Halim Press"/>`);
  expect(print).not.toContain(String(ofDark));
  expect((await read(`${address}/lite`)).body).not.toContain('/assets/');
  // A version keeps its page, whatever the agency puts on.
  await wear({ colours: { light: '#7a1022', dark: null }, logos: { light: light.logo, dark: null } });
  const after = await read(`/en/v/${code}/1`);
  expect(after.body).toBe(plain.body);
});

test('takes a picture of points alone, and keeps none that is not shown', async () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  expect((await send(svg, 'image/svg+xml')).json().error.kind).toBe('no-svg');
  expect((await send(Buffer.from('no picture'))).json().error.kind).toBe('no-picture');
  expect((await send(Buffer.alloc(0))).json().error.kind).toBe('no-picture');
  expect((await send(svg, 'image/svg+xml', 'fa')).json().error.sentence).toMatch(/^SVG می‌تواند/);
  const noise = await sharp({
    create: {
      width: 640,
      height: 128,
      channels: 3,
      background: '#888',
      noise: { type: 'gaussian', mean: 128, sigma: 90 },
    },
  })
    .png()
    .toBuffer();
  expect((await send(noise)).json().error.kind).toBe('logo-too-large');
  const one = (await send(await square('#123456'))).json();
  const other = (await send(await square('#654321'))).json();
  const lone = await wear({ colours: noColours, logos: { light: null, dark: one.logo } });
  expect(lone.json().error.sentence).toContain('stands beside one for light paper');
  await wear({ colours: noColours, logos: { light: one.logo, dark: null } });
  const { rows } = await database.pool.query(`select encode(sha256, 'hex') as hash from logos`);
  expect(rows).toEqual([{ hash: one.logo }]);
  const gone = await wear({ colours: noColours, logos: { light: other.logo, dark: null } });
  expect(gone.json().error.sentence).toContain('not there any more');
  expect((await ask('GET', `/api/settings/logos/${one.logo}`)).headers['content-type']).toBe('image/webp');
  expect((await ask('GET', `/api/settings/logos/${other.logo}`)).statusCode).toBe(404);
});
