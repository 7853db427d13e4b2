/** From a comment's decision to the mail that its writer wished for, on a real mail server. */
import { expect, it } from 'vitest';
import { askerWith } from '../../test/asker.ts';
import { everywhereAs } from '../../test/built-app.ts';
import { sealIn } from '../../test/commented.ts';
import { minute, newsroom } from '../../test/mail-newsroom.ts';

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
