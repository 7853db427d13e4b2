/** Newsletters: made from the front or a topic, at the reader's hour by the agency's clock, once for each reader and issue. */
import { expect, it } from 'vitest';
import { agency } from '../../test/invented-story.ts';
import { day, hour, minute, type Newsroom, newsroom } from '../../test/mail-newsroom.ts';
import { header, type Received } from '../../test/mail-server.ts';
import { bilingual } from '../../test/random-acts.ts';
import { eraseOld } from '../followers/follower-store.ts';
import { makeIssues } from './make-issues.ts';

const daily = { topic: '', every: 'daily', hour: '18', address: 'lina@example.org' };
const inSections = {
  ...agency,
  editions: agency.editions.map((edition) => ({ ...edition, sections: [{ slug: 'world', name: 'World' }] })),
};
const last = ({ server }: Newsroom): Received => server.received.at(-1) as Received;

it('sends what is new at the hour that was chosen, from the front, with code and date line', async () => {
  // 13:00 in Paris.
  const room = await newsroom({ agency: inSections });
  const lead = await room.publish({ headline: 'Storm closes the port', section: '' });
  await room.follow(daily);
  for (let at = 1; at <= 8; at++) {
    room.wait(minute);
    await room.publish({ headline: `Harvest ${at}`, lead: `Lead ${at}.`, section: 'world' });
  }
  room.wait(4 * hour + 51 * minute);
  expect(await room.work()).toBe(0);
  room.wait(minute);
  expect(await room.work()).toBe(1);
  const { mail } = last(room);
  expect(mail.subject).toBe('Halim Press: Harvest 8');
  expect(mail.text).toContain('Saturday 14 March 2026');
  expect(mail.text).toContain('* World *');
  expect(mail.text).toContain(
    `Storm closes the port\nSaturday 14 March 2026 · 13:00 GMT+1 · No. ${lead}\nFerries stay in harbour.`,
  );
  expect(header(last(room), 'list-id')).toBe('Halim Press <newsletter.en.halim.example>');
  for (let at = 1; at <= 8; at++) expect(mail.text?.split(`Harvest ${at}\n`)).toHaveLength(2);
  // The next day nothing is new: nothing is sent.
  room.wait(day);
  expect(await room.work()).toBe(0);
  room.wait(hour);
  await room.publish({ headline: 'Only this is new' });
  room.wait(23 * hour);
  expect(await room.work()).toBe(1);
  expect(last(room).mail.text).not.toContain('Harvest');
});

it('sends what came in a stretch in which it was not running, once, in one issue', async () => {
  const room = await newsroom();
  await room.follow(daily);
  await room.publish({ headline: 'Of Saturday' });
  room.wait(2 * day);
  await room.publish({ headline: 'Of Monday' });
  room.wait(12 * hour);
  expect(await room.work()).toBe(1);
  expect(await room.work()).toBe(0);
  expect(last(room).mail.text).toContain('Of Monday');
});

it('sends a weekly one of a topic on the first day of the week', async () => {
  const room = await newsroom();
  await room.publish({ headline: 'On weather' });
  await room.follow({ ...daily, topic: 'weather', every: 'weekly', hour: '7' });
  await room.publish({ headline: 'On nothing', topics: [] });
  room.wait(17 * hour + 59 * minute);
  // Sunday.
  expect(await room.work()).toBe(0);
  room.wait(day + minute);
  expect(await room.work()).toBe(1);
  expect(last(room).mail.subject).toBe('Weather: On weather');
  expect(last(room).mail.text).toContain('Weather, Monday 16 March 2026');
  expect(last(room).mail.text).toContain('the newsletter on Weather of Halim Press');
  expect(last(room).mail.text).not.toContain('On nothing');
});

