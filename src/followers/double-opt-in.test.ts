/** Asking for mail, through the front door and a real mail server: who asked is asked, and nothing else is sent before. */
import { expect, it } from 'vitest';
import { day, hour, type Newsroom, newsroom } from '../../test/mail-newsroom.ts';
import { header, linkIn, type Received } from '../../test/mail-server.ts';
import { mostAskedInAnHour } from './follow.ts';
import { eraseOld } from './follower-store.ts';

const form = { 'ask-q': 'storm', every: 'at-once', address: 'Lina@Example.ORG' };

async function countOf({ database }: Newsroom, table: string): Promise<number> {
  const { rows } = await database.pool.query<{ n: number }>(`select count(*)::int as n from ${table}`);
  return rows[0]?.n ?? -1;
}

const last = ({ server }: Newsroom): Received => server.received.at(-1) as Received;

it('asks the address first, and sends nothing until its reader has pressed the button', async () => {
  const room = await newsroom();
  const { publish, ask, send, work, wait, server } = room;
  const asked = await ask('POST', '/en/alerts', form);
  expect(asked.status).toBe(200);
  expect(asked.text).toContain('Please look into your mail');
  expect(await send()).toBe(1);
  const mail = last(room);
  expect(mail.to).toEqual(['Lina@example.org']);
  expect(mail.mail.subject).toBe('Please confirm: new stories of Halim Press for a search');
  expect(mail.mail.from).toMatchObject({ name: 'Halim Press', address: 'news@halim.example' });
  expect(mail.mail.text).toContain('new stories for the search “storm”');
  expect(header(mail, 'auto-submitted')).toBe('auto-generated');
  expect(header(mail, 'list-unsubscribe')).toBeUndefined();

  wait(hour);
  await publish({ headline: 'A storm that nobody confirmed' });
  expect(await work()).toBe(0);

  const link = linkIn(mail, '/en/mail/confirm/');
  // What a scanner of mails does.
  for (let times = 0; times < 3; times++) {
    const page = await ask('GET', link);
    expect(page.status).toBe(200);
    expect(page.text).toContain('<button type="submit">Yes, send it to me</button>');
    expect(page.headers['referrer-policy']).toBe('no-referrer');
    expect(page.headers['cache-control']).toBe('no-store');
    expect(page.headers['set-cookie']).toBeUndefined();
  }
  wait(hour);
  expect((await ask('POST', link, {})).text).toContain('You will get it');
  expect(await work()).toBe(0);
  expect(server.received).toHaveLength(1);
});

it('says in the subject what is to be confirmed, in words of ours alone', async () => {
  const room = await newsroom();
  await room.publish();
  const asked: [path: string, form: Record<string, string>][] = [
    ['/en/newsletters', { topic: '', every: 'daily', hour: '7' }],
    ['/en/newsletters', { topic: 'weather', every: 'daily', hour: '7' }],
    ['/fa/alerts', { 'ask-q': 'Win at casino', 'ask-byline': 'casino', every: 'daily' }],
  ];
  for (const [at, [path, fields]] of asked.entries())
    expect((await room.ask('POST', path, { ...fields, address: `a${at}@example.org` })).status).toBe(200);
  expect(await room.send()).toBe(3);
  // Not in the order in which they were asked for.
  expect(new Set(room.server.received.map(({ mail }) => mail.subject))).toEqual(
    new Set([
      'Please confirm: the newsletter of Halim Press',
      'Please confirm: the newsletter on Weather of Halim Press',
      'لطفاً تأیید کنید: خبرهای تازهٔ Halim Press برای یک جستجو',
    ]),
  );
});

it('answers the same, byte for byte, whether or not the address is known', async () => {
  const room = await newsroom();
  await room.follow(form);
  const known = await room.ask('POST', '/en/alerts', form);
  const unknown = await room.ask('POST', '/en/alerts', { ...form, address: 'nobody@example.org' });
  expect(known.text).toBe(unknown.text);
  expect(known.status).toBe(unknown.status);
});

it('lets nobody change by asking what somebody else gets already', async () => {
  const room = await newsroom();
  await room.follow(form);
  await room.ask('POST', '/en/alerts', { ...form, every: 'daily', address: 'LINA@example.org' });
  const { rows } = await room.database.pool.query(
    'select every, next_at is not null as active from followings',
  );
  expect(rows).toEqual([{ every: 'at-once', active: true }]);
  expect(await countOf(room, 'followers')).toBe(1);
});

