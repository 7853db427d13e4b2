/** Alerts: new stories for a search, from the act to the mail. */
import { expect, it } from 'vitest';
import { actOn } from '../../test/acts.ts';
import { day, hour, minute, type Newsroom, newsroom } from '../../test/mail-newsroom.ts';
import { header, linkIn, mailServer, type Received, refusal } from '../../test/mail-server.ts';
import { findHits } from './find-hits.ts';

const storm = { 'ask-q': 'storm', every: 'at-once', address: 'lina@example.org' };
const last = ({ server }: Newsroom): Received => server.received.at(-1) as Received;

it('sends a new story that fits, once, with its date line, and none that does not', async () => {
  const room = await newsroom();
  await room.publish({ headline: 'A storm before anybody asked' });
  room.wait(minute);
  await room.follow(storm);
  room.wait(minute);
  await room.publish({ headline: 'Harvest above the mean', lead: 'Rice.' });
  expect(await room.work()).toBe(0);
  const code = await room.publish({ headline: 'Storm closes the port <again> & again' });
  expect(await room.work()).toBe(1);
  const { mail } = last(room);
  expect(mail.subject).toBe('storm: Storm closes the port <again> & again');
  expect(mail.text).toContain(`\nhttps://halim.example/${code}\n`);
  expect(mail.html).toContain(`https://halim.example/en/${code}/storm-closes-the-port-again-again`);
  expect(mail.text).toContain(`Saturday 14 March 2026 · 13:02 GMT+1 · No. ${code}`);
  expect(mail.html).toContain('Storm closes the port &lt;again&gt; &amp; again');
  expect(mail.html).not.toMatch(/<(img|link|script|iframe|object)\b|url\(|src=/i);
  expect(
    mail.html?.match(/https?:\/\/[^\s"<]+/g)?.every((one) => one.startsWith('https://halim.example/')),
  ).toBe(true);
  await room.act(code, 'correct', { headline: 'Storm closes both ports' });
  room.wait(hour);
  expect(await room.work()).toBe(0);
});

it('gathers what comes within ten minutes in one mail', async () => {
  const room = await newsroom();
  await room.follow(storm);
  await room.publish({ headline: 'Storm one' });
  expect(await room.work()).toBe(1);
  for (const headline of ['Storm two', 'Storm three']) {
    room.wait(2 * minute);
    await room.publish({ headline });
    expect(await room.work()).toBe(0);
  }
  room.wait(6 * minute);
  expect(await room.work()).toBe(1);
  expect(last(room).mail.subject).toBe('storm: 2 stories');
  const text = last(room).mail.text ?? '';
  expect(text.indexOf('Storm three')).toBeLessThan(text.indexOf('Storm two'));
});

it('sends a daily one at seven by the agency’s clock', async () => {
  const room = await newsroom();
  await room.follow({ ...storm, every: 'daily' });
  room.wait(hour);
  await room.publish({ headline: 'Storm of Saturday' });
  // 6:59 in Paris.
  room.wait(16 * hour + 59 * minute);
  expect(await room.work()).toBe(0);
  room.wait(minute);
  expect(await room.work()).toBe(1);
  room.wait(day);
  expect(await room.work()).toBe(0);
});

it('sends a daily one at seven also after a day without news, and not at the hour of the next story', async () => {
  const room = await newsroom();
  await room.follow({ ...storm, every: 'daily' });
  await room.publish({ headline: 'Harvest above the mean' });
  // Sunday, 7:00 in Paris: there is nothing of a storm. Monday: nothing at all; then a story at 15:00.
  room.wait(18 * hour);
  expect(await room.work()).toBe(0);
  room.wait(day);
  expect(await room.work()).toBe(0);
  room.wait(8 * hour);
  await room.publish({ headline: 'Storm of Monday' });
  expect(await room.work()).toBe(0);
  room.wait(15 * hour + 59 * minute);
  expect(await room.work()).toBe(0);
  room.wait(minute);
  expect(await room.work()).toBe(1);
});

it('tells of what was published while the program stood still, for a week at most', async () => {
  const room = await newsroom();
  await room.follow(storm);
  room.wait(hour);
  await room.publish({ headline: 'Storm of Saturday' });
  room.wait(4 * day);
  await room.publish({ headline: 'Storm of Wednesday' });
  room.wait(2 * day);
  expect(await room.work()).toBe(1);
  expect(last(room).mail.text).toContain('Storm of Saturday');
  expect(last(room).mail.text).toContain('Storm of Wednesday');
  await room.publish({ headline: 'Storm of long ago' });
  room.wait(8 * day);
  await room.publish({ headline: 'Storm of today' });
  expect(await room.work()).toBe(1);
  expect(last(room).mail.text).not.toContain('long ago');
});

it('does not send what was killed or held after it was found, and sends what was released after all', async () => {
  const room = await newsroom();
  const { pool } = room.database;
  await room.follow(storm);
  const [killed, held] = [
    await room.publish({ headline: 'Storm lie' }),
    await room.publish({ headline: 'Storm doubt' }),
  ];
  expect(await findHits({ pool, agency: room.agency, clock: room.now })).toBe(1);
  await room.act(killed, 'kill');
  await room.act(held, 'hold');
  expect(await room.work()).toBe(0);
  room.wait(11 * minute);
  await room.act(held, 'release');
  expect(await room.work()).toBe(1);
  expect(last(room).mail.text).toContain('Storm doubt');
  expect(last(room).mail.text).not.toContain('Storm lie');
});

it('tells whoever was sent a story that it was taken back, once, and without its words', async () => {
  const room = await newsroom();
  await room.follow(storm);
  await room.follow({ 'ask-topic': 'weather', every: 'at-once', address: 'lina@example.org' });
  const code = await room.publish({ headline: 'Storm drowned the mayor', lead: 'He swims.' });
  expect(await room.work()).toBe(2);
  room.wait(minute);
  await room.act(code, 'kill');
  expect(await room.work()).toBe(1);
  const { mail } = last(room);
  expect(mail.subject).toBe('A story that we sent you was withdrawn');
  expect(mail.text).toContain(`On Saturday 14 March 2026 we sent you the story No. ${code}.`);
  expect(mail.text).toContain(`What we say of it:\nhttps://halim.example/${code}`);
  expect(mail.text).not.toContain('in its place');
  expect(mail.text + (mail.html ?? '')).not.toMatch(/drowned|mayor|swims|It is so/);
  room.wait(hour);
  expect(await room.work()).toBe(0);
});

it('leads from a story that was taken back to the one in its place, while readers get that', async () => {
  const room = await newsroom();
  const { pool } = room.database;
  await room.follow(storm);
  const instead = await room.publish({ headline: 'Harvest saved', lead: 'All of it.' });
  const codes = [
    await room.publish({ headline: 'Storm one' }),
    await room.publish({ headline: 'Storm two' }),
  ];
  await room.work();
  const kill = (code = 0) =>
    actOn(pool, code, 'kill', { now: room.now(), reasonClass: 'withdrawn', replacement: instead });
  await kill(codes[0]);
  await room.work();
  expect(last(room).mail.text).toContain(`What stands in its place:\nhttps://halim.example/${instead}`);
  await kill(codes[1]);
  await room.act(instead, 'hold');
  await room.work();
  expect(last(room).mail.text).toContain(`What we say of it:\nhttps://halim.example/${codes[1]}`);
});

it('does not tell of a kill whoever was never sent the story', async () => {
  let isFull = false;
  const onMail = (to: string) => {
    if (isFull && to.startsWith('full')) throw refusal(452, '4.2.2 Mailbox full');
  };
  const room = await newsroom({ server: await mailServer({ onMail }) });
  await room.follow(storm);
  await room.follow({ ...storm, address: 'full@example.org' });
  isFull = true;
  const code = await room.publish({ headline: 'Storm' });
  expect(await room.work()).toBe(1);
  await room.act(code, 'kill');
  isFull = false;
  room.wait(day);
  expect(await room.work()).toBe(1);
  expect([last(room).to, last(room).mail.subject]).toEqual([
    ['lina@example.org'],
    'A story that we sent you was withdrawn',
  ]);
});

it('is ended by one press in a mail program, without a page, and asks a person first', async () => {
  const room = await newsroom();
  await room.follow(storm);
  await room.publish({ headline: 'Storm one' });
  await room.work();
  const mail = last(room);
  expect(header(mail, 'list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
  expect(header(mail, 'list-id')).toBe('Halim Press <alert.en.halim.example>');
  expect(header(mail, 'message-id')).toMatch(/^<[0-9a-z]+-[0-9a-f]{32}@halim\.example>$/);
  expect(mail.from).toMatch(/^bounce\+[0-9a-z]+-[0-9a-f]{32}@halim\.example$/);
  const link = /^<(https:\/\/\S+)>$/.exec(header(mail, 'list-unsubscribe') ?? '')?.[1] as string;
  expect(link).toBe(linkIn(mail, '/mail/end/'));
  const page = await room.ask('GET', link);
  expect([page.status, page.text.includes('Do you want to end this?')]).toEqual([200, true]);
  room.wait(hour);
  await room.publish({ headline: 'Storm two' });
  expect(await room.work()).toBe(1);
  const pressed = await room.ask('POST', link, { 'List-Unsubscribe': 'One-Click' });
  expect([pressed.status, pressed.text, pressed.headers.location]).toEqual([200, '', undefined]);
  room.wait(hour);
  await room.publish({ headline: 'Storm three' });
  expect(await room.work()).toBe(0);
  // Once more, as some programs do, and in parts, as RFC 8058 also has it.
  const parts =
    '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n';
  const again = await room.built.app.inject({
    method: 'POST',
    url: new URL(link).pathname,
    headers: { connection: 'close', 'content-type': 'multipart/form-data; boundary=x' },
    payload: parts,
  });
  expect([again.statusCode, again.body]).toEqual([200, '']);
});

it('gives no hint that a query has line ends, and puts none into a header', async () => {
  const room = await newsroom();
  await room.follow({ ...storm, 'ask-q': 'storm\r\nBcc: all@example.org\r\n\r\nwords' });
  await room.publish({ headline: 'Storm\r\nX-Evil: yes', lead: 'bcc all@example.org words' });
  await room.work();
  for (const received of room.server.received) {
    expect(received.to).toEqual(['lina@example.org']);
    expect(header(received, 'bcc')).toBeUndefined();
    expect(header(received, 'x-evil')).toBeUndefined();
  }
  expect(last(room).mail.subject).toMatch(/^storm Bcc: all@example\.org words/);
});

it('finds each story once where two processes look at once', async () => {
  const room = await newsroom();
  for (const name of ['a', 'b', 'c']) await room.follow({ ...storm, address: `${name}@example.org` });
  await room.publish({ headline: 'Storm' });
  await Promise.all(Array.from({ length: 6 }, room.work));
  await room.work();
  expect(
    room.server.received
      .filter(({ mail }) => mail.subject?.startsWith('storm:'))
      .map(({ to }) => to[0])
      .sort(),
  ).toEqual(['a@example.org', 'b@example.org', 'c@example.org']);
});
