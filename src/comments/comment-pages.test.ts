/** What readers do with comments, through the front door: the form, what is refused, what is shown, what the cache keeps. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { actOn } from '../../test/acts.ts';
import { type Commented, openCommented, sealIn, until } from '../../test/commented.ts';
import { publishOne } from '../../test/invented-story.ts';
import { writeSetting } from '../editions/setting.ts';
import { byCommand } from '../people/audit.ts';
import { inTransaction } from '../record/transaction.ts';
import { plainRules } from './comment-setting.ts';
import type { Moderating } from './moderate-comments.ts';
import { decideComments } from './moderate-comments.ts';

let site: Commented;

beforeAll(async () => {
  site = await openCommented();
});
afterAll(() => site.close());

const newest = async () => (await site.pool.query('select * from comments order by id desc limit 1')).rows[0];

/** As a moderator of every language. */
function moderate<T>(work: (moderating: Moderating) => Promise<T>): Promise<T> {
  return inTransaction(site.pool, (db) => work({ db, now: site.now(), by: byCommand, places: null }));
}

const publish = (id: number) => moderate((by) => decideComments(by, { to: 'published', ids: [id] }));

async function storyPage(code: number, lang = 'en'): Promise<string> {
  const { headers } = await site.get(`/${lang}/${code}`);
  return (await site.get(headers.location as string)).text();
}

it('takes a comment by a plain form, shows it when a person has read it, and drops what was prepared', async () => {
  const { code } = await publishOne(site, {});
  const before = await storyPage(code);
  expect(before).toContain(`href="/en/${code}/comments/write"`);
  expect(before).not.toContain('<form class="comment-form"');
  const form = await site.get(`/en/${code}/comments/write`);
  expect([form.status, form.headers['cache-control']]).toEqual([200, 'no-store']);
  expect(form.text()).toMatch(/<input[^>]+name="name"[^>]+autoComplete="name"|autocomplete="name"/i);
  const sent = await site.comment(
    { code },
    {
      name: ' Mira  of \u202eHalim ',
      email: 'mira@example.org',
      text: 'First.\r\n\r\n\r\nSecond,\nnext line.',
    },
  );
  expect([sent.status, sent.headers.location]).toEqual([303, `/en/${code}/comments/received`]);
  expect((await site.get(sent.headers.location as string)).text()).toContain('Your comment was received');
  const kept = await newest();
  expect(kept).toMatchObject({
    ...{ name: 'Mira of Halim', body: 'First.\n\nSecond,\nnext line.', state: 'waiting' },
    ...{ reason: 'read-first', version: 1 },
  });
  expect(await storyPage(code)).toBe(before);
  await publish(kept.id);
  await until(async () => (await storyPage(code)).includes('1 comment'));
  const page = await storyPage(code);
  expect(page).toContain(`<li id="comment-${kept.id}">`);
  expect(page).toContain('<bdi>Mira of Halim</bdi>');
  expect(page).toContain('<p dir="auto">First.</p>\n<p dir="auto">Second,\nnext line.</p>');
  expect(page).not.toContain('mira@example.org');
  expect(page).not.toContain('correction of');
  const everything = await site.get(`/en/${code}/comments`);
  expect(everything.status).toBe(200);
  expect(everything.text()).toContain('Second,');
  for (const form of ['print', 'lite']) {
    const there = (await site.get(`/en/${code}/x/${form}`)).headers.location as string;
    expect((await site.get(there)).text()).toContain('1 comment');
  }
  expect((await site.get(`/en/v/${code}/1`)).text()).not.toContain('Mira');
});

