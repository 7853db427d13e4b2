/** The hub with a subscriber of its own on another port, as W3C WebSub has it: the wish, the feed, the kill, the end. */
import { createHmac } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseAtomFeed } from 'feedsmith';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sampleStories } from '../src/sample/sample-agency.ts';
import { makeDataFolder, removeDataFolder } from './data-folder.ts';
import { freePort, type Program, startProgram } from './program.ts';
import { fetchRaw } from './raw-http.ts';
import { wireroom } from './wireroom-command.ts';

const secret = 'shared by two';
const dataDir = makeDataFolder();
let program: Program;
let subscriber: http.Server;
let callback = '';

type Told = { headers: http.IncomingHttpHeaders; body: string };
const asked: URLSearchParams[] = [];
const told: Told[] = [];
/** How the subscriber answers a challenge and a feed. */
const manner = { agrees: true, status: 204 };

beforeAll(async () => {
  subscriber = http.createServer((request, response) => {
    const query = new URL(request.url ?? '', 'http://x').searchParams;
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      if (request.method === 'GET') {
        asked.push(query);
        response.end(manner.agrees ? query.get('hub.challenge') : 'no');
      } else {
        told.push({ headers: request.headers, body: Buffer.concat(parts).toString() });
        response.writeHead(manner.status).end();
      }
    });
  });
  await new Promise<void>((resolve) => subscriber.listen(0, '127.0.0.1', resolve));
  callback = `http://127.0.0.1:${(subscriber.address() as AddressInfo).port}/heard?mine=1`;
  program = await startProgram({
    dataDir,
    env: { PORT: String(await freePort()), EMPTY: '0', OUTGOING_ALLOW: '127.0.0.1' },
  });
});
afterAll(async () => {
  await program.stop();
  subscriber.close();
  removeDataFolder(dataDir);
});

const topic = () => `${program.url.replace('127.0.0.1', 'localhost')}/en/feed.atom`;
const wish = async (form: Record<string, string>) => {
  const body = new URLSearchParams(form).toString();
  return fetch(`${program.url}/hub`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body,
  });
};
const until = async (is: () => boolean) => {
  for (let tries = 0; !is(); tries++) {
    if (tries > 400) throw new Error('it did not come');
    await sleep(25);
  }
};

it('tells where it is, confirms a wish, and sends what is new, signed; a kill too, under the id that the story had', async () => {
  const feed = await fetchRaw(`${program.url}/en/feed.atom`, {});
  expect(feed.headers.link).toContain('rel="hub"');
  const links = parseAtomFeed(feed.text()).links ?? [];
  const hub = links.find(({ rel }) => rel === 'hub')?.href ?? '';
  const self = links.find(({ rel }) => rel === 'self')?.href ?? '';
  expect([new URL(hub).pathname, self]).toEqual(['/hub', topic()]);

  const answer = await wish({
    'hub.mode': 'subscribe',
    'hub.topic': self,
    'hub.callback': callback,
    'hub.secret': secret,
  });
  expect(answer.status).toBe(202);
  await until(() => told.length === 1);
  expect(asked[0]?.get('mine')).toBe('1');
  expect(asked[0]?.get('hub.mode')).toBe('subscribe');
  expect(asked[0]?.get('hub.topic')).toBe(self);
  expect(Number(asked[0]?.get('hub.lease_seconds'))).toBeGreaterThan(3_600);

  const stories = parseAtomFeed(told[0]?.body ?? '').entries ?? [];
  const id = stories[0]?.id ?? '';
  const code = id.slice(id.lastIndexOf('/') + 1);
  const done = await wireroom(
    { dataDir },
    'act',
    code,
    'kill',
    '--reason',
    'inaccurate',
    '--note',
    'It is not so.',
  );
  expect([done.code, done.err]).toEqual([0, '']);
  await until(() => told.length === 2);
  const [, last] = told;
  const signature = createHmac('sha256', secret)
    .update(last?.body ?? '')
    .digest('hex');
  expect(last?.headers['x-hub-signature']).toBe(`sha256=${signature}`);
  expect(last?.headers['content-type']).toMatch(/^application\/atom\+xml/);
  const notice = parseAtomFeed(last?.body ?? '').entries?.find((entry) => entry.id === id);
  expect(notice?.title?.value).toMatch(/has been taken back$/);
  expect(last?.body).not.toContain(stories[0]?.title?.value);
});

