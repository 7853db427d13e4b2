/** Sending, against a real mail server that does all that mail servers do. */
import { createServer, type Socket } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { noon } from '../../test/invented-story.ts';
import { bounces, office, queue, states } from '../../test/mail-office.ts';
import { mailServer, refusal, settingsFor } from '../../test/mail-server.ts';
import { testDatabase } from '../../test/test-database.ts';
import { takeMails, takenForMs } from './mail-store.ts';
import { queueMail } from './queue-mail.ts';

const minute = 60_000;

it('sends a mail in two forms, and wipes what was in it', async () => {
  const server = await mailServer();
  const at = await office(server.settings);
  await queue(at);
  expect(await states(at)).toEqual(['waiting, kept']);
  expect(await at.send()).toBe(1);
  expect(await states(at)).toEqual(['sent']);
  const [received] = server.received;
  expect(received?.mail.text).toContain('Dear Lina,');
  expect(received?.mail.html).toContain('<p style="margin:0 0 16px">Dear Lina,</p>');
  expect(received?.mail.headers.find(({ key }) => key === 'content-type')?.value).toMatch(
    /^multipart\/alternative/,
  );
  expect(await at.send()).toBe(0);
});

it('tries again after a pause that grows where a server says “later”, and then sends it', async () => {
  let refusals = 0;
  const server = await mailServer({
    onMail: () => {
      if (refusals++ < 2) throw refusal(451, '4.3.0 Try again later');
    },
  });
  const at = await office(server.settings);
  await queue(at);
  expect(await at.send()).toBe(0);
  at.wait(59_000);
  expect([await at.send(), refusals]).toEqual([0, 1]);
  at.wait(1_000);
  expect([await at.send(), refusals]).toEqual([0, 2]);
  at.wait(4 * minute);
  expect([await at.send(), refusals]).toEqual([0, 2]);
  at.wait(minute);
  expect(await at.send()).toBe(1);
  expect([await states(at), await bounces(at)]).toEqual([['sent'], []]);
});

it('gives a mail up after three days, and counts it as one that came back', async () => {
  const server = await mailServer({
    onMail: (to) => {
      throw refusal(452, `4.2.2 <${to}> is over quota`);
    },
  });
  const at = await office(server.settings);
  await queue(at);
  for (let tries = 0; tries < 40; tries++) {
    await at.send();
    at.wait(3 * 60 * minute);
  }
  expect(await states(at)).toEqual(['given-up']);
  expect(await bounces(at)).toEqual([
    { covered: 'l…@example.org', hard: false, status: '', said: '452 4.2.2 <…> is over quota' },
  ]);
});

it.each([
  ['550 5.1.1', 'no such user', true, '5.1.1'],
  ['550', 'unknown', true, ''],
  ['552 5.2.2', 'mailbox full', false, '5.2.2'],
  ['550 5.7.1', 'your network is blocked', false, '5.7.1'],
])('takes “%s %s” to an address for a bounce, for good: %s', async (words, why, hard, status) => {
  const [code = '', enhanced = ''] = words.split(' ');
  const server = await mailServer({
    onRcptTo: (_address, _session, done) => done(refusal(Number(code), `${enhanced} ${why}`.trim())),
  });
  const at = await office(server.settings);
  await queue(at);
  await at.send();
  expect(await states(at)).toEqual(['bounced']);
  expect(await bounces(at)).toEqual([
    { covered: 'l…@example.org', hard, status, said: expect.stringContaining(why) },
  ]);
  // Nothing more goes to an address that is gone.
  await queue(at);
  expect(await at.send()).toBe(0);
  expect(await states(at)).toEqual(['bounced', hard ? 'dropped' : 'bounced']);
});

it('gives an address up after five mails that did not arrive in two weeks', async () => {
  let takes = false;
  const server = await mailServer({
    onRcptTo: (_address, _session, done) => done(takes ? null : refusal(552, '5.2.2 full')),
  });
  const at = await office(server.settings);
  for (let times = 0; times < 5; times++) {
    await queue(at);
    await at.send();
  }
  takes = true;
  await queue(at);
  expect(await at.send()).toBe(0);
  expect((await states(at)).at(-1)).toBe('dropped');
  at.wait(15 * 24 * 60 * minute);
  await queue(at);
  expect(await at.send()).toBe(1);
});

it('does not blame an address for a server that takes nothing from us', async () => {
  let shut = true;
  const server = await mailServer({
    onMailFrom: (_address, _session, done) => done(shut ? refusal(550, '5.7.1 Sender refused') : null),
  });
  const at = await office(server.settings);
  for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) await queue(at, `${name}@example.org`);
  await at.send();
  expect(at.said).toEqual(['Mail: waits, for the mail server says: 550 5.7.1 Sender refused']);
  expect([await bounces(at), new Set(await states(at))]).toEqual([[], new Set(['waiting, kept'])]);
  shut = false;
  at.wait(minute);
  expect(await at.send()).toBe(6);
  expect(at.said.at(-1)).toBe('Mail: goes out again.');
});

it('waits where nobody listens, and says so once', async () => {
  const at = await office(settingsFor(1));
  await queue(at);
  for (let times = 0; times < 4; times++) {
    await at.send();
    at.wait(10 * minute);
  }
  expect(at.said).toHaveLength(1);
  expect(at.said[0]).toMatch(/^Mail: waits, for the mail server says: .*ECONNREFUSED/);
  expect(await states(at)).toEqual(['waiting, kept']);
});