it('puts an answer below what it answers, and says what was written before a correction', async () => {
  const { code } = await publishOne(site, {});
  await site.comment({ code }, { text: 'Is it the north pier? I think so.' });
  const first = (await newest()).id;
  await publish(first);
  await site.comment(
    { code },
    { name: 'Lev', text: 'A later comment, which stands behind.' },
    { address: '192.0.2.2' },
  );
  const later = (await newest()).id;
  await publish(later);
  await actOn(site.pool, code, 'correct', {
    words: { lead: 'Two ferries stay in harbour.' },
    now: site.now(),
  });
  const form = (await site.get(`/en/${code}/comments/write?to=${first}`)).text();
  expect(form).toContain('Is it the north pier?');
  await site.comment(
    { code },
    { name: 'Nino', text: 'It is the south one, they say now.', to: first },
    { address: '192.0.2.3' },
  );
  const answer = await newest();
  expect(answer).toMatchObject({ parent_id: first, version: 2 });
  await publish(answer.id);
  // An answer to an answer stands beside it.
  await site.comment(
    { code },
    { name: 'Otar', text: 'Thank you, that explains a lot.', to: answer.id },
    { address: '192.0.2.4' },
  );
  const second = await newest();
  expect(second.parent_id).toBe(first);
  await publish(second.id);
  await until(async () => (await storyPage(code)).includes('4 comments'));
  const page = await storyPage(code);
  const order = [...page.matchAll(/<li id="comment-(\d+)"/g)].map(([, id]) => Number(id));
  expect(order).toEqual([first, answer.id, second.id, later]);
  expect(page).toContain('In answer to \u2068Mira\u2069');
  expect(page.match(/Written before the correction of /g)).toHaveLength(2);
});

it('says what is wrong beside the field, and keeps what was typed', async () => {
  const { code } = await publishOne(site, { lang: 'fa', headline: 'بندر بسته شد' });
  const wrong = await site.comment(
    { lang: 'fa', code },
    { name: '', email: 'mira@', text: 'متن من <b>"&' },
    { address: '192.0.2.20' },
  );
  const page = wrong.text();
  expect(wrong.status).toBe(400);
  expect(page).toContain('<html lang="fa" dir="rtl">');
  expect(page).toContain('متن من &lt;b&gt;&quot;&amp;</textarea>');
  expect(page).toContain('value="mira@"');
  expect(page).toContain('aria-describedby="name-wrong name-hint" aria-invalid="true"');
  expect(page).toContain('این نشانی ایمیل نیست');
  const stale = await site.post(
    `/fa/${code}/comments`,
    { seal: 'x', name: 'میرا', comment: 'سلام' },
    { address: '192.0.2.21' },
  );
  expect([stale.status, stale.text().includes('مدت زیادی باز بوده')]).toEqual([400, true]);
  const seal = sealIn((await site.get(`/fa/${code}/comments/write`)).text());
  const quick = { seal, name: 'میرا', comment: 'سلام' };
  expect((await site.post(`/fa/${code}/comments`, quick)).status).toBe(400);
  site.wait(5);
  expect((await site.post(`/fa/${code}/comments`, quick, { address: '192.0.2.22' })).status).toBe(303);
  // A form is of one story, and of one day.
  const other = await publishOne(site, {});
  expect((await site.post(`/en/${other.code}/comments`, quick, { address: '192.0.2.23' })).status).toBe(400);
  site.wait(25 * 3_600);
  expect((await site.post(`/fa/${code}/comments`, quick, { address: '192.0.2.24' })).status).toBe(400);
});

it('takes five in ten minutes from one address, whichever of its network it is', async () => {
  const { code } = await publishOne(site, {});
  const from = (at: number) => ({ address: `2001:db8:1:2::${at}` });
  for (let at = 1; at <= 5; at++)
    expect(
      (await site.comment({ code }, { text: `Number ${at} of what I have to say today.` }, from(at))).status,
    ).toBe(303);
  const sixth = await site.comment({ code }, { text: 'Number six, which is one too many.' }, from(6));
  expect(sixth.status).toBe(429);
  expect(sixth.text()).toContain('Number six, which is one too many.');
  expect(Number(sixth.headers['retry-after'])).toBeGreaterThan(60);
  expect(
    (
      await site.comment(
        { code },
        { text: 'From the house next door, about the ferry.' },
        { address: '2001:db8:1:3::1' },
      )
    ).status,
  ).toBe(303);
  site.wait(601);
  expect(
    (await site.comment({ code }, { text: 'And here I am again, ten minutes later.' }, from(7))).status,
  ).toBe(303);
  const { rows } = await site.pool.query(
    "select encode(address_hash, 'hex') as hash from comments where address_hash is not null",
  );
  expect(rows.every(({ hash }) => /^[0-9a-f]{64}$/.test(hash))).toBe(true);
});