it('leaves out what was killed since the issue was made, and sends none that is empty', async () => {
  const room = await newsroom();
  await room.follow(daily);
  const [killed, kept] = [
    await room.publish({ headline: 'Untrue' }),
    await room.publish({ headline: 'True' }),
  ];
  room.wait(6 * hour);
  expect(await makeIssues({ pool: room.database.pool, agency: room.agency, clock: room.now })).toBe(1);
  await room.act(killed, 'kill');
  expect(await room.work()).toBe(1);
  expect(last(room).mail.text).not.toContain('Untrue');
  room.wait(day - hour);
  const lone = await room.publish({ headline: 'Alone' });
  room.wait(hour);
  expect(await makeIssues({ pool: room.database.pool, agency: room.agency, clock: room.now })).toBe(1);
  await room.act(lone, 'kill');
  await room.act(kept, 'hold');
  expect(await room.work()).toBe(0);
});

it('tells whoever was sent a story by it that it was taken back, once, in the language of the edition and without its words', async () => {
  const room = await newsroom({ agency: bilingual });
  await room.follow(daily);
  await room.follow({ ...daily, address: 'nilufar@example.org' }, 'fa');
  // Of her an alert and the newsletter have sent it.
  await room.follow({ 'ask-q': 'drowned', every: 'daily', address: 'lina@example.org' });
  const code = await room.publish({ headline: 'Storm drowned the mayor', lead: 'He swims.' });
  const second = await room.publish({ headline: 'Harvest burnt', lead: 'All of it.' });
  const kept = await room.publish({ headline: 'Storm passes' });
  const persian = await room.publish({ lang: 'fa', headline: 'شهردار غرق شد', lead: 'او شنا می‌کند.' });
  room.wait(20 * hour);
  expect(await room.work()).toBe(3);
  const before = room.server.received.length;
  // She was sent it, whatever she gets from now on; who comes now was not.
  await room.database.pool.query("update followings set next_at = null where lang = 'en'");
  await room.follow({ ...daily, address: 'late@example.org' });
  await room.act(code, 'kill');
  await room.act(persian, 'kill');
  await room.act(kept, 'hold');
  const late = room.server.received.length - before;
  expect(await room.work()).toBe(2);
  const told = room.server.received.slice(before + late);
  const toLina = told.find(({ to }) => to[0] === 'lina@example.org')?.mail;
  expect(toLina?.subject).toBe('A story that we sent you was withdrawn');
  expect(toLina?.text).toContain(`On Sunday 15 March 2026 we sent you the story No. ${code}.`);
  expect(toLina?.text).toContain(`https://halim.example/${code}`);
  const toNilufar = told.find(({ to }) => to[0] === 'nilufar@example.org')?.mail;
  expect(toNilufar?.subject).toBe('خبری که برایتان فرستادیم پس گرفته شد');
  expect(toNilufar?.html).toContain('dir="rtl"');
  for (const { mail } of told)
    expect(`${mail.subject}${mail.text}${mail.html}`).not.toMatch(
      /drowned the|mayor|swims|It is so|شهردار|شنا/,
    );
  room.wait(minute);
  expect(await room.work()).toBe(0);
  // Another story of the same issue, and one that was only held before.
  await room.act(second, 'kill');
  await room.act(kept, 'release');
  await room.act(kept, 'kill');
  expect(await room.work()).toBe(2);
  expect(await room.work()).toBe(0);
});

it('does not tell of a kill whoever was not sent the story, or sent it a month ago', async () => {
  const room = await newsroom();
  await room.follow(daily);
  const [untold, old] = [
    await room.publish({ headline: 'Untrue' }),
    await room.publish({ headline: 'True' }),
  ];
  room.wait(6 * hour);
  await makeIssues({ pool: room.database.pool, agency: room.agency, clock: room.now });
  await room.act(untold, 'kill');
  expect(await room.work()).toBe(1);
  expect(last(room).mail.text).not.toContain('Untrue');
  expect(await room.work()).toBe(0);
  room.wait(31 * day);
  await eraseOld(room.database.pool, room.now());
  await room.act(old, 'kill');
  expect(await room.work()).toBe(0);
});

