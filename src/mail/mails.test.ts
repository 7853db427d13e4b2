/** Each kind of mail in each language: its words, its two forms, its direction. */
import { expect, it } from 'vitest';
import { agency as invented, noon, publishOne } from '../../test/invented-story.ts';
import { testDatabase } from '../../test/test-database.ts';
import { insertContact } from '../comments/contact-store.ts';
import type { Agency } from '../editions/edition.ts';
import type { Following } from '../followers/following.ts';
import { insertInvitation } from '../people/link-store.ts';
import { mailAr } from '../site/words/ar/mail.ts';
import { mailEn } from '../site/words/en/mail.ts';
import { mailEs } from '../site/words/es/mail.ts';
import { mailFa } from '../site/words/fa/mail.ts';
import { mailFr } from '../site/words/fr/mail.ts';
import { mailRu } from '../site/words/ru/mail.ts';
import { composeMail, type MailToCompose } from './compose-mail.ts';
import type { MailContent } from './mail-content.ts';
import { mailHtml } from './mail-document.tsx';
import type { MailKind } from './mail-kinds.ts';
import { mailPlain } from './mail-plain.ts';
import { readMailSecret } from './mail-token.ts';

const publicUrl = 'https://halim.example';
const hostile = '<script>alert(1)</script> "\u2066& ]]>';
const abouts = {
  confirm: {},
  alert: { stories: [1] },
  newsletter: { at: noon.toISOString(), lead: 1, seconds: [], sections: [] },
  'comment-confirm': { comment: 1 },
  'comment-published': { comment: 1 },
  'comment-answered': { comment: 2 },
  'comment-rejected': { comment: 3 },
  invitation: { invitation: 1 },
  test: { name: hostile },
};

const agency: Agency = {
  ...invented,
  editions: [
    ...invented.editions,
    { ...invented.editions[0], lang: 'fr', name: 'Français' } as Agency['editions'][number],
  ],
};

async function composeAll(lang: string): Promise<Map<MailKind, MailContent>> {
  const database = await testDatabase();
  const { storyId } = await publishOne(database, { headline: hostile, lead: hostile });
  for (const [parent, state] of [
    [null, 'published'],
    [1, 'published'],
    [null, 'rejected'],
  ])
    await database.pool.query(
      `insert into comments (story_id, lang, parent_id, version, name, body, sent_at, state, reason, letters_hash)
       values ($1, 'en', $2, 1, $3, $4, $5, $6, 'approved', '')`,
      [storyId, parent, hostile, `One.\n${hostile}`, noon, state],
    );
  await insertContact(database.pool, 1, { email: 'lina@example.org', tell: true, givenAt: noon });
  await insertInvitation(database.pool, {
    tokenHash: Buffer.alloc(32),
    name: hostile,
    email: 'lina@example.org',
    grants: [],
    invitedBy: null,
    madeAt: noon,
    expiresAt: noon,
  });
  const deps = { db: database.pool, agency, publicUrl, secret: await readMailSecret(database.pool) };
  const following: Following = {
    id: 1,
    followerId: 1,
    kind: 'alert',
    lang,
    question: `q=${encodeURIComponent(hostile)}`,
    every: 'at-once',
    hour: 7,
    active: true,
  };
  const mails = new Map<MailKind, MailContent>();
  for (const [kind, about] of Object.entries(abouts) as [MailKind, (typeof abouts)['test']][]) {
    const newsletter = { ...following, kind: 'newsletter', question: '' } as const;
    const mail: MailToCompose = {
      id: 7,
      kind,
      lang,
      about,
      followerId: 1,
      following: kind === 'newsletter' ? newsletter : following,
    };
    const content = await composeMail(deps, mail);
    if (content) mails.set(kind, content);
  }
  return mails;
}

/** The words that a person sees of the HTML form. */
function seen(html: string): string {
  return html
    .replace(/<head>.*<\/head>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');
}

it.each(['en', 'fa', 'fr'])(
  'says the same in both forms of each kind of mail, in %s, and runs nothing',
  async (lang) => {
    const mails = await composeAll(lang);
    expect([...mails.keys()]).toEqual(Object.keys(abouts));
    for (const [kind, content] of mails) {
      const [html, plain] = [mailHtml(content), mailPlain(content)];
      expect(html, kind).toContain(`<html lang="${lang}" dir="${lang === 'fa' ? 'rtl' : 'ltr'}">`);
      expect(html, kind).not.toMatch(/<(img|link|script|iframe|object|form|base)\b|url\(|\ssrc=|\son\w+=/i);
      const said = plain
        .replace(/^(> |\* |-- $)/gm, '')
        .replace(/ \*$/gm, '')
        .replace(/:?\nhttps:\S+/g, '')
        .split(/\s+/)
        .filter((word) => word && !word.startsWith('https:'));
      for (const word of said) expect(seen(html), `${kind}: ${word}`).toContain(word.replace(/:$/, ''));
      for (const [href] of html.matchAll(/href="[^"]*"/g))
        expect(href).toMatch(/^href="https:\/\/halim\.example\//);
      expect(Buffer.byteLength(html), kind).toBeLessThan(12_000);
    }
  },
);

it('leads to a story by its short address in plain text, and by the whole one in HTML', async () => {
  const database = await testDatabase();
  const headline = 'بندر حلیم در توفان بسته شد و کشتی‌ها در لنگرگاه ماندند';
  const { storyId, code } = await publishOne(database, { headline, lang: 'fa' });
  const deps = { db: database.pool, agency, publicUrl, secret: await readMailSecret(database.pool) };
  const following: Following = {
    id: 1,
    followerId: 1,
    kind: 'newsletter',
    lang: 'fa',
    question: '',
    every: 'daily',
    hour: 7,
    active: true,
  };
  const about = { at: noon.toISOString(), lead: storyId, seconds: [], sections: [] };
  const kind: MailKind = 'newsletter';
  const content = await composeMail(deps, { id: 7, kind, lang: 'fa', about, followerId: 1, following });
  const plain = content ? mailPlain(content) : '';
  expect(plain).toContain(`\n${publicUrl}/${code}\n`);
  expect(plain).not.toContain('%');
  expect(content && mailHtml(content)).toContain(`href="${publicUrl}/fa/${code}/%D8%A8`);
});

it('has whole words in each of the six languages', () => {
  const shape = (words: object): unknown =>
    Object.fromEntries(
      Object.entries(words).map(([key, word]) => {
        const said = typeof word === 'function' ? word('ONE', 'TWO') : word;
        if (typeof said === 'object') return [key, shape(said)];
        expect(said.trim(), key).toBe(said);
        expect(said.length, key).toBeGreaterThan(1);
        // What is put into a sentence stands in it.
        return [key, [said.includes('ONE'), said.includes('TWO')]];
      }),
    );
  const english = shape(mailEn);
  for (const [lang, words] of Object.entries({ mailAr, mailEs, mailFa, mailFr, mailRu }))
    expect(shape(words), lang).toEqual(english);
});