it('counts by the address that the proxy in front says, not by one that somebody made up before it', async () => {
  const { code } = await publishOne(site, {});
  const statuses: number[] = [];
  for (let at = 1; at <= 6; at++) {
    const from = { address: `203.0.113.${at}, 198.51.100.77` };
    const text = `Number ${at} under a name that was made up.`;
    statuses.push((await site.comment({ code }, { text }, from)).status);
  }
  expect(statuses).toEqual([303, 303, 303, 303, 303, 429]);
});

it('tells a program nothing that fills the trap, and keeps the same words once', async () => {
  const { code } = await publishOne(site, {});
  const trapped = await site.comment({ code }, { trap: 'https://x.example' }, { address: '192.0.2.30' });
  expect(trapped.headers.location).toBe(`/en/${code}/comments/received`);
  expect(await newest()).toMatchObject({ state: 'rejected', reason: 'honeypot' });
  const said = { text: 'My very own words about the harbour.' };
  await site.comment({ code }, said, { address: '192.0.2.31' });
  const first = await newest();
  expect(first.state).toBe('waiting');
  await site.comment({ code }, { text: 'my VERY own words; about the harbour' }, { address: '192.0.2.32' });
  expect(await newest()).toMatchObject({ state: 'rejected', reason: 'repeated', about: String(first.id) });
});

it('takes nothing from another site, in another form or of another size', async () => {
  const { code } = await publishOne(site, {});
  const path = `/en/${code}/comments`;
  const form = { name: 'Mira', comment: 'x' };
  for (const headers of [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
  ]) {
    const answer = await site.post(path, form, { headers });
    expect([answer.status, answer.text().includes('from another site')]).toEqual([403, true]);
  }
  expect((await site.post(path, form, { headers: { 'content-type': 'application/json' } })).status).toBe(415);
  expect((await site.post(path, { comment: 'x'.repeat(200_000) })).status).toBe(413);
  expect((await site.post(path, { comment: '\0\ud800', name: '\0' })).status).toBe(400);
  expect((await site.post(path, {})).status).toBe(400);
});

it('answers every address that there is not, and never breaks', async () => {
  const { code } = await publishOne(site, {});
  const asked = [
    '/en/999999/comments',
    '/de/1/comments',
    '/en/0/comments',
    `/en/${code}x/comments`,
    `/en/${code}/comments/x`,
  ];
  for (const path of [
    ...asked,
    '/en/999999/comments/write',
    '/en/%00/comments',
    '/en/999999999999999999/comments',
  ])
    expect([path, (await site.get(path)).status]).toEqual([path, 404]);
  expect((await site.get(`/fa/${code}/comments`)).headers.location).toBe(`/en/${code}/comments`);
  for (const after of ['x', '1', '1.', '0.1', '-1.2', '1.2.3', '99999999999999999.1'])
    expect([after, (await site.get(`/en/${code}/comments?after=${after}`)).status]).toEqual([after, 400]);
  expect((await site.get(`/en/${code}/comments?after=1.1`)).status).toBe(200);
  for (const to of ['x', '0', '999999999', '1e9'])
    expect((await site.get(`/en/${code}/comments/write?to=${to}`)).status).toBe(200);
});

