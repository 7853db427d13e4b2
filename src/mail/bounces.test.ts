/** Mail that comes back: reports in the forms in which servers send them, and those that somebody made up. */
import { expect, it } from 'vitest';
import { type Newsroom, newsroom } from '../../test/mail-newsroom.ts';
import {
  bounceExchange,
  bounceExim,
  bounceOldExim,
  bouncePostfix,
  delayPostfix,
  vacation,
} from './fixtures/reports.ts';
import { takeBounce } from './take-bounce.ts';

const storm = { 'ask-q': 'storm', every: 'at-once', address: 'lina@example.org' };

/** A follower who was sent a story. @returns the return path of that mail. */
async function sentOne(): Promise<{ room: Newsroom; returnPath: string }> {
  const room = await newsroom();
  await room.follow(storm);
  await room.publish({ headline: 'Storm' });
  await room.work();
  return { room, returnPath: room.server.received.at(-1)?.from as string };
}

async function isFollowing({ database }: Newsroom): Promise<{ active: boolean; why: string }> {
  const { rows } = await database.pool.query<{ active: boolean; why: string }>(
    `select next_at is not null as active, ended_why as why from followings join followers on followers.id = follower_id`,
  );
  return rows[0] as { active: boolean; why: string };
}

const take = ({ database, now }: Newsroom, text: string, to: string | null = null) =>
  takeBounce(database.pool, { bytes: Buffer.from(text), to }, now());

it.each([
  ['Postfix', bouncePostfix, true, '5.1.1'],
  ['Exim', bounceExim, true, '5.0.0'],
  ['an older Exim', bounceOldExim, true, ''],
  ['Exchange', bounceExchange, true, '5.1.10'],
])('ends at once what goes to an address that %s says is not there', async (_whose, report, hard, status) => {
  const { room, returnPath } = await sentOne();
  expect(await take(room, report(returnPath))).toEqual({
    kind: 'noted',
    hard,
    status,
    covered: 'l…@example.org',
  });
  expect(await isFollowing(room)).toEqual({ active: false, why: 'bounced' });
  const { rows } = await room.database.pool.query('select said, covered from bounces');
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain('lina@');
  // Once more changes nothing.
  await take(room, report(returnPath));
  expect((await room.database.pool.query('select count(*)::int as n from bounces')).rows).toEqual([{ n: 1 }]);
  room.wait(3_600_000);
  await room.publish({ headline: 'Storm two' });
  expect(await room.work()).toBe(0);
});

it('lets a full mailbox be full four times, and ends at the fifth', async () => {
  const { room, returnPath } = await sentOne();
  const full = (path: string) =>
    bouncePostfix(path, { status: '5.2.2', said: '552 5.2.2 <lina@example.org> over quota' });
  await take(room, full(returnPath));
  for (let times = 0; times < 4; times++) {
    expect(await isFollowing(room)).toEqual({ active: true, why: '' });
    room.wait(3_600_000);
    await room.publish({ headline: `Storm ${times}` });
    expect(await room.work()).toBe(1);
    await take(room, full(room.server.received.at(-1)?.from as string));
  }
  expect(await isFollowing(room)).toEqual({ active: false, why: 'bounced' });
});

it('begins anew when the reader confirms again', async () => {
  const { room, returnPath } = await sentOne();
  await take(room, bouncePostfix(returnPath));
  room.wait(3_600_000);
  await room.follow(storm);
  await room.publish({ headline: 'Storm again' });
  expect(await room.work()).toBe(1);
});

it('changes nothing for a delay, or for somebody’s absence', async () => {
  const { room, returnPath } = await sentOne();
  expect(await take(room, delayPostfix(returnPath))).toEqual({ kind: 'no-failure' });
  expect(await take(room, vacation(returnPath))).toEqual({ kind: 'no-failure' });
  expect(await isFollowing(room)).toEqual({ active: true, why: '' });
});

it('changes nothing for a report that was made up', async () => {
  const { room, returnPath } = await sentOne();
  const [, id = '', mac = ''] = /\+([0-9a-z]+)-([0-9a-f]{32})@/.exec(returnPath) ?? [];
  const wrongs = [
    'bounce@halim.example',
    'lina@example.org',
    `bounce+${id}-${'0'.repeat(32)}@halim.example`,
    `bounce+${id}-${mac.slice(0, 31)}@halim.example`,
    `bounce+${id}0-${mac}@halim.example`,
    `bounce+zzzzzzzzzz-${mac}@halim.example`,
  ];
  for (const wrong of wrongs) {
    expect(await take(room, bouncePostfix(wrong)), wrong).toEqual({ kind: 'unknown' });
    // What the mail server says of the recipient counts, not what the mail says of itself.
    expect(await take(room, bouncePostfix(returnPath), wrong), wrong).toEqual({ kind: 'unknown' });
  }
  expect(await isFollowing(room)).toEqual({ active: true, why: '' });
  // The token of another use is none of this one.
  const end = /\/mail\/end\/(\S+)/.exec(room.server.received.at(-1)?.mail.text ?? '')?.[1];
  expect(await take(room, bouncePostfix(`bounce+${end}@halim.example`))).toEqual({ kind: 'unknown' });
});

it('knows its token in capitals too, as some servers write it', async () => {
  const { room, returnPath } = await sentOne();
  expect(await take(room, bouncePostfix(returnPath.toUpperCase()))).toMatchObject({ kind: 'noted' });
});

it('reads whatever it is given, and changes nothing for what is no report', async () => {
  const { room, returnPath } = await sentOne();
  const whole = bouncePostfix(returnPath);
  const odd = [
    '',
    '\0\0\0',
    'To: x',
    `To: ${returnPath}\n\n`,
    `To: ${returnPath}\nContent-Type: multipart/report; boundary="\n\n--`,
    `${'Received: x\n'.repeat(20_000)}\nbody`,
    'Content-Type: multipart/mixed; boundary=a\n\n--a\n'.repeat(500),
  ];
  for (const text of odd) expect((await take(room, text)).kind).not.toBe('noted');
  // Cut short anywhere, it is understood or it is not; nothing breaks.
  for (let length = 0; length < whole.length; length += 97) await take(room, whole.slice(0, length));
  await take(room, whole);
  expect(await isFollowing(room)).toEqual({ active: false, why: 'bounced' });
});

it('reads a report that was made to be read for hours', async () => {
  const room = await newsroom();
  const long = 'a'.repeat(900_000);
  const headed = `To: ${long}\r\nX-Failed-Recipients: x\r\nSubject: no\r\n\r\n550 ${long}\r\n`;
  expect(await take(room, headed)).toEqual({ kind: 'unknown' });
  expect(await take(room, bouncePostfix('nobody@halim.example', { status: '5.2.2', said: long }))).toEqual({
    kind: 'unknown',
  });
});