it('makes each issue once where several processes make them, and one more time after none', async () => {
  const room = await newsroom();
  for (const name of ['a', 'b', 'c', 'd', 'e'])
    await room.follow({ ...daily, address: `${name}@example.org` });
  const before = room.server.received.length;
  await room.publish({ headline: 'New' });
  room.wait(6 * hour);
  await Promise.all(Array.from({ length: 5 }, room.work));
  const got = room.server.received.slice(before).map(({ to }) => to[0]);
  expect(got.sort()).toEqual(['a', 'b', 'c', 'd', 'e'].map((name) => `${name}@example.org`));
  // One whose next issue was set back by hand, as by an old backup, is not sent the same issue again.
  await room.database.pool.query(
    `update followings set next_at = next_at - interval '1 day', seen_until = made_at`,
  );
  expect(await room.work()).toBe(0);
});

it('keeps an issue that was being made when its process ended for another', async () => {
  const room = await newsroom();
  const { pool } = room.database;
  await room.follow(daily);
  await room.publish({ headline: 'New' });
  room.wait(6 * hour);
  const ending = await pool.connect();
  await ending.query('begin');
  await ending.query('select id from followings for update');
  // While somebody has it, nobody else makes it.
  expect(await room.work()).toBe(0);
  ending.release(true);
  await expect.poll(room.work).toBe(1);
});

it('is changed, ended and erased by the link of a mail, and only one’s own', async () => {
  const room = await newsroom();
  await room.follow({ ...daily, address: 'other@example.org' });
  await room.follow(daily);
  await room.publish({ headline: 'New' });
  room.wait(6 * hour);
  expect(await room.work()).toBe(2);
  const mine = room.server.received.find(
    ({ to, mail }) => to[0]?.startsWith('lina') && mail.text?.includes('/mail/end/'),
  );
  const link = /https:\S+\/en\/mail\/[0-9a-z]+-[0-9a-f]{32}/.exec(mine?.mail.text ?? '')?.[0] as string;
  const page = await room.ask('GET', link);
  expect(page.text).toContain('lina@example.org');
  expect(page.text).toContain('the newsletter of Halim Press');
  const which = /name="which" value="(\d+)"/.exec(page.text)?.[1] as string;
  const others = String(Number(which) - 1);
  expect((await room.ask('POST', link, { do: 'end', which: others })).status).toBe(400);
  expect((await room.ask('POST', link, { do: 'change', which, every: 'at-once', hour: '7' })).status).toBe(
    400,
  );
  expect((await room.ask('POST', link, { do: 'change', which, every: 'daily', hour: '20' })).text).toContain(
    'It is changed.',
  );
  room.wait(hour);
  await room.publish({ headline: 'At seven' });
  // Twenty hours by the agency's clock, an hour later.
  room.wait(hour);
  expect(await room.work()).toBe(1);
  expect((await room.ask('POST', link, { do: 'erase' })).text).toContain('Your address is erased');
  const { rows } = await room.database.pool.query('select address from followers');
  expect(rows).toEqual([{ address: 'other@example.org' }]);
  expect((await room.ask('GET', link)).status).toBe(404);
});

it('names the edition of each where a reader has more than one, and of none where he has one', async () => {
  const room = await newsroom();
  await room.follow(daily);
  const manage = async () => {
    const link = /https:\S+\/en\/mail\/[0-9a-z]+-[0-9a-f]{32}/.exec(letter?.mail.text ?? '')?.[0] as string;
    const { text } = await room.ask('GET', link);
    return [...text.matchAll(/<h2[^>]*>([^<]*)</g)].map(([, name]) => name);
  };
  await room.publish({ headline: 'New' });
  room.wait(6 * hour);
  await room.work();
  const letter = room.server.received.find(({ mail }) => mail.text?.includes('/mail/end/'));
  expect(await manage()).toEqual(['the newsletter of Halim Press']);
  await room.follow(daily, 'fa');
  await room.follow({ 'ask-q': 'storm', 'ask-lang': '*', every: 'at-once', address: daily.address });
  expect(await manage()).toEqual([
    'the newsletter of Halim Press (English edition)',
    'the newsletter of Halim Press (Persian edition)',
    'new stories for the search “storm”',
  ]);
});