it('takes none on a story that is held, killed, old or closed by the desk', async () => {
  const held = await publishOne(site, {});
  await actOn(site.pool, held.code, 'hold', { now: site.now() });
  expect((await site.get(`/en/${held.code}/comments`)).status).toBe(503);
  expect((await site.comment({ code: held.code })).status).toBe(503);
  await actOn(site.pool, held.code, 'kill', { reasonClass: 'inaccurate', now: site.now() });
  await until(async () => (await site.get(`/en/${held.code}/comments`)).status !== 503);
  expect((await site.comment({ code: held.code })).status).toBe(410);
  const { code, storyId } = await publishOne(site, {});
  await site.pool.query("insert into comment_stories (story_id, taken) values ($1, 'closed')", [storyId]);
  await until(async () => !(await storyPage(code)).includes('/comments/write'));
  const closed = await site.comment({ code });
  expect([closed.status, closed.text().includes('Comments on this story are closed.')]).toEqual([403, true]);
  await site.pool.query("update comment_stories set taken = 'days', days = 2");
  await until(async () => (await storyPage(code)).includes('/comments/write'));
  site.wait(3 * 86_400);
  // At the agency's midnight every page is made anew.
  expect(await storyPage(code)).not.toContain('/comments/write');
  expect((await site.comment({ code })).status).toBe(403);
});

it('shows at once what a known writer sends, where the agency says so', async () => {
  const { code } = await publishOne(site, {});
  const known = { name: 'Salome', email: 'salome@example.org' };
  await site.comment(
    { code },
    { ...known, text: 'The first that I write, which somebody reads.' },
    { address: '192.0.2.40' },
  );
  await publish((await newest()).id);
  await writeSetting(site.pool, 'comments', { ...plainRules, moderation: 'known' });
  await site.comment(
    { code },
    { ...known, name: 'Somebody', text: 'Under another name it waits, as it should.' },
    { address: '192.0.2.41' },
  );
  expect(await newest()).toMatchObject({ state: 'waiting', reason: 'not-known' });
  await site.comment(
    { code },
    { ...known, text: 'Whoever knows both, and writes from elsewhere, waits.' },
    { address: '198.51.100.42' },
  );
  expect(await newest()).toMatchObject({ state: 'waiting', reason: 'not-known' });
  const shown = await site.comment(
    { code },
    { ...known, text: 'The second, which readers see at once.' },
    { address: '192.0.2.40' },
  );
  const { id, state, reason } = await newest();
  expect([state, reason, shown.headers.location]).toEqual([
    'published',
    'known-good',
    `/en/${code}/comments#comment-${id}`,
  ]);
  await until(async () => (await storyPage(code)).includes('which readers see at once'));
});

it('leads to the story whose headline is a word of ours', async () => {
  const { code } = await publishOne(site, { headline: 'Comments' });
  expect((await site.get(`/en/${code}`)).headers.location).toBe(`/en/${code}/-`);
  expect((await site.get(`/en/${code}/-`)).text()).toContain('<h1>Comments</h1>');
});

it('shows few below a story, and every one on pages of fifty', async () => {
  const { code, storyId } = await publishOne(site, {});
  await site.pool.query(
    `insert into comments (story_id, lang, version, name, body, sent_at, state, reason, letters_hash, published_at)
     select $1, 'en', 1, 'Reader ' || n, repeat('Long words of reader ' || n || '. ', 80), now(), 'published', 'approved', '', now()
     from generate_series(1, 120) as n`,
    [storyId],
  );
  await until(async () => (await storyPage(code)).includes('120 comments'));
  const page = await storyPage(code);
  expect(page.match(/<li id="comment-/g)).toHaveLength(5);
  expect(page.match(/>Read on</g)).toHaveLength(5);
  const seen: string[] = [];
  let path: string | undefined = `/en/${code}/comments`;
  for (let pages = 0; path && pages < 5; pages++) {
    const text = (await site.get(path)).text();
    seen.push(...[...text.matchAll(/<li id="comment-(\d+)"/g)].map(([, id]) => id as string));
    path = /href="([^"]+)" rel="next"/.exec(text)?.[1]?.replaceAll('&amp;', '&');
  }
  expect([seen.length, new Set(seen).size]).toEqual([120, 120]);
});
