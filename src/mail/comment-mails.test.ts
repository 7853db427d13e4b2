/** From a comment's decision to the mail that its writer wished for, on a real mail server. */
import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { askerWith } from '../../test/asker.ts';
import { everywhereAs } from '../../test/built-app.ts';
import { commenting, lastMail } from '../../test/commenting.ts';
import { day, hour, minute, newsroom } from '../../test/mail-newsroom.ts';
import { linkIn } from '../../test/mail-server.ts';
import { decideComments } from '../comments/moderate-comments.ts';
import { mostAskedInAnHour } from '../followers/follow.ts';
import { eraseOld } from '../followers/follower-store.ts';
import { inTransaction } from '../record/transaction.ts';

type Room = Awaited<ReturnType<typeof newsroom>>;

/** Comments straight in the queue, with an address that was confirmed and is told. */
async function waitingWith(
  { database, now }: Room,
  code: number,
  name: string,
  email: string,
  count: number,
) {
  const { rows } = await database.pool.query<{ id: number }>(
    `with made as (
       insert into comments (story_id, lang, version, name, body, sent_at, state, reason, letters_hash)
       select id, 'en', 1, $2, 'Words of ' || at, $3, 'waiting', 'read-first', '' from stories, generate_series(1, $4) as at
       where code = $1 returning id)
     insert into comment_contacts (comment_id, email, tell, given_at, confirmed_at) select id, $5, true, $3, $3 from made
     returning comment_id as id`,
    [code, name, now(), count, email],
  );
  return rows.map(({ id }) => id);
}

it('says nothing of a stranger’s in a mail that nobody let pass, and tells one address ten times in a day at most', async () => {
  const room = await newsroom();
  const code = await room.publish();
  const moderator = await askerWith(room.built, everywhereAs('moderator'), { name: 'Keti' });
  const reject = async (ids: number[]) =>
    expect((await moderator('POST', 'desk/comments/decisions', { ids, to: 'rejected' })).status).toBe(200);
  // The second address comes to the same person.
  await reject(await waitingWith(room, code, 'Win at casino.example', 'victim@example.org', 6));
  await reject(await waitingWith(room, code, 'Win at casino.example', 'Victim+2@example.org', 6));
  room.wait(3 * minute);
  expect(await room.work()).toBe(10);
  for (const { mail } of room.server.received)
    expect(`${mail.subject} ${mail.text} ${mail.html}`).not.toContain('casino');
  room.wait(25 * hour);
  await reject(await waitingWith(room, code, 'Mira', 'victim@example.org', 1));
  room.wait(3 * minute);
  expect(await room.work()).toBe(1);
});

it('sends nothing to whoever had his comments erased, of an answer to them neither', async () => {
  const room = await newsroom();
  const code = await room.publish();
  const moderator = await askerWith(room.built, everywhereAs('moderator'), { name: 'Keti' });
  const publish = (ids: number[]) => moderator('POST', 'desk/comments/decisions', { ids, to: 'published' });
  const [own = 0] = await waitingWith(room, code, 'Mira', 'mira@example.org', 1);
  await publish([own]);
  room.wait(3 * minute);
  expect(await room.work()).toBe(1);
  const [answer = 0] = await waitingWith(room, code, 'Lev', 'lev@example.org', 1);
  await room.database.pool.query('update comments set parent_id = $2 where id = $1', [answer, own]);
  await publish([answer]);
  const erased = await moderator('POST', 'desk/comments/of-person', {
    email: 'MIRA@example.org',
    what: 'erase',
  });
  expect(erased.json).toEqual({ ids: [own] });
  const { rows } = await room.database.pool.query(`select address from mails where address is not null`);
  expect(rows).toEqual([{ address: 'lev@example.org' }]);
  room.wait(3 * minute);
  expect(await room.work()).toBe(1);
  expect(room.server.received.at(-1)?.to).toEqual(['lev@example.org']);
});

it('keeps no address in a mail that cannot go out for longer than three days and one', async () => {
  const room = await newsroom();
  const code = await room.publish();
  const moderator = await askerWith(room.built, everywhereAs('moderator'), { name: 'Keti' });
  const ids = await waitingWith(room, code, 'Mira', 'mira@example.org', 1);
  await moderator('POST', 'desk/comments/decisions', { ids, to: 'published' });
  const held = async () =>
    (await room.database.pool.query('select from mails where address is not null')).rowCount;
  room.wait(3 * day);
  await eraseOld(room.database.pool, room.now());
  expect(await held()).toBe(1);
  room.wait(2 * day);
  await eraseOld(room.database.pool, room.now());
  expect(await held()).toBe(0);
});

/** Sends what waits, which is one question, and answers it. */
async function confirmLast(room: Room): Promise<void> {
  expect(await room.work()).toBe(1);
  const link = linkIn(lastMail(room), '/mail/comments/');
  expect((await room.ask('POST', link, {})).status).toBe(200);
}

