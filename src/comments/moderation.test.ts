/** What moderators do, over the API: queues and their counts, decisions and taking them back, bans, what a person may ask. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Asker, askerWith } from '../../test/asker.ts';
import { backupFolder } from '../../test/backups.ts';
import { type BuiltApp, buildApp, everywhereAs } from '../../test/built-app.ts';
import { type Commented, openCommented } from '../../test/commented.ts';
import { publishOne } from '../../test/invented-story.ts';
import { mostUnseen } from './checks.ts';
import type { QueueJson, QueueRow } from './comment-api.ts';
import { ledgerIn, readLedger } from './erasure-ledger.ts';
import { forgetComments } from './forget-comments.ts';

let site: Commented;
let built: BuiltApp;
let moderator: Asker;
let code: number;
const dataDir = backupFolder(afterAll);

beforeAll(async () => {
  site = await openCommented();
  built = await buildApp(site.pool, { clock: site.now, dataDir });
  moderator = await askerWith(built, everywhereAs('moderator'), { name: 'Keti' });
  ({ code } = await publishOne(site, {}));
});
afterAll(async () => {
  await built.close();
  await site.close();
});

let address = 0;
const send = async (said: Parameters<Commented['comment']>[1], from = `198.51.100.${++address}`) => {
  const { status } = await site.comment({ code }, said, { address: from });
  expect(status).toBe(303);
  const { rows } = await site.pool.query<{ id: number }>('select max(id) as id from comments');
  return (rows[0] as { id: number }).id;
};
const queue = async (state = 'waiting'): Promise<QueueJson> =>
  (await moderator('GET', `desk/comments?state=${state}`)).json;
const rowOf = async (id: number, state: string): Promise<QueueRow | undefined> =>
  (await queue(state)).rows.find((row) => row.id === id);
const decide = (body: object, by = moderator) => by('POST', 'desk/comments/decisions', body);

it('has every comment in one queue, counts what it shows, and says of an address only that there is one', async () => {
  const one = await send({
    name: 'Mira',
    email: 'mira@example.org',
    text: 'The first of two comments here.',
  });
  const two = await send({ name: 'Lev', text: 'The second of two comments here.' });
  const { rows, counts } = await queue();
  expect(rows.map(({ id }) => id)).toEqual([one, two]);
  expect(counts).toEqual({ waiting: 2, surge: 0, published: 0, rejected: 0, banned: 0 });
  expect(rows[0]).toMatchObject({
    ...{ name: 'Mira', hasEmail: true, hasAddress: true, reason: 'read-first', undoable: false },
    story: {
      code,
      headline: 'Storm closes the port of Halim',
      public: true,
      version: 1,
      newest: 1,
      taken: null,
    },
  });
  expect(rows[1]?.hasEmail).toBe(false);
  expect(JSON.stringify(rows)).not.toMatch(/example\.org|198\.51/);
});

it('publishes and rejects, with who and why, and takes each back once', async () => {
  const [one, two] = (await queue()).rows.map(({ id }) => id) as [number, number];
  expect((await decide({ to: 'published', ids: [one] })).json).toEqual({ ids: [one] });
  expect((await decide({ to: 'published', ids: [one] })).json).toEqual({ ids: [] });
  expect((await decide({ to: 'rejected', ids: [two], reason: 'insult' })).json).toEqual({ ids: [two] });
  expect((await queue()).counts).toEqual({ waiting: 0, surge: 0, published: 1, rejected: 1, banned: 0 });
  expect(await rowOf(two, 'rejected')).toMatchObject({ reason: 'insult', decidedBy: 'Keti', undoable: true });
  const undo = () => moderator('POST', 'desk/comments/undo', { ids: [one, two] });
  expect((await undo()).json).toEqual({ ids: [one, two] });
  expect((await undo()).json).toEqual({ ids: [] });
  expect(await rowOf(two, 'waiting')).toMatchObject({ reason: 'read-first', decidedBy: '', undoable: false });
  const { rows } = await site.pool.query(
    "select what, person_name as who, about from audit where what like 'comment.%' order by id",
  );
  expect(rows).toEqual([
    { what: 'comment.published', who: 'Keti', about: { comments: [one], reason: 'approved' } },
    { what: 'comment.rejected', who: 'Keti', about: { comments: [two], reason: 'insult' } },
    { what: 'comment.undone', who: 'Keti', about: { comments: [one, two] } },
  ]);
});

it('lets nobody take back what another moderator decided since', async () => {
  const other = await askerWith(built, everywhereAs('moderator'), { name: 'Otar' });
  const id = await send({ name: 'Ana', text: 'Two moderators have looked at this one.' });
  expect((await decide({ to: 'published', ids: [id] })).json).toEqual({ ids: [id] });
  expect((await decide({ to: 'rejected', ids: [id], reason: 'insult' }, other)).json).toEqual({ ids: [id] });
  expect((await moderator('POST', 'desk/comments/undo', { ids: [id] })).json).toEqual({ ids: [] });
  expect(await rowOf(id, 'rejected')).toMatchObject({ decidedBy: 'Otar', reason: 'insult' });
  expect((await other('POST', 'desk/comments/undo', { ids: [id] })).json).toEqual({ ids: [id] });
  expect(await rowOf(id, 'published')).toBeDefined();
  await decide({ to: 'rejected', ids: [id] });
});

it('lets two moderators decide on many at once, whose words are the same in another order', async () => {
  const other = await askerWith(built, everywhereAs('moderator'), { name: 'Otar' });
  const words = Array.from(
    { length: 20 },
    (_, at) => `${'harbour pier ferry'.split(' ').join(`${at} `)}${at}`,
  );
  const ids: number[] = [];
  for (const text of [...words, ...words.toReversed()]) {
    const { rows } = await site.pool.query<{ id: number }>(
      `insert into comments (story_id, lang, version, name, body, sent_at, state, reason, letters_hash)
       select id, 'en', 1, 'Ana', $2, $3, 'waiting', 'read-first', '' from stories where code = $1 returning id`,
      [code, text, site.now()],
    );
    ids.push((rows[0] as { id: number }).id);
  }
  for (let times = 0; times < 3; times++) {
    const both = await Promise.all([
      decide({ to: 'rejected', ids: ids.slice(0, 20) }),
      decide({ to: 'rejected', ids: ids.slice(20) }, other),
    ]);
    expect(both.map(({ status, json }) => [status, json.ids?.length])).toEqual([
      [200, 20],
      [200, 20],
    ]);
    const undone = await Promise.all([
      moderator('POST', 'desk/comments/undo', { ids: ids.slice(0, 20) }),
      other('POST', 'desk/comments/undo', { ids: ids.slice(20) }),
    ]);
    expect(undone.map(({ status, json }) => [status, json.ids?.length])).toEqual([
      [200, 20],
      [200, 20],
    ]);
  }
  await site.pool.query('delete from comments where id = any ($1)', [ids]);
});

it('bans by name, however it is written, and by address, and lets a ban end', async () => {
  const troll = await send(
    { name: 'Tröll King', text: 'Something that nobody wants to read.' },
    '203.0.113.7',
  );
  const banned = await moderator('POST', 'desk/comments/bans', { comment: troll, by: 'name', days: 7 });
  expect(banned.json).toMatchObject({ kind: 'name', name: 'Tröll King', bannedBy: 'Keti' });
  expect(await rowOf(troll, 'banned')).toMatchObject({ reason: 'ban', undoable: true });
  const again = await send({ name: 'T r o l l   k i n g', text: 'The same person under the same name.' });
  expect(await rowOf(again, 'banned')).toMatchObject({ reason: 'banned' });
  const other = await send({ name: 'Otar', text: 'Another person on the same network.' }, '203.0.113.7');
  expect(await rowOf(other, 'waiting')).toBeDefined();
  await moderator('POST', 'desk/comments/bans', { comment: other, by: 'address', days: 7 });
  const next = await send({ name: 'Zaza', text: 'From there once more, under a third name.' }, '203.0.113.7');
  expect(await rowOf(next, 'banned')).toBeDefined();
  const { bans } = (await moderator('GET', 'desk/comments/bans')).json;
  expect(bans.map(({ kind, name }: { kind: string; name: string }) => [kind, name])).toEqual([
    ['address', ''],
    ['name', 'Tröll King'],
  ]);
  expect((await moderator('DELETE', `desk/comments/bans/${bans[1].id}`)).status).toBe(204);
  expect((await moderator('DELETE', `desk/comments/bans/${bans[1].id}`)).status).toBe(404);
  const free = await send({ name: 'Tröll King', text: 'Back again, and better behaved now.' });
  expect(await rowOf(free, 'waiting')).toBeDefined();
});

it('learns from decisions, sorts what looks like rejected last, and unlearns what was taken back', async () => {
  const spam = async (at: number) =>
    send({ name: `Seller ${at}`, text: `Cheap watches and pills, offer number ${at}, order today` });
  const good = async (at: number) =>
    send({ name: `Reader ${at}`, text: `My grandfather told me about the pier and storm ${at} of the year` });
  const bad: number[] = [];
  const fine: number[] = [];
  for (let at = 1; at <= 8; at++) {
    bad.push(await spam(at));
    fine.push(await good(at));
    site.wait(120);
  }
  await decide({ to: 'rejected', ids: bad, reason: 'advertising' });
  await decide({ to: 'published', ids: fine });
  const doubtful = await send({ name: 'Seller', text: 'Order cheap watches today, great offer' });
  const usual = await send({ name: 'Reader', text: 'The storm that took the pier was of another year' });
  const { rows } = await queue();
  const places = [doubtful, usual].map((id) => rows.findIndex((row) => row.id === id));
  expect(places[0]).toBeGreaterThan(places[1] as number);
  const looks = rows.find(({ id }) => id === doubtful) as QueueRow;
  expect(looks.likeness).toBeGreaterThan(0.95);
  expect(looks.because.length).toBeGreaterThan(0);
  expect(rows.find(({ id }) => id === usual)?.likeness).toBeLessThan(0.2);
  const count = async () =>
    (await site.pool.query('select sum(rejected)::integer as n from comment_words where word = 0')).rows[0].n;
  const before = await count();
  await moderator('POST', 'desk/comments/undo', { ids: [bad[0]] });
  expect(await count()).toBe(before - 1);
});

it('shows and lets decide in the languages of a role alone', async () => {
  const french = await askerWith(built, [{ role: 'editor', desk: null, lang: 'fr' }]);
  expect((await french('GET', 'desk/comments')).json).toMatchObject({ rows: [], counts: { waiting: 0 } });
  const [first] = (await queue()).rows;
  expect((await decide({ to: 'published', ids: [first?.id] }, french)).json).toEqual({ ids: [] });
  const asked = { comment: first?.id, by: 'name', days: 1 };
  expect((await french('POST', 'desk/comments/bans', asked)).status).toBe(404);
  // A ban holds everywhere: who set it, or moderates everywhere, ends it.
  const { id: ban } = (await moderator('POST', 'desk/comments/bans', asked)).json;
  expect((await french('DELETE', `desk/comments/bans/${ban}`)).status).toBe(404);
  expect((await moderator('DELETE', `desk/comments/bans/${ban}`)).status).toBe(204);
  await moderator('POST', 'desk/comments/undo', { ids: [first?.id] });
  expect((await french('PUT', `desk/comments/stories/${code}`, { taken: 'closed', days: null })).status).toBe(
    404,
  );
  const email = { email: 'mira@example.org', what: 'erase' };
  expect((await french('POST', 'desk/comments/of-person', email)).status).toBe(404);
  const reporter = await askerWith(built, everywhereAs('reporter'));
  expect((await reporter('GET', 'desk/comments')).status).toBe(403);
});

it('shows and lets decide on the desks of a role alone, by where the story stands', async () => {
  await site.pool.query(
    `insert into desks (slug, name, stages, place) values ('sports', 'Sports', '[{"slug": "in", "name": "In"}]', 2)`,
  );
  const { code: match, storyId } = await publishOne(site, { headline: 'A match' });
  expect(
    (
      await site.comment(
        { code: match },
        { text: 'What a match that was, in the rain.' },
        { address: '198.51.100.249' },
      )
    ).status,
  ).toBe(303);
  const { rows } = await site.pool.query<{ id: number }>('select max(id) as id from comments');
  const id = rows[0]?.id as number;
  const sports = await askerWith(built, [{ role: 'moderator', desk: 'sports', lang: null }]);
  const main = await askerWith(built, [
    { role: 'moderator', desk: 'main', lang: 'en' },
    { role: 'reporter', desk: null, lang: null },
  ]);
  const sees = async (by: Asker) =>
    (await by('GET', 'desk/comments')).json.rows.some((row: QueueRow) => row.id === id);
  // Nobody placed it: it is on the first desk.
  expect([await sees(sports), await sees(main)]).toEqual([false, true]);
  expect((await sports('GET', 'desk/comments')).json.counts.waiting).toBe(0);
  expect((await decide({ to: 'published', ids: [id] }, sports)).json).toEqual({ ids: [] });
  expect((await sports('POST', 'desk/comments/bans', { comment: id, by: 'name', days: 1 })).status).toBe(404);
  const close = (by: Asker) => by('PUT', `desk/comments/stories/${match}`, { taken: 'closed', days: null });
  expect((await close(sports)).status).toBe(404);
  await site.pool.query(`insert into desk_items (story_id, desk, stage) values ($1, 'sports', 'in')`, [
    storyId,
  ]);
  expect([await sees(sports), await sees(main)]).toEqual([true, false]);
  expect((await decide({ to: 'published', ids: [id] }, main)).json).toEqual({ ids: [] });
  expect((await decide({ to: 'published', ids: [id] }, sports)).json).toEqual({ ids: [id] });
  expect((await main('POST', 'desk/comments/undo', { ids: [id] })).json).toEqual({ ids: [] });
  expect((await close(sports)).status).toBe(204);
  // A person's wish concerns every desk.
  const wish = { email: 'mira@example.org', what: 'export' };
  expect((await sports('POST', 'desk/comments/of-person', wish)).status).toBe(404);
});

it('opens and closes a story, and says so in the queue', async () => {
  const set = (taken: string | null, days: number | null = null) =>
    moderator('PUT', `desk/comments/stories/${code}`, { taken, days });
  expect((await set('closed')).status).toBe(204);
  expect((await site.comment({ code }, {}, { address: '198.51.100.250' })).status).toBe(403);
  expect((await queue()).rows[0]?.story.taken).toBe('closed');
  await set('days', 400);
  expect(
    (
      await site.comment(
        { code },
        { text: 'Open for a year and more, it seems.' },
        { address: '198.51.100.251' },
      )
    ).status,
  ).toBe(303);
  await set(null);
  expect((await queue()).rows[0]?.story).toMatchObject({ taken: null, days: null });
  expect((await moderator('PUT', 'desk/comments/stories/999999', { taken: 'open', days: null })).status).toBe(
    404,
  );
});

it('gives a person all that came with his address, and takes it away', async () => {
  const email = 'nino@example.org';
  const shown = await send({ name: 'Nino', email, text: 'What I said in public about the ferry.' });
  const unshown = await send({
    name: 'Nino',
    email: 'NINO@example.org',
    text: 'What nobody has read yet, I hope.',
  });
  await decide({ to: 'published', ids: [shown] });
  const answer = await send({ name: 'Gia', text: 'An answer that has to stay where it is.', to: shown });
  await decide({ to: 'published', ids: [answer] });
  const { comments } = (await moderator('POST', 'desk/comments/of-person', { email, what: 'export' })).json;
  expect(
    comments.map(({ id, story, state }: { id: number; story: number; state: string }) => [id, story, state]),
  ).toEqual([
    [shown, code, 'published'],
    [unshown, code, 'waiting'],
  ]);
  expect((await moderator('POST', 'desk/comments/of-person', { email, what: 'erase' })).json).toEqual({
    ids: [shown, unshown],
  });
  expect(readLedger(ledgerIn(dataDir)).erasures.map(({ comment }) => comment)).toEqual([shown, unshown]);
  const page = (await site.get(`/en/${code}/comments`)).text();
  expect(page).toContain('Removed at its author’s request.');
  expect(page).toContain('An answer that has to stay where it is.');
  const { rows } = await site.pool.query(
    "select * from comments where name ilike '%nino%' or body ilike '%ferry.%' or body like '%nobody has read%'",
  );
  expect(rows).toEqual([]);
  expect((await site.pool.query("select from comment_contacts where email ilike 'nino%'")).rowCount).toBe(0);
  expect((await decide({ to: 'published', ids: [unshown] })).json).toEqual({ ids: [] });
  const audit = await site.pool.query(
    "select about::text from audit where what in ('comment.erased', 'comment.exported')",
  );
  expect(audit.rows.map(({ about }) => about).join()).not.toContain('example.org');
});

it('forgets addresses of both kinds after the days that the agency sets, and what it will never show', async () => {
  const count = async (what: string) =>
    (await site.pool.query(`select count(*)::integer as n from ${what}`)).rows[0].n;
  expect(await count('comment_contacts')).toBeGreaterThan(0);
  expect(await count("comments where state in ('rejected', 'banned')")).toBeGreaterThan(0);
  const published = await count("comments where state = 'published'");
  const later = new Date(site.now().getTime() + 31 * 86_400_000);
  await forgetComments(site.pool, later);
  for (const what of [
    'comment_contacts',
    'comment_keys',
    'comment_bans',
    'comment_tries',
    'comments where address_hash is not null',
    "comments where state in ('rejected', 'banned')",
  ])
    expect([what, await count(what)]).toEqual([what, 0]);
  expect(await count("comments where state = 'published'")).toBe(published);
  expect(await count("comments where state = 'removed'")).toBe(1);
});

it('keeps nothing more of what nobody will see, once it is very much, and tells its writer nothing else', async () => {
  const count = async () =>
    (await site.pool.query<{ n: number }>('select count(*)::int as n from comments')).rows[0]?.n;
  await site.pool.query(
    `insert into comments (story_id, lang, version, name, body, sent_at, state, reason, letters_hash)
     select id, 'en', 1, 'Filler', 'words', $2, 'rejected', 'honeypot', '' from stories, generate_series(1, $3)
     where code = $1`,
    [code, new Date(site.now().getTime() - 3_600_000), mostUnseen],
  );
  const before = await count();
  const trapped = await site.comment({ code }, { text: 'Of this one nothing is left anywhere.', trap: 'x' });
  expect([trapped.status, trapped.headers.location]).toEqual([303, `/en/${code}/comments/received`]);
  expect(await count()).toBe(before);
  await send({ text: 'A person is still heard, whatever programs do.' });
  expect(await count()).toBe((before ?? 0) + 1);
  await site.pool.query(`delete from comments where name = 'Filler'`);
});

it('refuses what no moderator would ask', async () => {
  for (const [method, url, body] of [
    ['GET', 'desk/comments?state=nowhere', undefined],
    ['POST', 'desk/comments/decisions', { to: 'waiting', ids: [1] }],
    ['POST', 'desk/comments/decisions', { to: 'rejected', ids: [1], reason: 'because' }],
    ['POST', 'desk/comments/decisions', { to: 'rejected', ids: Array(5_001).fill(1) }],
    ['POST', 'desk/comments/undo', { ids: [] }],
    ['POST', 'desk/comments/bans', { comment: 1, by: 'face', days: 1 }],
    ['POST', 'desk/comments/bans', { comment: 1, by: 'name', days: 0 }],
    ['DELETE', 'desk/comments/bans/x', undefined],
    ['PUT', 'desk/comments/stories/0', { taken: 'open', days: null }],
    ['POST', 'desk/comments/of-person', { email: 'x', what: 'export' }],
  ] as const)
    expect([url, (await moderator(method, url, body)).status]).toEqual([url, 400]);
  expect((await decide({ to: 'published', ids: [999_999_999] })).json).toEqual({ ids: [] });
  expect((await decide({ to: 'published' })).json).toEqual({ ids: [] });
});
