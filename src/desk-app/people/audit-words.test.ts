import { expect, it } from 'vitest';
import { en } from '../words/en.ts';
import { fa } from '../words/fa.ts';
import { formatFor } from '../words/format.ts';
import type { Words } from '../words/words.ts';
import { aboutWords } from './audit-words.ts';

/** Without the marks that keep the direction of names apart. */
function lines(what: string, about: Record<string, unknown>, w: Words = en, lang = 'en'): string[] {
  const speech = {
    w,
    f: formatFor(lang, 'UTC'),
    lang,
    grantWords: ({ role, lang: of }: { role: string; lang: string | null }) => `${role} · ${of ?? 'all'}`,
  };
  return aboutWords(speech, { what, about, aboutName: 'person' in about ? 'Lina' : null }).map((line) =>
    line.replace(/[\u2066-\u2069]/g, ''),
  );
}

const english = {
  lang: 'en',
  dir: 'ltr',
  name: 'English',
  tagline: '',
  sections: [
    { slug: 'world', name: 'World' },
    { slug: 'sport', name: 'Sport' },
  ],
};

it('says of a change what it is, what it was and what it has become, in the words of the desk', () => {
  const before = { zone: 'UTC', defaultLang: 'en', editions: [english] };
  const farsi = { lang: 'fa', dir: 'rtl', name: 'فارسی', sections: [] };
  const after = {
    zone: 'Asia/Tehran',
    defaultLang: 'fa',
    editions: [farsi, { ...english, tagline: 'By the sea', dir: 'rtl' }],
  };
  expect(lines('settings.agency-changed', { before, after })).toEqual([
    'Time zone: UTC → Asia/Tehran',
    'Edition of the bare address: English → Persian',
    'Editions › فارسی › Language: Persian (new)',
    'Editions › فارسی › Direction: right to left (new)',
    'Editions › فارسی › Name: فارسی (new)',
    'Editions › English › Direction: left to right → right to left',
    'Editions › English › Line under the name: By the sea (new)',
  ]);
  expect(lines('settings.agency-changed', { before, after }, fa, 'fa').slice(0, 3)).toEqual([
    'منطقهٔ زمانی: از UTC به Asia/Tehran',
    'ویرایشی که نشانی تنها باز می‌کند: از انگلیسی به فارسی',
    'ویرایش‌ها › فارسی › زبان: فارسی (تازه)',
  ]);
});

it('knows what stands in a list by its name, wherever it stands now', () => {
  const moved = { ...english, sections: [english.sections[1], { slug: 'world', name: 'The world' }] };
  const about = { before: { editions: [english] }, after: { editions: [moved] } };
  expect(lines('settings.agency-changed', about)).toEqual([
    'Editions › English › Sections › Order: World, Sport → Sport, The world',
    'Editions › English › Sections › The world › Name: World → The world',
  ]);
});

it('says of a list of words which came and which went', () => {
  const off = (...rules: string[]) => ({ fr: { off: rules, quotes: null } });
  expect(
    lines('settings.house-style-changed', { before: off('dash', 'spaces'), after: off('dash', 'quotes') }),
  ).toEqual(['French › Rules switched off: Spaces → Quotes']);
  const spellings = { before: {}, after: { en: [{ before: 'Teheran', after: 'Tehran' }] } };
  expect(lines('settings.spellings-changed', spellings)).toEqual(['English: Teheran = Tehran (new)']);
  const grants = (...langs: (string | null)[]) => ({
    grants: langs.map((lang) => ({ role: 'editor', desk: null, lang })),
  });
  expect(lines('people.changed', { before: grants('en', null), after: grants('fa') })).toEqual([
    'Roles: editor · en, editor · all → editor · fa',
  ]);
});

it.each([
  [
    'settings.pages-changed',
    { before: { topicTexts: {} }, after: { topicTexts: { en: { text: 'What is written.' } } } },
    'Topics, in a sentence › English › text: What is written. (new)',
  ],
  [
    'settings.pages-changed',
    { before: { texts: { en: { about: { title: 'We' } } } }, after: { texts: { en: {} } } },
    'Own pages › English › About the agency › Title: We (taken out)',
  ],
  [
    'settings.roles-changed',
    { before: {}, after: { chief: { fa: 'سردبیر' } } },
    'Chief › Persian: سردبیر (new)',
  ],
  [
    'settings.templates-changed',
    {
      before: [{ id: 'brief', name: 'Brief', words: [{ lang: null, lead: 'A' }] }],
      after: [{ id: 'brief', name: 'Brief', words: [{ lang: null, lead: 'B' }] }],
    },
    'Brief › Words › every other language › Lead: A → B',
  ],
  [
    'comment.story-set',
    { code: 1042, before: null, after: { taken: 'days', days: 1200 } },
    'Story: 1042|Comments: close after some days (new)|Days: 1,200 (new)',
  ],
  [
    'act.kill',
    { lang: 'en', reason: '', version: 3, code: 1042 },
    'Story: 1042|Version: 3|Language: English',
  ],
  ['people.signed-in', { how: 'single sign-on', session: 'x1' }, 'Signed in with: single sign-on'],
  [
    'people.reset',
    { person: 'cc96e185', sessions: 1, app: false },
    'Person: Lina|Sessions ended: 1|Authenticator app: no',
  ],
  ['people.sessions-ended', { ended: 2, unheardOf: { a: 1 } }, 'Sessions ended: 2|unheardOf: {"a":1}'],
])('says of %s with %j: %s', (what, about, said) => {
  expect(lines(what, about).join('|')).toBe(said);
});

it('begins long texts a little before they part, and cuts what is too long to read in a table', () => {
  const page = (text: string) => ({ texts: { en: { about: { text } } } });
  const [line = ''] = lines('settings.pages-changed', {
    before: page(`${'x'.repeat(500)} was`),
    after: page(`${'x'.repeat(500)} is ${'y'.repeat(500)}`),
  });
  const before = `…${'x'.repeat(19)} `;
  expect(line).toBe(
    `Own pages › English › About the agency › Text: ${before}was → ${before}is ${'y'.repeat(97)}…`,
  );
});