it('asks first whose the address is, in no word of the writer’s, and says nothing else before', async () => {
  const room = await newsroom();
  const code = await room.publish({ headline: 'Storm closes the port' });
  const moderator = await askerWith(room.built, everywhereAs('moderator'), { name: 'Keti' });
  const comment = commenting(room, code);
  const publish = (ids: number[]) => moderator('POST', 'desk/comments/decisions', { ids, to: 'published' });
  const mira = { name: 'Win at casino.example', email: 'mira@example.org', tell: '1' };
  const first = await comment({ ...mira, comment: 'Buy at casino.example and win every day.' });
  expect((await room.ask('GET', `/en/${code}/comments/received`)).text).toContain(
    'please look into your mail',
  );
  await publish([first]);
  expect(await room.work()).toBe(1);
  const { to, mail } = lastMail(room);
  expect([to, mail.subject]).toEqual([
    ['mira@example.org'],
    'Please confirm: news of your comments at Halim Press',
  ]);
  expect(mail.text).toContain('news of your comments');
  expect(`${mail.subject}${mail.text}${mail.html}`).not.toMatch(/casino|Storm/);
  room.wait(hour);
  expect(await room.work()).toBe(0);
  // A program that opens every link confirms nothing.
  const link = linkIn(lastMail(room), '/mail/comments/');
  expect((await room.ask('GET', link)).text).toContain('Do you want this by e-mail?');
  expect(await room.work()).toBe(0);
  expect((await room.ask('POST', link, {})).text).toContain('You will get it');
  // What became of it meanwhile.
  room.wait(3 * minute);
  expect(await room.work()).toBe(1);
  expect(lastMail(room).mail.subject).toBe('Your comment was published');
  expect((await room.ask('POST', link, {})).status).toBe(200);
  room.wait(3 * minute);
  expect(await room.work()).toBe(0);

  // The address is known now, however it is spelled.
  const second = await comment({
    ...mira,
    email: 'Mira@Example.org',
    comment: 'It was open in June, in mine.',
  });
  expect(await room.work()).toBe(0);
  await publish([second]);
  room.wait(3 * minute);
  expect(await room.work()).toBe(1);

  // Ended by the link of any of them; a wish after that is asked about anew.
  const end = linkIn(lastMail(room), '/mail/no-comments/');
  expect((await room.ask('GET', end)).text).toContain('Do you want to end this?');
  const third = await comment({ ...mira, comment: 'A third one, which was never told.' });
  await publish([third]);
  expect((await room.ask('POST', end, {})).text).toContain('It is ended');
  room.wait(3 * minute);
  expect(await room.work()).toBe(0);
  await comment({ ...mira, comment: 'And a fourth, of another day.' });
  expect(await room.work()).toBe(1);
  expect(lastMail(room).mail.subject).toBe('Please confirm: news of your comments at Halim Press');
});

it('asks an address twice in a day at most, of no flood, and takes no answer after seven days or of another', async () => {
  const room = await newsroom();
  const code = await room.publish();
  const comment = commenting(room, code);
  for (let at = 1; at <= 5; at++)
    await comment({
      name: 'Lev',
      email: `victim+${at}@example.org`,
      comment: `Words number ${at} of many.`,
      tell: '1',
    });
  expect(await room.work()).toBe(2);
  const link = linkIn(lastMail(room), '/mail/comments/');
  expect((await room.ask('GET', link.replace('/mail/comments/', '/mail/no-comments/'))).status).toBe(404);
  expect((await room.ask('POST', link.replace(/-[0-9a-f]/, '-x'), {})).status).toBe(404);
  room.wait(7 * day);
  expect((await room.ask('GET', link)).status).toBe(404);
  expect((await room.ask('POST', link, {})).text).toContain('does not hold any more');
  const { rows } = await room.database.pool.query(
    'select from comment_contacts where confirmed_at is not null',
  );
  expect(rows).toEqual([]);
  // A flood is set apart, and nobody is asked about it.
  await waitingWith(room, code, 'Many', 'many@example.org', 45);
  await comment({ name: 'Ana', email: 'ana@example.org', comment: 'One of a great many.', tell: '1' });
  expect((await room.database.pool.query("select name from comments where state = 'surge'")).rows).toEqual([
    { name: 'Ana' },
  ]);
  expect(await room.work()).toBe(0);
});

