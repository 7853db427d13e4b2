/** kill -9 of the program while the hub sends and somebody arranges a front: nobody is left out, and nothing is half done. */
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connectionOf, readDatabaseAddress } from '../src/database/embedded-postgres.ts';
import { newPool } from '../src/database/open-database.ts';
import type { ArrangementJson, FrontJson, PinJson } from '../src/fronts/front-api.ts';
import { makeDataFolder, removeDataFolder } from './data-folder.ts';
import { publishOne } from './invented-story.ts';
import { freePort, type Program, startProgram } from './program.ts';

const followers = 40;
/** Callbacks that the hub calls at once. */
const atOnce = 16;

const dataDir = makeDataFolder();
let program: Program;
let subscriber: http.Server;
let origin = '';
let cookie = '';
/** Callbacks that have answered, and those that were called and have not. */
const [answered, unanswered] = [new Set<string>(), new Set<string>()];
/** What was acknowledged last before the crash, and the two arrangements that went on in turn. */
let acknowledged: ArrangementJson | null = null;
let both: [PinJson[], PinJson[]] = [[], []];

beforeAll(async () => {
  const env = { PORT: String(await freePort()), OUTGOING_ALLOW: '127.0.0.1' };
  origin = `http://localhost:${env.PORT}`;
  program = await startProgram({ dataDir, env });
  cookie = await signIn(program);
  let answers = false;
  subscriber = http.createServer((request, response) => {
    const callback = request.url ?? '';
    request.resume().on('end', () => {
      (answers ? answered : unanswered).add(callback);
      if (answers) response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => subscriber.listen(0, '127.0.0.1', resolve));
  await inDatabase(async (pool) => {
    for (let stories = 0; stories < 3; stories++) await publishOne({ pool });
  });
  both = await twoArrangements();
  const arranging = arrangeUntilTheEnd();
  await until(() => acknowledged !== null);
  await follow(`http://127.0.0.1:${(subscriber.address() as AddressInfo).port}`);
  await until(() => unanswered.size === atOnce);
  await program.kill();
  await arranging;
  answers = true;
  program = await startProgram({ dataDir, env });
});
afterAll(async () => {
  await program.stop();
  subscriber.close();
  removeDataFolder(dataDir);
});

it('has the front as it was or as it was to be, whole, and nothing that was acknowledged is lost', async () => {
  const now = (await readFront()).arrangement;
  expect(now?.id).toBeGreaterThanOrEqual(acknowledged?.id ?? Number.POSITIVE_INFINITY);
  const [pins, others] = now?.pins[0]?.headline.startsWith('First') ? both : [both[1], both[0]];
  expect(now?.pins).toEqual(pins);
  const page = await (await fetch(`${origin}/en/`)).text();
  expect(pins.filter(({ headline }) => !page.includes(headline))).toEqual([]);
  expect(others.filter(({ headline }) => page.includes(headline))).toEqual([]);
});

it('sends the feed to all who follow it, those again who had not answered', async () => {
  await until(() => answered.size === followers);
  expect([...unanswered].filter((callback) => !answered.has(callback))).toEqual([]);
});

async function until(is: () => boolean): Promise<void> {
  for (let tries = 0; !is(); tries++) {
    if (tries > 1_600) throw new Error('it did not come');
    await sleep(25);
  }
}

/** By the link that a first start prints. @returns the cookies of the owner. */
async function signIn({ output }: Program): Promise<string> {
  const token = /#\/link\/(\S+)/.exec(output())?.[1];
  const used = await ask('POST', '/api/sign-in-links/use', { token });
  expect(used.status).toBe(200);
  return used.headers
    .getSetCookie()
    .map((one) => one.split(';', 1)[0])
    .join('; ');
}

function ask(method: string, path: string, body?: object): Promise<Response> {
  return fetch(origin + path, {
    method,
    headers: { origin, cookie, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
}

async function readFront(): Promise<FrontJson> {
  return (await (await ask('GET', '/api/desk/fronts/en')).json()) as FrontJson;
}

/** Of the same stories, in the order in which the server names them. */
async function twoArrangements(): Promise<[PinJson[], PinJson[]]> {
  const codes = (await readFront()).newest.slice(0, 3).map(({ code }) => code);
  const named = (name: string, slots: string[]) =>
    slots.map((slot, at) => ({
      code: codes[at] as number,
      slot,
      until: null,
      picture: false,
      headline: `${name} headline ${at}`,
    }));
  return [
    named('First', ['lead', 'second.1', 'second.2']),
    named('Other', ['second.1', 'second.2', 'second.3']),
  ];
}

/** One after the other, each over the one before, until the program is gone. */
async function arrangeUntilTheEnd(): Promise<void> {
  let seen = (await readFront()).arrangement?.id ?? 0;
  for (let turn = 0; ; turn++) {
    const answer = await ask('PUT', '/api/desk/fronts/en', { pins: both[turn % 2], seen }).catch(() => null);
    if (!answer) return;
    const made = (await answer.json().catch(() => null)) as ArrangementJson | null;
    if (!made) return;
    expect(answer.status).toBe(200);
    acknowledged = made;
    seen = made.id;
  }
}

async function inDatabase(work: (pool: pg.Pool) => Promise<unknown>): Promise<void> {
  const address = readDatabaseAddress(dataDir);
  if (!address) throw new Error('the program has left no address');
  const pool = newPool({ ...connectionOf(address), database: 'wireroom' });
  await work(pool).finally(() => pool.end());
}

/** Followers of a feed whose callbacks have confirmed, and who have nothing of it yet. */
async function follow(at: string): Promise<void> {
  await inDatabase((pool) =>
    pool.query(
      `insert into hub_subscriptions (topic, callback, secret, lease_until, next_try)
       select '/en/feed.atom', $1 || '/' || n, '', now() + interval '1 day', '-infinity' from generate_series(1, $2) as n`,
      [at, followers],
    ),
  );
}
