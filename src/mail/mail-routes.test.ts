/** Mail at the desk: how things stand, and a mail to oneself. */
import { expect, it } from 'vitest';
import { askerWith } from '../../test/asker.ts';
import { buildApp, everywhereAs } from '../../test/built-app.ts';
import { newsroom } from '../../test/mail-newsroom.ts';
import { testDatabase } from '../../test/test-database.ts';

it('says how things stand, and shows no address whole', async () => {
  const room = await newsroom();
  const ask = await askerWith(room.built, everywhereAs('administrator'));
  await room.follow({ 'ask-q': 'storm', every: 'at-once', address: 'lina@example.org' });
  await room.follow({ topic: '', every: 'daily', hour: '7', address: 'lina@example.org' });
  await room.ask('POST', '/fa/newsletters', {
    topic: '',
    every: 'daily',
    hour: '7',
    address: 'omid@example.org',
  });
  const { status, json, text } = await ask('GET', 'settings/mail');
  expect(status).toBe(200);
  expect(json).toMatchObject({
    server: `127.0.0.1:${room.server.port}`,
    from: 'news@halim.example',
    bounce: 'bounce@halim.example',
    waiting: 1,
    sent: 2,
    followers: 1,
    unconfirmed: 1,
    followings: [
      { kind: 'alert', lang: 'en', topic: '', count: 1 },
      { kind: 'newsletter', lang: 'en', topic: '', count: 1 },
    ],
  });
  expect(text).not.toMatch(/lina@|omid@/);
});

it('sends a mail to whoever asks for it, in the language of the screen', async () => {
  const room = await newsroom();
  const ask = await askerWith(room.built, everywhereAs('administrator'), {
    name: 'Omid',
    headers: { 'accept-language': 'fa' },
  });
  const { status, json } = await ask('POST', 'settings/mail/test', {});
  expect(status).toBe(200);
  expect(await room.send()).toBe(1);
  const [received] = room.server.received;
  expect(received?.to).toEqual([json.to]);
  expect(received?.mail.text).toContain('Omid گرامی،');
  expect(received?.mail.html).toContain('<html lang="fa" dir="rtl">');
  const editor = await askerWith(room.built, everywhereAs('editor'));
  expect((await editor('POST', 'settings/mail/test', {})).status).toBe(403);
});

it('mails an invitation, whose link works beside the one that is shown, once', async () => {
  const room = await newsroom();
  const ask = await askerWith(room.built, everywhereAs('administrator'));
  const grants = [{ role: 'reporter', desk: null, lang: null }];
  const invite = (email: string) => ask('POST', 'people/invitations', { name: 'Lina', email, grants });
  const { json: shown } = await invite('lina@example.org');
  expect(shown.mailedTo).toBe('lina@example.org');
  // No token waits in the database.
  const { rows } = await room.database.pool.query(`select about from mails where kind = 'invitation'`);
  expect(rows).toEqual([{ about: { invitation: shown.id } }]);
  expect(await room.send()).toBe(1);
  const mailed = /#\/invitation\/(\S+)/.exec(room.server.received[0]?.mail.text ?? '')?.[1] as string;
  const look = async (token: string) => (await ask('POST', 'invitations/look', { token })).status;
  expect([await look(mailed), await look(shown.link.split('/').at(-1))]).toEqual([200, 200]);
  expect(mailed).not.toBe(shown.link.split('/').at(-1));
  // One that was taken back before it was sent is not sent.
  const { json: other } = await invite('omid@example.org');
  expect((await ask('DELETE', `people/invitations/${other.id}`)).status).toBeLessThan(300);
  expect(await room.send()).toBe(0);
  expect(await look(mailed)).toBe(200);
});

it('says that no mail goes out where it does not', async () => {
  const database = await testDatabase();
  const built = await buildApp(database.pool);
  const ask = await askerWith(built, everywhereAs('administrator'));
  expect((await ask('GET', 'settings/mail')).json).toMatchObject({ server: null, waiting: 0, bounces: [] });
  const refused = await ask('POST', 'settings/mail/test', {});
  expect([refused.status, refused.json.error.kind]).toEqual([409, 'no-mail']);
  await built.close();
});
