/** The whole site as it is shown: the sample at a moment that stays, with stories corrected, killed, held and removed in it. */
import { readConfig } from '../src/config.ts';
import { fillWithSample } from '../src/sample/fill-with-sample.ts';
import { sampleStories } from '../src/sample/sample-agency.ts';
import { serve } from '../src/web/serve.ts';
import { actOn } from './acts.ts';
import { makeFilledDatabase } from './filled-database.ts';
import { linkIn, openMailServer, type Received } from './mail-server.ts';
import { fetchRaw } from './raw-http.ts';

export type ShownSite = {
  url: string;
  /** Paths of the pages of a mail to a reader: its question, and what he asked for. */
  mailPaths: Record<'en' | 'fa', MailPaths>;
  close: () => Promise<void>;
};

type MailPaths = { confirm: string; manage: string };

/** A Saturday afternoon by the sample's clock. */
export const shownAt = new Date('2026-03-14T12:00:00Z');

export async function openShownSite(): Promise<ShownSite> {
  const database = await makeFilledDatabase('shown_template', async (pool) => {
    await fillWithSample(pool, { empty: false, now: shownAt });
    for (const lang of ['en', 'fa'] as const) await actOnStories(pool, lang);
  });
  const mail = await openMailServer();
  const config = readConfig({
    PORT: '0',
    PUBLIC_URL: 'http://lirven.example',
    SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
    MAIL_FROM: 'news@lirven.example',
  });
  const site = await serve(config, database.pool, () => shownAt);
  const url = `http://localhost:${site.port}`;
  const [en, fa] = await Promise.all([follow(url, mail.received, 'en'), follow(url, mail.received, 'fa')]);
  return {
    url,
    mailPaths: { en, fa },
    close: async () => {
      await site.close();
      await mail.close();
      await database.drop();
    },
  };
}

const notes = {
  en: {
    correction: 'The rockslide was 23 days ago, not 32 as we wrote at first.',
    lead: 'One lane of the Gavrel Pass is open to cars and buses again, 23 days after a rockslide cut it.',
    kill: 'The vote was called off before we published that it would be held.',
    hold: 'We are asking the ports again about what they signed.',
  },
  fa: {
    correction: 'ریزش کوه ۲۳ روز پیش بود، نه ۳۲ روز که نخست نوشته بودیم.',
    lead: 'یک خط از گردنهٔ گاورل ۲۳ روز پس از ریزش کوه به روی خودروها و اتوبوس‌ها باز شد.',
    kill: 'آب کاریز پیش از انتشار این خبر دوباره بریده بود.',
    hold: 'دربارهٔ آنچه کشاورزان گفته‌اند دوباره می‌پرسیم.',
  },
};

async function actOnStories(pool: Parameters<typeof actOn>[0], lang: 'en' | 'fa'): Promise<void> {
  const { correction, lead, kill, hold } = notes[lang];
  const { corrected, killed, held, removed, old } = codesIn(lang);
  const act = (code: number, kind: Parameters<typeof actOn>[2], order: Parameters<typeof actOn>[3]) =>
    actOn(pool, code, kind, { now: shownAt, ...order });
  await act(corrected, 'correct', { words: { lead }, note: correction });
  await act(old, 'redact', { fields: ['byline'], reasonClass: 'legal' });
  await act(killed, 'kill', { note: kill, reasonClass: 'inaccurate', replacement: corrected });
  await act(held, 'hold', { note: hold });
  await act(removed, 'kill', { reasonClass: 'legal' });
}

/** Codes of an edition's stories by what the shown pages need of them. */
export function codesIn(lang: string) {
  const own = sampleStories.filter((one) => one.lang === lang).sort((a, b) => a.minutesAgo - b.minutesAgo);
  const code = (group: string) => own.find((one) => one.group === group)?.code as number;
  const alone = own.filter(({ group }) => group === null).map((one) => one.code);
  return {
    corrected: code('gavrel-pass'),
    threaded: code('ilmer-readings'),
    old: code('flood'),
    killed: alone[0] as number,
    held: alone[1] as number,
    removed: alone[2] as number,
  };
}

/** Asks for a newsletter twice, and confirms the first. */
async function follow(url: string, received: Received[], lang: 'en' | 'fa'): Promise<MailPaths> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: url };
  const post = (path: string, form: Record<string, string>) =>
    fetchRaw(url + path, { method: 'POST', headers, body: new URLSearchParams(form).toString() });
  const addresses = [`lina.${lang}@example.org`, `mira.${lang}@example.org`];
  for (const address of addresses)
    await post(`/${lang}/newsletters`, { topic: '', every: 'daily', hour: '20', address });
  const [first = '', second = ''] = await Promise.all(
    addresses.map(async (address) => {
      const question = await arrived(received, address);
      return new URL(linkIn(question, '/mail/confirm/')).pathname;
    }),
  );
  const confirmed = (await post(first, {})).text();
  const [manage = ''] = /\/[a-z]+\/mail\/[0-9a-z]+-[0-9a-f]+/.exec(confirmed) ?? [];
  return { confirm: second, manage };
}

async function arrived(received: Received[], address: string): Promise<Received> {
  for (let tries = 0; tries < 1_000; tries++) {
    const mail = received.find(({ to }) => to.includes(address));
    if (mail) return mail;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`No mail came to ${address}.`);
}