/** A server that is none of the library's: it says what it is told to, then cuts the line where a test wants it. */
async function rawServer(talk: (line: string, socket: Socket, times: number) => void): Promise<number> {
  let times = 0;
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    times++;
    open.add(socket);
    const mine = times;
    socket.on('error', () => undefined);
    socket.write('220 halim.example\r\n');
    let rest = '';
    socket.on('data', (bytes) => {
      rest += bytes.toString('latin1');
      for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
        const line = rest.slice(0, end);
        rest = rest.slice(end + 2);
        talk(line, socket, mine);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  onTestFinished(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  return (server.address() as { port: number }).port;
}

it('sends again, under the same Message-ID, what was cut off in the middle', async () => {
  const ids: string[] = [];
  const whole: number[] = [];
  const inData = new WeakSet<Socket>();
  const port = await rawServer((line, socket, times) => {
    if (inData.has(socket)) {
      if (/^message-id:/i.test(line)) {
        ids.push(line);
        if (times === 1) socket.destroy();
      }
      if (line === '.') {
        whole.push(times);
        inData.delete(socket);
        socket.write('250 taken\r\n');
      }
    } else if (/^DATA$/i.test(line)) {
      inData.add(socket);
      socket.write('354 go on\r\n');
    } else socket.write(/^QUIT/i.test(line) ? '221 bye\r\n' : '250 ok\r\n');
  });
  const at = await office(settingsFor(port));
  await queue(at);
  expect(await at.send()).toBe(0);
  expect(await states(at)).toEqual(['waiting, kept']);
  at.wait(2 * minute);
  expect(await at.send()).toBe(1);
  expect([ids.length, new Set(ids).size, whole.length]).toEqual([2, 1, 1]);
  expect(ids[0]).toMatch(/^Message-ID: <[0-9a-z]+-[0-9a-f]{32}@halim\.example>$/i);
});

it('hangs up on a server that answers letter by letter and never ends', async () => {
  const port = await rawServer((_line, socket) => {
    const drip = setInterval(() => socket.write('2'), 20);
    socket.on('close', () => clearInterval(drip));
  });
  const patience = { connectMs: 5_000, idleMs: 5_000, wholeMs: 300 };
  const at = await office(settingsFor(port), { line: { patience } });
  await queue(at);
  expect(await at.send()).toBe(0);
  expect(at.said).toEqual(['Mail: waits, for the mail server says: The server took too long.']);
});

it('sends each mail once where two processes send at once', async () => {
  const server = await mailServer();
  const database = await testDatabase();
  const offices = await Promise.all([1, 2, 3].map(() => office(server.settings, { database })));
  for (let at = 0; at < 40; at++) await queue({ database }, `reader-${at}@example.org`);
  await Promise.all(offices.map(({ send }) => send()));
  const got = server.received.map(({ to }) => to[0]);
  expect([got.length, new Set(got).size]).toEqual([40, 40]);
});

it('sends again what a process had taken when it ended: twice rather than never', async () => {
  const server = await mailServer();
  const at = await office(server.settings);
  await queue(at);
  // It took the mail, and was gone before it could note that it was sent.
  const taken = await takeMails(at.database.pool, { limit: 1, aMinute: 100, now: noon });
  expect(taken).toHaveLength(1);
  at.wait(takenForMs - 1);
  expect(await at.send()).toBe(0);
  at.wait(1);
  expect(await at.send()).toBe(1);
});

it('sends no more in a minute than it may, all processes together', async () => {
  const server = await mailServer();
  const settings = { ...server.settings, aMinute: 6 };
  const database = await testDatabase();
  const [one, other] = [await office(settings, { database }), await office(settings, { database })];
  for (let at = 0; at < 15; at++) await queue({ database }, `reader-${at}@example.org`);
  expect((await one.send()) + (await other.send())).toBe(6);
  one.wait(61_000);
  other.wait(61_000);
  expect((await one.send()) + (await other.send())).toBe(6);
});

it('goes on sending when the clock was set back', async () => {
  const server = await mailServer();
  const at = await office({ ...server.settings, aMinute: 1 });
  const early = new Date(noon.getTime() - 60 * minute);
  for (const address of ['lina@example.org', 'lev@example.org'])
    await queueMail(
      at.database.pool,
      { kind: 'test', to: { address }, lang: 'en', about: { name: 'Lina' } },
      new Date(early.getTime() - minute),
    );
  const take = (now: Date) => takeMails(at.database.pool, { limit: 1, aMinute: 1, now });
  expect([(await take(noon)).length, (await take(noon)).length]).toEqual([1, 0]);
  expect(await take(early)).toHaveLength(1);
});

it('sends whatever else waits before any newsletter', async () => {
  const server = await mailServer();
  const at = await office({ ...server.settings, aMinute: 1 });
  const { pool } = at.database;
  await pool.query(`insert into followers (address, lang, made_at) values ('many@example.org', 'en', $1)`, [
    noon,
  ]);
  await queueMail(
    pool,
    {
      kind: 'newsletter',
      to: { follower: 1 },
      lang: 'en',
      about: { at: noon.toISOString(), lead: null, seconds: [], sections: [] },
    },
    new Date(noon.getTime() - 60 * minute),
  );
  await queue(at);
  await at.send();
  expect(server.received.map(({ to }) => to[0])).toEqual(['lina@example.org']);
});
