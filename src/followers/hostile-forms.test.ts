/** Whatever is sent to the forms and links about mail: a page in the reader's language, never a 500, and no mail to a stranger. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildApp } from '../../test/built-app.ts';
import { newsroom } from '../../test/mail-newsroom.ts';
import { testDatabase } from '../../test/test-database.ts';
import { readForm } from './read-form.ts';

const paths = [
  'newsletters',
  'alerts',
  'mail/x',
  'mail/confirm/x',
  'mail/end/x',
  'mail/never-ask/x',
  'mail/%00',
  'mail/end/%E0%A4%A',
];

it('answers every body, of whatever type, with a page', async () => {
  const room = await newsroom();
  const bodies = [
    '',
    'address=lina@example.org',
    'address=a%00b@example.org&every=daily&hour=7&topic=',
    'address=lina@example.org%0D%0ABcc:%20all@example.org&every=daily&hour=7&topic=',
    'address=lina@example.org&every=daily&hour=99&topic=',
    'address=lina@example.org&every=never&hour=7&topic=',
    'address=lina@example.org&every=daily&hour=7&topic=%27%3Bdrop%20table%20stories',
    'address=lina@example.org&every=at-once&ask-__proto__=x&ask-constructor=y',
    `address=${'a'.repeat(10_000)}@example.org&every=at-once&ask-q=x`,
    'ask-q=%ff%fe&every=at-once&address=%ff@example.org',
    '{"address":"lina@example.org"}',
    '\0\u0001\ud800',
  ];
  const types = [
    'application/x-www-form-urlencoded',
    'application/json',
    'multipart/form-data',
    'text/plain',
    'x/y',
  ];
  const wrong: unknown[] = [];
  for (const path of paths)
    for (const type of types)
      for (const payload of bodies) {
        const answer = await room.built.app.inject({
          method: 'POST',
          url: `/fa/${path}`,
          remoteAddress: `198.51.100.${wrong.length % 250}`,
          headers: { connection: 'close', 'content-type': type },
          payload,
        });
        const isPage =
          answer.body.includes('<html lang="fa" dir="rtl">') || answer.body.includes('<html lang="en"');
        if (![400, 404, 429].includes(answer.statusCode) || !isPage)
          wrong.push([path, type, payload.slice(0, 60), answer.statusCode]);
      }
  expect(wrong).toEqual([]);
  await room.send();
  expect(room.server.received).toEqual([]);
});

it('reads any bytes as a form, and none twice as long as it may be', async () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (body) => {
      for (const [name, value] of readForm(body)) expect(name + value).not.toContain('\0');
    }),
  );
  const room = await newsroom();
  const long = await room.ask('POST', '/fa/alerts', { address: 'x'.repeat(20_000) });
  expect([long.status, long.text.includes('lang="fa"')]).toEqual([413, true]);
});

it('shows what was typed, in the form, as text', async () => {
  const room = await newsroom();
  const evil = '"><script>alert(1)</script>';
  const page = await room.ask('POST', '/en/newsletters', {
    topic: evil,
    every: 'weekly',
    hour: '21',
    address: evil,
  });
  expect(page.status).toBe(400);
  expect(page.text).not.toContain('<script>alert');
  expect(page.text).toContain('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
  expect(page.text).toMatch(/<option value="weekly" selected="">/);
  expect(page.text).toContain('No mail can be sent to that address');
});

it('is not there where no mail goes out, nor in a language that has no edition', async () => {
  const database = await testDatabase();
  const built = await buildApp(database.pool);
  const ask = async (method: 'GET' | 'POST', url: string) =>
    (await built.app.inject({ method, url, headers: { connection: 'close' } })).statusCode;
  for (const path of paths.slice(0, 5)) expect(await ask('POST', `/en/${path}`), path).toBe(404);
  expect(await ask('GET', '/en/newsletters')).toBe(404);
  const front = await built.app.inject({ url: '/en/', headers: { connection: 'close' } });
  expect(front.body).not.toContain('newsletters');
  await built.close();
  const room = await newsroom();
  expect((await room.ask('GET', '/de/newsletters')).status).toBe(404);
  expect((await room.ask('GET', '/en/')).text).toContain('<a href="/en/newsletters">Newsletters</a>');
});

it('offers an alert below what a search found, and none in the past or where nothing was asked', async () => {
  const room = await newsroom();
  await room.publish({ headline: 'Storm' });
  const form = 'action="/en/alerts"';
  const found = await room.ask('GET', '/en/search?q=storm&topic=weather');
  expect(found.text).toContain(form);
  expect(found.text).toContain('<input type="hidden" name="ask-q" value="storm"/>');
  expect(found.text).toContain('<input type="hidden" name="ask-topic" value="weather"/>');
  expect((await room.ask('GET', '/en/search')).text).not.toContain(form);
  expect((await room.ask('GET', '/en/search?q=storm&as-of=2026-03-14')).text).not.toContain(form);
  expect((await room.ask('GET', '/en/search?q=storm&from=x')).text).not.toContain(form);
});

it('offers the topics of the newest stories, and the one that was asked for', async () => {
  const room = await newsroom();
  await room.publish({ topics: [{ slug: 'ports', name: 'Ports <of call>' }] });
  const page = await room.ask('GET', '/en/newsletters?topic=ports&topic=x');
  expect(page.status).toBe(200);
  expect(page.text).toContain('<option value="ports" selected="">Topic: Ports &lt;of call&gt;</option>');
  expect((await room.ask('GET', '/en/newsletters?topic=%00%ff')).status).toBe(200);
});
