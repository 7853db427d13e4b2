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
  const name = 'Ada Min';
  cookie = await cookieOf(built, await makePerson(database.pool, everywhereAs('administrator'), { name }));
});
afterEach(async () => {
  await built.close();
  await database.drop();
});

async function ask(method: 'GET' | 'PUT', what: string, payload?: object) {
  const answer = await built.app.inject({
    method,
    url: `/api/settings/${what}`,
    headers: { cookie },
    ...(payload ? { payload } : {}),
  });
  return { status: answer.statusCode, json: answer.json() };
}

const { sample: _, ...plain } = agency;

test('an agency is renamed over what its administrator saw, and the list of changes says by whom', async () => {
  const { json } = await ask('GET', 'agency');
  const renamed = { ...plain, editions: plain.editions.map((one) => ({ ...one, agency: 'Halim Wire' })) };
  const changed = await ask('PUT', 'agency', { agency: renamed, seen: json.mark });
  expect(changed).toMatchObject({ status: 200, json: { agency: renamed } });
  const late = await ask('PUT', 'agency', { agency: plain, seen: json.mark });
  expect(late).toMatchObject({ status: 409, json: { error: { kind: 'settings-changed' } } });
  const { rows } = await database.pool.query('select person_name, what from audit order by id desc limit 1');
  expect(rows).toEqual([{ person_name: 'Ada Min', what: 'settings.agency-changed' }]);
});

test('a name is one line, and turns no letters behind it', async () => {
  const { json } = await ask('GET', 'agency');
  const odd = { name: 'Eng\u202elish', agency: 'Halim\r\nBcc: x@example.org\u2028Wire', tagline: ' News\n' };
  const sections = [{ slug: 'world', name: 'The\nworld' }];
  const [first, ...others] = plain.editions;
  const editions = [{ ...first, ...odd, sections }, ...others];
  const { json: kept } = await ask('PUT', 'agency', { agency: { ...plain, editions }, seen: json.mark });
  expect(kept.agency.editions[0]).toMatchObject({
    name: 'English',
    agency: 'Halim Bcc: x@example.org Wire',
    tagline: 'News',
    sections: [{ slug: 'world', name: 'The world' }],
  });
});

test('settings that would break an address or a date are refused, each with its reason', async () => {
  await publishOne(database);
  const { json } = await ask('GET', 'agency');
  const [edition] = plain.editions;
  const bad = {
    zone: 'Mars/Olympus',
    defaultLang: 'xx',
    editions: [{ ...edition, lang: 'FR', sections: [{ slug: 'Bad Slug', name: '' }] }],
  };
  const { status, json: answer } = await ask('PUT', 'agency', { agency: bad, seen: json.mark });
  expect([status, answer.error.kind]).toEqual([422, 'unfit-settings']);
  for (const part of [
    'Mars/Olympus',
    '“xx”, which is no edition',
    'stories in “en”',
    '“FR” is no language',
    'Bad Slug',
  ])
    expect(answer.error.sentence).toContain(part);
  expect((await ask('GET', 'agency')).json.mark).toBe(json.mark);
});

test('what is unfit is said in the language of the screen, as every refusal is', async () => {
  const { json } = await ask('GET', 'agency');
  const answer = await built.app.inject({
    method: 'PUT',
    url: '/api/settings/agency',
    headers: { cookie, 'accept-language': 'fa' },
    payload: { agency: { ...plain, zone: 'Mars/X' }, seen: json.mark },
  });
  expect(answer.json().error.sentence).toContain('«Mars/X» منطقهٔ زمانی IANA نیست');
});

test('an edition says its dates in the calendars that were chosen; the usual ones are not written down', async () => {
  await publishOne(database);
  const { json } = await ask('GET', 'agency');
  const [english, ...others] = plain.editions;
  const dated = (dates: object) => ({ ...plain, editions: [{ ...english, dates }, ...others] });
  const twice = dated({ calendar: 'persian', beside: 'persian', numerals: 'latn' });
  const refused = await ask('PUT', 'agency', { agency: twice, seen: json.mark });
  expect(refused.json.error.sentence).toContain('the same day twice');
  const usual = dated({ calendar: 'gregory', beside: null, numerals: 'latn' });
  const same = await ask('PUT', 'agency', { agency: usual, seen: json.mark });
  expect(same.json.mark).toBe(json.mark);
  const hijri = dated({ calendar: 'gregory', beside: 'islamic-umalqura', numerals: 'latn' });
  const changed = await ask('PUT', 'agency', { agency: hijri, seen: json.mark });
  expect(changed.json.agency.editions[0].dates).toMatchObject({ beside: 'islamic-umalqura' });
});

test('a desk renames and adds stages; what stories stand on stays', async () => {
  const { json } = await ask('GET', 'desks');
  const [main] = json.desks;
  const stages = [
    ...main.stages.map((one: object) => ({ ...one })),
    { slug: 'legal', name: 'With the lawyer' },
  ];
  const more = [
    { ...main, name: 'News', stages },
    { slug: 'sport', name: 'Sport', stages: [{ slug: 'draft', name: 'Draft' }] },
  ];
  const changed = await ask('PUT', 'desks', { desks: more, seen: json.mark });
  expect(changed.status).toBe(200);
  const editor = await cookieOf(built, await makePerson(database.pool, everywhereAs('chief')));
  await built.app.inject({
    method: 'POST',
    url: '/api/desk/stories',
    headers: { cookie: editor },
    payload: { lang: 'en', desk: 'sport' },
  });
  const left = await ask('PUT', 'desks', { desks: [more[0]], seen: changed.json.mark });
  expect(left).toMatchObject({ status: 422 });
  expect(left.json.error.sentence).toContain('1 stories on the desk “sport” in the stage “draft”');
});