it('sends the kill of the only story of a topic, whose feed then has no name', async () => {
  const { code, slug, name } = onlyStoryOfTopic();
  const before = told.length;
  const feed = topic().replace('/en/', `/en/topic/${slug}/`);
  const answer = await wish({ 'hub.mode': 'subscribe', 'hub.topic': feed, 'hub.callback': callback });
  expect(answer.status).toBe(202);
  await until(() => told.length === before + 1);
  expect(told.at(-1)?.body).toContain(name);
  // Whoever follows the edition is told of it too.
  await wireroom(
    { dataDir },
    'act',
    String(code),
    'kill',
    '--reason',
    'inaccurate',
    '--note',
    'It is not so.',
  );
  const ofTopic = () =>
    told.slice(before + 1).find(({ headers }) => String(headers.link).includes(`<${feed}>; rel="self"`));
  await until(() => ofTopic() !== undefined);
  const { title, entries = [] } = parseAtomFeed(ofTopic()?.body ?? '');
  expect(title?.value).toBe('Lirven Telegraph Agency');
  expect(entries.map(({ id }) => id)).toEqual([topic().replace(/\/en\/.*/, `/${code}`)]);
  expect(ofTopic()?.body).not.toContain(name);
  await until(() => told.length === before + 3);
});

it('sends who follows a topic that its only story is not in it any more, where a law removed it, and tells nobody else', async () => {
  const { code, slug, name } = onlyStoryOfTopic(1);
  const before = told.length;
  const feed = topic().replace('/en/', `/en/topic/${slug}/`);
  const follow = () => wish({ 'hub.mode': 'subscribe', 'hub.topic': feed, 'hub.callback': callback });
  expect((await follow()).status).toBe(202);
  await until(() => told.length === before + 1);
  expect(told.at(-1)?.body).toContain(name);
  await wireroom(
    { dataDir },
    'act',
    String(code),
    'kill',
    '--reason',
    'legal',
    '--note',
    'A court ordered it.',
  );
  const ofTopic = () =>
    told.slice(before + 1).find(({ headers }) => String(headers.link).includes(`<${feed}>; rel="self"`));
  await until(() => ofTopic() !== undefined);
  const { title, entries = [] } = parseAtomFeed(ofTopic()?.body ?? '');
  expect([title?.value, entries]).toEqual(['Lirven Telegraph Agency', []]);
  await until(() => told.length === before + 3);
  expect((await fetchRaw(`${program.url}/en/topic/${slug}/feed.atom`, {})).status).toBe(404);
  expect((await follow()).status).toBe(400);
});

/** A story of the sample that alone has a topic: the first of them, or a later one. */
function onlyStoryOfTopic(at = 0): { code: number; slug: string; name: string } {
  const stories = sampleStories.filter(({ lang }) => lang === 'en');
  const topics = stories.flatMap(({ code, fields }) => fields.topics.map((one) => ({ code, ...one })));
  const alone = topics.filter(({ slug }) => topics.filter((one) => one.slug === slug).length === 1);
  const found = [...new Map(alone.map((one) => [one.code, one])).values()][at];
  if (!found) throw new Error('The sample has too few topics with one story.');
  return found;
}

it('sends again what was not taken, and nothing to whom it is gone', async () => {
  const before = told.length;
  manner.status = 410;
  const { entries = [] } = parseAtomFeed((await fetchRaw(`${program.url}/en/feed.atom`, {})).text());
  const codes = entries.map(({ id = '' }) => id.slice(id.lastIndexOf('/') + 1));
  const kill = (code: string | undefined) =>
    wireroom({ dataDir }, 'act', code ?? '', 'kill', '--reason', 'inaccurate', '--note', 'It is not so.');
  expect((await kill(codes[1])).code).toBe(0);
  await until(() => told.length === before + 1);
  manner.status = 204;
  expect((await kill(codes[2])).code).toBe(0);
  await sleep(2_500);
  expect(told).toHaveLength(before + 1);
});

it('takes no wish that the callback does not confirm, and none for what is no feed or no address', async () => {
  const before = told.length;
  manner.agrees = false;
  expect(
    (await wish({ 'hub.mode': 'subscribe', 'hub.topic': topic(), 'hub.callback': callback })).status,
  ).toBe(202);
  const seen = asked.length;
  await until(() => asked.length > seen);
  await sleep(1_500);
  expect(told).toHaveLength(before);
  const wrong: Record<string, string>[] = [
    {},
    { 'hub.mode': 'publish', 'hub.topic': topic(), 'hub.callback': callback },
    { 'hub.mode': 'subscribe', 'hub.topic': 'https://other.example/feed.xml', 'hub.callback': callback },
    { 'hub.mode': 'subscribe', 'hub.topic': topic().replace('feed.atom', ''), 'hub.callback': callback },
    { 'hub.mode': 'subscribe', 'hub.topic': topic(), 'hub.callback': 'file:///etc/passwd' },
    { 'hub.mode': 'subscribe', 'hub.topic': topic(), 'hub.callback': 'http://a:b@x.example/' },
    {
      'hub.mode': 'subscribe',
      'hub.topic': topic(),
      'hub.callback': callback,
      'hub.secret': 'x'.repeat(200),
    },
  ];
  for (const form of wrong) expect([form, (await wish(form)).status]).toEqual([form, 400]);
  const json = await fetch(`${program.url}/hub`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  expect(json.status).toBe(400);
});
