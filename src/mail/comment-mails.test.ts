/** From a comment's decision to the mail that its writer wished for, on a real mail server. */
import { expect, it } from 'vitest';
import { askerWith } from '../../test/asker.ts';
import { everywhereAs } from '../../test/built-app.ts';
import { sealIn } from '../../test/commented.ts';
import { day, hour, minute, newsroom } from '../../test/mail-newsroom.ts';
import { eraseOld } from '../followers/follower-store.ts';

type Room = Awaited<ReturnType<typeof newsroom>>;

/** Comments straight in the queue, with an address that is told. */
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
     insert into comment_contacts (comment_id, email, tell, given_at) select id, $5, true, $3 from made
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

it('tells the writer that his comment can be read, and of an answer; a decision that was undone is told to nobody', async () => {
  const room = await newsroom();
  const code = await room.publish();
  const moderator = await askerWith(room.built, everywhereAs('moderator'), { name: 'Keti' });
  let from = 0;
  const comment = async (said: Record<string, string>) => {
    const form = await room.ask('GET', `/en/${code}/comments/write`);
    expect(form.text).toContain('name="tell"');
    room.wait(10_000);
    const sent = await room.ask(
      'POST',
      `/en/${code}/comments`,
      { seal: sealIn(form.text), website: '', ...said },
      `198.51.100.${++from}`,
    );
    expect(sent.status).toBe(303);
    const { rows } = await room.database.pool.query<{ id: number }>('select max(id) as id from comments');
    return rows[0]?.id as number;
  };
  const decide = async (ids: number[], to: string) =>
    expect((await moderator('POST', 'desk/comments/decisions', { ids, to })).status).toBe(200);
  const last = () => room.server.received.at(-1);

  const first = await comment({
    name: 'Mira <b>',
    email: 'mira@example.org',
    comment: 'The pass was closed in my youth too.',
    tell: '1',
  });
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
