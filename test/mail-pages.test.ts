/** The pages about mail, and the mails themselves, in a real browser: in both directions, light and dark, on a small screen. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { unaskedHash } from '../src/comments/never-ask.ts';
import { addressToken, readMailSecret } from '../src/mail/mail-token.ts';
import { violations } from './axe.ts';
import { openBrowser } from './browser.ts';
import { hour, type Newsroom, newsroom } from './mail-newsroom.ts';
import { linkIn } from './mail-server.ts';

/** Where a browser reaches the routes. */
async function listen({ built }: Newsroom): Promise<string> {
  const server = createServer(async (request, response) => {
    const answer = await built.app.inject({
      method: 'GET',
      url: request.url as string,
      headers: { connection: 'close' },
    });
    response.writeHead(answer.statusCode, answer.headers as Record<string, string>).end(answer.rawPayload);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  onTestFinished(() => void server.close());
  return `http://localhost:${(server.address() as AddressInfo).port}`;
}

it.each([
  ['en', 'light', 'storm'],
  ['fa', 'dark', 'توفان'],
] as const)(
  'have no violation that axe knows and fit a small screen, in %s, %s',
  async (lang, colorScheme, q) => {
    const browser = await openBrowser();
    if (!browser) return;
    onTestFinished(() => browser.close());
    const room = await newsroom();
    const address = 'lina@example.org';
    await room.follow({ topic: '', every: 'daily', hour: '20', address }, lang);
    await room.follow({ 'ask-q': q, every: 'at-once', address }, lang);
    const question = room.server.received.at(-1) as (typeof room.server.received)[number];
    await room.publish({ lang, headline: q });
    room.wait(8 * hour);
    expect(await room.work()).toBe(2);
    const letters = room.server.received.slice(-2);
    const letter = letters[0] as (typeof letters)[number];
    const end = linkIn(letter, '/mail/end/');
    const paths = [
      `/${lang}/newsletters`,
      `/${lang}/search?q=${encodeURIComponent(q)}`,
      ...[linkIn(question, '/mail/confirm/'), end, manageLink(letter.mail.text ?? '')].map(
        (link) => new URL(link).pathname,
      ),
    ];
    const secret = await readMailSecret(room.database.pool);
    paths.push(`/${lang}/mail/never-ask/${addressToken(secret, unaskedHash(secret, address))}`);
    const at = await listen(room);
    const context = await browser.newContext({ viewport: { width: 320, height: 700 }, colorScheme });
    const page = await context.newPage();
    const overflow = 'document.documentElement.scrollWidth - window.innerWidth';
    for (const path of paths) {
      const answer = await page.goto(at + path);
      expect(answer?.status(), path).toBe(200);
      expect([await violations(page), await page.evaluate(overflow)], path).toEqual([[], 0]);
    }
    const mails = await context.newPage();
    const asked: string[] = [];
    mails.on('request', (request) => asked.push(request.url()));
    for (const { mail } of [question, ...letters]) {
      await mails.setContent(mail.html ?? '');
      expect([await violations(mails), await mails.evaluate(overflow)], mail.subject).toEqual([[], 0]);
      expect(await mails.evaluate('getComputedStyle(document.body).direction')).toBe(
        lang === 'fa' ? 'rtl' : 'ltr',
      );
      const [red = 0] =
        String(await mails.evaluate('getComputedStyle(document.body).backgroundColor')).match(/\d+/g) ?? [];
      expect(Number(red) < 128).toBe(colorScheme === 'dark');
    }
    expect(asked).toEqual([]);
  },
);

function manageLink(text: string): string {
  return /https:\S+\/mail\/[0-9a-z]+-[0-9a-f]{32}/.exec(text)?.[0] ?? '';
}