it('erases after seven days what nobody confirmed, and its link then leads to nothing', async () => {
  const room = await newsroom();
  await room.ask('POST', '/en/alerts', form);
  await room.send();
  const link = linkIn(last(room), '/mail/confirm/');
  room.wait(7 * day - hour);
  await eraseOld(room.database.pool, room.now());
  expect((await room.ask('GET', link)).status).toBe(200);
  room.wait(2 * hour);
  await eraseOld(room.database.pool, room.now());
  expect([await countOf(room, 'followers'), await countOf(room, 'followings')]).toEqual([0, 0]);
  const gone = await room.ask('POST', link, {});
  expect([gone.status, gone.text.includes('This link does not hold any more')]).toEqual([404, true]);
});

it('writes to one address three times in a day at most, and says so to nobody', async () => {
  const room = await newsroom();
  const answers = new Set<string>();
  for (const q of ['storm', 'port', 'mayor', 'ferry', 'harbour'])
    answers.add(
      (await room.ask('POST', '/en/alerts', { ...form, 'ask-q': q })).text.replaceAll(`?q=${q}`, ''),
    );
  await room.send();
  expect(room.server.received).toHaveLength(3);
  expect(answers.size).toBe(1);
  // Whatever stands behind a plus comes to the same person.
  await room.ask('POST', '/en/alerts', { ...form, address: 'lina+more@example.org' });
  expect(await room.send()).toBe(0);
  room.wait(day + hour);
  await room.ask('POST', '/en/alerts', form);
  expect(await room.send()).toBe(1);
});

it('carries nobody’s words to a stranger: of a search its beginning is said, and nothing that a mail program makes a link of', async () => {
  const room = await newsroom();
  const q = `Win now at https://casino.example/x or write to win@casino.example ${'and more '.repeat(30)}`;
  await room.ask('POST', '/en/alerts', { ...form, 'ask-q': q, 'ask-byline': 'www.casino.example' });
  expect(await room.send()).toBe(1);
  const { text = '', html = '' } = last(room).mail;
  expect(text).toContain('“Win now at https casino example x or write to');
  for (const said of [text, html]) expect(said).not.toMatch(/casino\.|win@|\/casino|(and more ){4}/);
});

it('turns away a network that asks for many addresses, in the language of the page', async () => {
  const room = await newsroom();
  const statuses: number[] = [];
  for (let at = 0; at < 32; at++)
    statuses.push(
      (await room.ask('POST', '/fa/alerts', { ...form, address: `a${at}@example.org` }, '2001:db8::7'))
        .status,
    );
  expect(statuses).toEqual([...Array(30).fill(200), 429, 429]);
  const same = await room.ask('POST', '/fa/alerts', form, '2001:db8::8');
  expect(same.text).toContain('یک ساعت دیگر دوباره بیازمایید');
  expect((await room.ask('POST', '/fa/alerts', form, '203.0.113.9')).status).toBe(200);
});

it('asks so many strangers in an hour, from however many networks somebody asks', async () => {
  const room = await newsroom();
  await room.database.pool.query(
    `with made as (insert into followers (address, lang, made_at)
       select 'a' || at || '@example.org', 'en', $1 from generate_series(1, $2) as at returning id)
     insert into followings (follower_id, kind, lang, question, every, hour, made_at, seen_until)
     select id, 'alert', 'en', 'q=storm', 'daily', 7, $1, $1 from made`,
    [room.now(), mostAskedInAnHour - 1],
  );
  expect((await room.ask('POST', '/en/alerts', form)).status).toBe(200);
  expect((await room.ask('POST', '/en/alerts', { ...form, address: 'b@example.org' })).status).toBe(429);
  room.wait(hour + 1);
  expect((await room.ask('POST', '/en/alerts', { ...form, address: 'b@example.org' })).status).toBe(200);
});

it('has no address anywhere but with the follower, and none once it is erased', async () => {
  const room = await newsroom();
  await room.follow(form);
  await room.publish();
  await room.work();
  const holders = async () => {
    const { rows } = await room.database.pool.query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    );
    const found: string[] = [];
    for (const { name } of rows) {
      const { rows: held } = await room.database.pool.query(
        `select 1 from ${name} as one where one::text ilike '%lina@%' limit 1`,
      );
      if (held.length > 0) found.push(name);
    }
    return found;
  };
  expect(await holders()).toEqual(['followers']);
  const page = linkIn(last(room), '/en/mail/end/');
  await room.ask('POST', page, {});
  room.wait(31 * day);
  await eraseOld(room.database.pool, room.now());
  expect(await holders()).toEqual([]);
});