test('a word that the house spells one way is offered while an editor writes', async () => {
  const { json } = await ask('GET', 'spellings');
  const spellings = { en: [{ before: 'Teheran', after: 'Tehran' }] };
  expect((await ask('PUT', 'spellings', { spellings, seen: json.mark })).status).toBe(200);
  const editor = await cookieOf(built, await makePerson(database.pool, everywhereAs('reporter')));
  const offered = await built.app.inject({
    method: 'POST',
    url: '/api/desk/glued',
    headers: { cookie: editor },
    payload: { texts: ['The mayor spoke inTehran, then "left" Teheran.'], lang: 'en' },
  });
  expect(
    offered.json().glued[0].map(({ rule, after }: { rule: string; after: string }) => [rule, after]),
  ).toEqual([
    ['glued', 'in Tehran'],
    ['quotes', '“left”'],
    ['spelling', 'Tehran'],
  ]);
  const both = { en: [...(spellings.en ?? []), { before: 'Tehran', after: 'Teheran' }] };
  const mark = (await ask('GET', 'spellings')).json.mark;
  expect((await ask('PUT', 'spellings', { spellings: both, seen: mark })).status).toBe(422);
});

test('a rule that the house switched off is offered no more; one that the language has not is refused', async () => {
  const { json } = await ask('GET', 'house-style');
  const bad = { en: { off: ['joiner'], quotes: 'angle' } };
  const refused = await ask('PUT', 'house-style', { 'house-style': bad, seen: json.mark });
  expect(refused.status).toBe(422);
  expect(refused.json.error.sentence).toContain('no rule “joiner”');
  expect(refused.json.error.sentence).toContain('quotes of the kind “angle”');
  const style = { en: { off: ['dash'], quotes: 'single' }, fa: { off: [], quotes: null } };
  const changed = await ask('PUT', 'house-style', { 'house-style': style, seen: json.mark });
  expect(changed).toMatchObject({ status: 200, json: { 'house-style': { en: style.en } } });
  expect((await ask('GET', 'house-style')).json).toEqual(changed.json);
  const editor = await cookieOf(built, await makePerson(database.pool, everywhereAs('reporter')));
  const offered = await built.app.inject({
    method: 'POST',
    url: '/api/desk/glued',
    headers: { cookie: editor },
    payload: { texts: ['She said "no" - twice...'], lang: 'en' },
  });
  expect(offered.json().glued[0].map(({ after }: { after: string }) => after)).toEqual(['‘no’', '…']);
});

test('the house calls its roles by its own names; what they may do stays, and two are never called the same', async () => {
  const { json } = await ask('GET', 'roles');
  const same = { editor: { en: 'Desk head' }, chief: { en: ' Desk head ' } };
  const refused = await ask('PUT', 'roles', { roles: same, seen: json.mark });
  expect(refused.json.error.sentence).toContain('Two roles are called Desk head (en)');
  const names = { 'sub-editor': { en: 'Copy chief', fa: '' }, editor: {} };
  const changed = await ask('PUT', 'roles', { roles: names, seen: json.mark });
  expect(changed.json.roles).toEqual({ 'sub-editor': { en: 'Copy chief' } });
  await makePerson(database.pool, [...everywhereAs('editor'), { role: 'editor', desk: 'main', lang: 'en' }]);
  const { holders } = (await ask('GET', 'role-holders')).json;
  expect(holders).toMatchObject({ administrator: 1, editor: 1, 'sub-editor': 0 });
  const reporter = await cookieOf(built, await makePerson(database.pool, everywhereAs('reporter')));
  const setup = await built.app.inject({ url: '/api/desk/setup', headers: { cookie: reporter } });
  expect(setup.json().roleNames).toEqual({ 'sub-editor': { en: 'Copy chief' } });
});

test('an administrator of one desk changes no setting: each is of the whole agency', async () => {
  const grants = [{ role: 'administrator', desk: 'main', lang: null } as const];
  cookie = await cookieOf(built, await makePerson(database.pool, grants));
  const { json } = await ask('GET', 'agency');
  const renamed = { ...plain, zone: 'Asia/Tehran' };
  expect((await ask('PUT', 'agency', { agency: renamed, seen: json.mark })).status).toBe(403);
  const { json: seen } = await ask('GET', 'desks');
  const desks = seen.desks.map((desk: object) => ({ ...desk, name: 'Mine' }));
  expect((await ask('PUT', 'desks', { desks, seen: seen.mark })).status).toBe(403);
  const words = await ask('GET', 'spellings');
  expect((await ask('PUT', 'spellings', { spellings: {}, seen: words.json.mark })).status).toBe(403);
  expect((await ask('PUT', 'subjects', { name: 'a.csv', text: '' })).status).toBe(403);
});
