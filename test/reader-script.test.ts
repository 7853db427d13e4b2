/** What a script adds to a story in a real browser, what is there without one, and what a device keeps and forgets. */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { createServer, request as httpRequest, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { plainRules } from '../src/comments/comment-setting.ts';
import { readConfig } from '../src/config.ts';
import { plainPages } from '../src/editions/agency-pages.ts';
import { writeAgency } from '../src/editions/agency-store.ts';
import type { Edition } from '../src/editions/edition.ts';
import { writeSetting } from '../src/editions/setting.ts';
import { keepFollower } from '../src/followers/follower-store.ts';
import { readMailSecret, tokenOf } from '../src/mail/mail-token.ts';
import { readReads } from '../src/reads/reads-store.ts';
import { readScript } from '../src/site/reader/reader-scripts.ts';
import { type RunningSite, serve } from '../src/web/serve.ts';
import { actOn } from './acts.ts';
import { openBrowser } from './browser.ts';
import { agency, publishOne } from './invented-story.ts';
import { makeDatabase, type TestDatabase } from './test-database.ts';

const publicUrl = 'https://news.example';

/** Its Persian says dates as no browser would by the language alone. */
const [english, persian] = agency.editions as [Edition, Edition];
const ownDates = { calendar: 'gregory', beside: null, numerals: 'latn' } as const;

let database: TestDatabase;
let site: RunningSite;
let browser: Browser | null;
let port: number;
let kept: number;
/** Where a follower sees his address, and what he gets. */
let mailPath: string;
let killed: number;

beforeAll(async () => {
  database = await makeDatabase();
  await writeAgency(database.pool, { ...agency, editions: [english, { ...persian, dates: ownDates }] });
  const statedAt = new Date('2017-08-05T07:24:00Z');
  kept = (await publishOne(database, { headline: 'Kept', statedAt })).code;
  killed = (await publishOne(database, { headline: 'Killed', statedAt })).code;
  const { pool } = database;
  const follower = await keepFollower(pool, 'lina@example.org', 'en', new Date());
  mailPath = `/en/mail/${tokenOf(await readMailSecret(pool), 'manage', follower)}`;
  site = await serveOn(0);
  port = site.port;
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await site.close();
  await database.drop();
});

function serveOn(where: number): Promise<RunningSite> {
  return serve(
    readConfig({
      PORT: String(where),
      PUBLIC_URL: publicUrl,
      DATABASE_URL: database.url,
      // Nothing is sent in these tests: the pages about mail are there.
      SMTP_URL: 'smtp://127.0.0.1:1',
      MAIL_FROM: 'news@news.example',
    }),
    database.pool,
  );
}

const at = (path: string) => `http://127.0.0.1:${port}${path}`;

async function inContext(
  settings: Parameters<Browser['newContext']>[0],
  work: (page: Page, context: BrowserContext) => Promise<void>,
): Promise<void> {
  const context = await browser?.newContext(settings);
  if (!context) return;
  try {
    await work(await context.newPage(), context);
  } finally {
    await context.close();
  }
}

/** Pages that the device has. */
const keptPaths = (page: Page) =>
  page.evaluate(
    `(async () => {
      const paths = [];
      for (const name of await caches.keys())
        for (const { url } of await (await caches.open(name)).keys()) paths.push(new URL(url).pathname);
      return paths.filter((path) => !path.startsWith('/assets/')).sort();
    })()`,
  ) as Promise<string[]>;

describe('the script of a story', () => {
  it('copies the permanent address, and says the time of the reader’s own clock', async () => {
    const settings = {
      locale: 'en-GB',
      timezoneId: 'America/New_York',
      permissions: ['clipboard-read', 'clipboard-write'],
    };
    await inContext(settings, async (page) => {
      await page.goto(at(`/${kept}`));
      const copy = page.getByRole('button', { name: 'Copy link' });
      await copy.click();
      await page.getByRole('status').getByText('Copied').waitFor();
      expect(await page.evaluate('navigator.clipboard.readText()')).toBe(`${publicUrl}/${kept}`);
      expect(await page.locator('.date-line time').getAttribute('title')).toBe(
        'Your time: 5 August 2017 at 03:24',
      );
    });
  });

  it('says times in the calendar and the digits of the edition, without a connection too', async () => {
    const statedAt = new Date('2017-08-05T07:24:00Z');
    const { code } = await publishOne(database, { headline: 'توفان', lang: 'fa', statedAt });
    await inContext({ locale: 'en-GB', timezoneId: 'America/New_York' }, async (page) => {
      const path = `/fa/${code}/توفان`;
      await page.goto(at(path));
      expect(await page.locator('.date-line time').getAttribute('title')).toBe(
        'به وقت شما: 5 اوت 2017 ساعت 3:24',
      );
      await expect.poll(() => keptPaths(page), { timeout: 15_000 }).toContain('/fa/offline');
      await site.close();
      try {
        await page.goto(at(path));
        expect(await page.locator('p.kept').first().textContent()).toMatch(
          /این دستگاه در \d+ \S+ 20\d\d \S+ \d{1,2}:\d\d نگه داشته/,
        );
      } finally {
        site = await serveOn(port);
      }
    });
  });

  it('is not missed where none runs: nothing is there that does nothing', async () => {
    await inContext({ javaScriptEnabled: false }, async (page) => {
      await page.goto(at(`/${kept}`));
      expect(await page.locator('button').filter({ visible: true }).allTextContents()).toEqual(['Search']);
      expect(await page.locator('.tools').isVisible()).toBe(false);
    });
  });

  it('is small: with the worker and the check of proofs it stays under 10 KB', () => {
    const names = ['reader/reader', 'reader/keep-pages', 'prove/prove'] as const;
    const bytes = names.map((name) => gzipSync(readScript(name)).length);
    expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(10 * 1024);
  });

  it('is allowed on the pages that have it alone', async () => {
    const policy = async (path: string) => (await fetch(at(path))).headers.get('content-security-policy');
    expect(await policy(`/en/${kept}/kept`)).toContain("script-src 'self'");
    for (const path of [
      '/en/',
      `/en/${kept}/kept/lite`,
      `/en/${kept}/kept/print`,
      `/en/v/${kept}/1`,
      '/en/archive',
    ])
      expect([path, (await policy(path))?.includes('script-src')]).toEqual([path, false]);
  });
});

it('keeps what was opened, shows it without a connection and says since when, and forgets what was taken back', async () => {
  await inContext({ locale: 'en-GB' }, async (page) => {
    await page.goto(at(`/en/${kept}/kept`));
    await expect.poll(() => keptPaths(page), { timeout: 15_000 }).toContain(`/en/${kept}/kept`);
    await page.goto(at(`/en/${killed}/killed`));
    await page.goto(at('/en/search?q=storm'));
    await page.goto(at(`/en/${kept}/kept?as-of=2020-01-01`));
    await page.goto(at('/en/'));
    const all = ['/en/', `/en/${kept}/kept`, `/en/${killed}/killed`, '/en/offline'];
    await expect.poll(() => keptPaths(page), { timeout: 15_000 }).toEqual(all.toSorted());

    await site.close();
    try {
      await page.goto(at(`/en/${kept}/kept`));
      expect(await page.locator('h1').textContent()).toBe('Kept');
      expect(await page.locator('p.kept').first().textContent()).toMatch(
        /as it was kept on this device on \d+ \w+ \d{4}/,
      );
      await page.goto(at('/en/archive'));
      expect(await page.locator('h1').textContent()).toBe('No connection');
      await actOn(database.pool, killed, 'kill');
    } finally {
      site = await serveOn(port);
    }
    await page.goto(at(`/en/${killed}/killed`));
    await expect.poll(() => keptPaths(page), { timeout: 15_000 }).not.toContain(`/en/${killed}/killed`);
    await page.goto(at(`/en/${kept}/kept`));
    expect(await page.locator('p.kept').count()).toBe(0);
  });
}, 60_000);

it('sends and counts a page once for each visit, with the worker and before it has come', async () => {
  const { storyId, code } = await publishOne(database, { headline: 'Counted' });
  const path = `/en/${code}/counted`;
  let sent = 0;
  const hear = (message: unknown) => {
    if ((message as { request: IncomingMessage }).request.url === path) sent++;
  };
  subscribe('http.server.request.start', hear);
  onTestFinished(() => void unsubscribe('http.server.request.start', hear));
  const reads = async () => {
    await site.close();
    site = await serveOn(port);
    return (await readReads(database.pool, storyId, new Date())).total;
  };
  await inContext({ userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0' }, async (page) => {
    await page.goto(at(path));
    await expect.poll(() => keptPaths(page), { timeout: 15_000 }).toContain(path);
    expect([sent, await reads()]).toEqual([1, 1]);
    await page.goto(at(path));
    // What it sends to the worker has come there before the next page.
    await page.goto(at('/en/'));
    await expect.poll(() => keptPaths(page), { timeout: 15_000 }).toContain('/en/');
    expect([sent, await reads()]).toEqual([2, 2]);
  });
}, 60_000);

it('asks once a day again for the words that it says where there is no connection', async () => {
  await inContext({}, async (page) => {
    const offline = () =>
      page.evaluate(`caches.match('/en/offline').then((one) => one?.text())`) as Promise<string | undefined>;
    const openWithWordsOf = async (day: Date) => {
      await page.evaluate(
        `caches.open('pages-2').then((pages) => pages.put('/en/offline',
          new Response('old words', { headers: { date: '${day.toUTCString()}' } })))`,
      );
      await page.goto(at('/en/'));
      await expect.poll(() => keptPaths(page), { timeout: 15_000 }).toContain('/en/');
      await page.goto(at('/en/archive'));
      await expect.poll(() => keptPaths(page), { timeout: 15_000 }).toContain('/en/archive');
    };
    await page.goto(at(`/en/${kept}/kept`));
    await expect.poll(offline, { timeout: 15_000 }).toContain('No connection');
    await openWithWordsOf(new Date());
    expect(await offline()).toBe('old words');
    await openWithWordsOf(new Date(Date.now() - 25 * 3_600_000));
    await expect.poll(offline, { timeout: 15_000 }).toContain('No connection');
  });
}, 60_000);

it('shows a page before what is kept beside it has come', async () => {
  // Passes everything on but the page for what was not kept, which never comes.
  const passing = createServer((request, response) => {
    const { url = '', headers } = request;
    if (url === '/en/offline') return;
    const onward = httpRequest(at(url), { headers }, (answer) => {
      response.writeHead(answer.statusCode as number, answer.headers);
      answer.pipe(response);
    });
    onward.end();
  });
  await new Promise<void>((listening) => passing.listen(0, '127.0.0.1', () => listening()));
  onTestFinished(() => {
    passing.close();
    passing.closeAllConnections();
  });
  const there = `http://127.0.0.1:${(passing.address() as AddressInfo).port}`;
  await inContext({}, async (page) => {
    await page.goto(`${there}/en/${kept}/kept`);
    const hasWorker = () => page.evaluate('navigator.serviceWorker.controller !== null');
    await expect.poll(hasWorker, { timeout: 15_000 }).toBe(true);
    await page.goto(`${there}/en/archive`);
    expect(await page.locator('h1').textContent()).toBe('Archive');
    await expect.poll(() => keptPaths(page), { timeout: 15_000 }).toContain('/en/archive');
  });
}, 60_000);

it('keeps no page that is one reader’s own, and deletes those that were kept before', async () => {
  await writeSetting(database.pool, 'comments', { ...plainRules, closeAfterDays: null });
  await inContext({}, async (page) => {
    await page.goto(at('/en/'));
    await page.evaluate(
      `caches.open('pages-1').then((pages) => pages.put('${mailPath}', new Response('lina@example.org')))`,
    );
    await page.goto(at(`/en/${kept}/kept`));
    const all = [`/en/${kept}/kept`, '/en/offline'];
    await expect.poll(() => keptPaths(page), { timeout: 15_000 }).toEqual(all);
    for (const [path, words] of [
      [mailPath, 'lina@example.org'],
      ['/en/newsletters', 'Newsletters'],
      [`/en/${kept}/comments/write`, 'Your comment'],
      [`/en/${kept}/comments/received`, 'Your comment was received'],
    ] as const) {
      const answer = await page.goto(at(path));
      expect([path, answer?.status(), await page.content()]).toEqual([
        path,
        200,
        expect.stringContaining(words),
      ]);
    }
    await page.goto(at(`/en/${kept}/comments`));
    const now = [...all, `/en/${kept}/comments`].toSorted();
    await expect.poll(() => keptPaths(page), { timeout: 15_000 }).toEqual(now);
  });
}, 60_000);

it('lets devices forget all of it when the agency wants nothing kept', async () => {
  await inContext({}, async (page) => {
    await page.goto(at(`/en/${kept}/kept`));
    await expect.poll(() => keptPaths(page), { timeout: 15_000 }).toContain(`/en/${kept}/kept`);
    await writeSetting(database.pool, 'pages', { ...plainPages, keepsPages: false });
    await database.pool.query(`select pg_notify('settings', '')`);
    await expect.poll(async () => (await fetch(at('/sw.js'))).text()).toContain('unregister');
    await page.evaluate('navigator.serviceWorker.ready.then((own) => own.update())');
    await expect
      .poll(() => page.evaluate('navigator.serviceWorker.getRegistrations().then((all) => all.length)'), {
        timeout: 15_000,
      })
      .toBe(0);
    expect(await keptPaths(page)).toEqual([]);
  });
}, 60_000);