it('bounds what it asks strangers in an hour by the mails that it sent, not by what nobody is asked about', async () => {
  const room = await newsroom();
  const code = await room.publish();
  const { pool } = room.database;
  const ids = await waitingWith(room, code, 'Many', 'many@example.org', mostAskedInAnHour);
  await pool.query('update comment_contacts set confirmed_at = null');
  await pool.query("update comments set state = 'rejected'");
  room.wait(30 * minute);
  const comment = commenting(room, code);
  await comment({ name: 'Ana', email: 'ana@example.org', comment: 'What I saw at the pass.', tell: '1' });
  expect(await room.work()).toBe(1);
  expect(lastMail(room).to).toEqual(['ana@example.org']);
  // Had they been asked, nobody else would be.
  await pool.query(
    `insert into mails (kind, lang, once, state, queued_at, due_at, done_at)
     select 'comment-confirm', 'en', 'comment confirm ' || id, 'sent', $2, $2, $2 from unnest($1::bigint[]) as id`,
    [ids, room.now()],
  );
  await comment({ name: 'Lev', email: 'lev@example.org', comment: 'What I heard of it there.', tell: '1' });
  expect(await room.work()).toBe(0);
});

it('tells of all comments of an address once it is confirmed for one of them', async () => {
  const room = await newsroom();
  const code = await room.publish();
  const moderator = await askerWith(room.built, everywhereAs('moderator'), { name: 'Keti' });
  const comment = commenting(room, code);
  const mira = { name: 'Mira', email: 'mira@example.org', tell: '1' };
  const first = await comment({ ...mira, comment: 'The pass was closed in my youth too.' });
  const second = await comment({ ...mira, email: 'Mira@example.org', comment: 'And open again in June.' });
  await moderator('POST', 'desk/comments/decisions', { ids: [first, second], to: 'published' });
  expect(await room.work()).toBe(2);
  const link = linkIn(lastMail(room), '/mail/comments/');
  expect((await room.ask('POST', link, {})).status).toBe(200);
  expect((await room.ask('POST', link, {})).status).toBe(200);
  room.wait(3 * minute);
  expect(await room.work()).toBe(2);
  const told = room.server.received.slice(-2).map(({ mail }) => mail.text);
  for (const id of [first, second]) expect(told.join()).toContain(`/comments#comment-${id}`);
});

it('tells a writer who confirms while a moderator decides', async () => {
  const room = await newsroom();
  const code = await room.publish();
  const { pool } = room.database;
  const comment = commenting(room, code);
  const id = await comment({
    name: 'Mira',
    email: 'mira@example.org',
    comment: 'The pass was closed in my youth too.',
    tell: '1',
  });
  expect(await room.work()).toBe(1);
  const link = linkIn(lastMail(room), '/mail/comments/');
  const confirmed = await inTransaction(pool, async (db) => {
    const by = { id: null, name: 'Keti' };
    await decideComments({ db, now: room.now(), by, places: null }, { ids: [id], to: 'published' });
    const answer = room.ask('POST', link, {});
    // What does not wait for the decision is done by then.
    await Promise.race([answer, setTimeout(1_000)]);
    return { answer };
  });
  expect((await confirmed.answer).status).toBe(200);
  room.wait(3 * minute);
  expect(await room.work()).toBe(1);
  expect(lastMail(room).mail.subject).toBe('Your comment was published');
});

it('tells the writer that his comment can be read, and of an answer; a decision that was undone is told to nobody', async () => {
  const room = await newsroom();
  const code = await room.publish();
  const moderator = await askerWith(room.built, everywhereAs('moderator'), { name: 'Keti' });
  const comment = commenting(room, code);
  const decide = async (ids: number[], to: string) =>
    expect((await moderator('POST', 'desk/comments/decisions', { ids, to })).status).toBe(200);
  const last = () => lastMail(room);

  const first = await comment({
    name: 'Mira <b>',
    email: 'mira@example.org',
    comment: 'The pass was closed in my youth too.',
    tell: '1',
  });
  await confirmLast(room);
  const silent = await comment({
    name: 'Lev',
    email: 'lev@example.org',
    comment: 'Nobody told us of it at all.',
  });
  const regretted = await comment({
    name: 'Ana',
    email: 'ana@example.org',
    comment: 'It was otherwise when I was there.',
    tell: '1',
  });
  await confirmLast(room);
  await decide([first, silent, regretted], 'published');
  expect((await moderator('POST', 'desk/comments/undo', { ids: [regretted] })).status).toBe(200);
  expect(await room.work()).toBe(0);
  room.wait(3 * minute);
  expect(await room.work()).toBe(1);
  expect(last()?.to).toEqual(['mira@example.org']);
  expect(last()?.mail.text).toContain(`https://halim.example/en/${code}/comments#comment-${first}`);
  expect(last()?.mail.html).toContain('Mira &lt;b&gt;');

  const answer = await comment({
    name: 'Lev',
    comment: 'In mine it was open, and in June.',
    to: String(first),
  });
  await decide([answer], 'published');
  room.wait(3 * minute);
  expect(await room.work()).toBe(1);
  expect(last()?.mail.text).toContain('In mine it was open, and in June.');
  await decide([regretted], 'rejected');
  room.wait(3 * minute);
  expect(await room.work()).toBe(1);
  expect(last()?.to).toEqual(['ana@example.org']);
});
