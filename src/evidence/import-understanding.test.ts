/** What a page says of itself, and what its report says of the page. */
import { expect, it } from 'vitest';
import { htmlPage, importInto, prose, textPage } from '../../test/page-import.ts';
import { testDatabase } from '../../test/test-database.ts';
import type { StoryFields } from '../stories/story.ts';
import { plainText } from '../text/plain-text.ts';

const storyData = {
  '@context': 'https://schema.org',
  '@type': 'NewsArticle',
  headline: 'Bridge stays open to walkers and riders',
  datePublished: '2017-08-05T07:24:00Z',
  inLanguage: 'en',
  author: { '@type': 'Person', name: 'Ana Moss' },
  articleSection: 'World',
  publisher: { '@type': 'Organization', name: 'Halim Press' },
};

const head = `<meta property="og:title" content="Bridge stays open to walkers and riders">
<meta property="og:site_name" content="Halim Press">
<meta property="og:url" content="https://news.example/bridge">
<script type="application/ld+json">${JSON.stringify(storyData)}</script>`;

it('takes the word of JSON-LD and OpenGraph before what is printed, and loses no printed word', async () => {
  const { pool } = await testDatabase();
  const page = htmlPage({ head, headline: 'Bridge stays open', date: '7 August 2017 11:54' });
  const report = await importInto(pool, page, { publish: true, zone: 'Asia/Tehran' });
  expect(report).toMatchObject({
    outcome: 'published',
    reasons: [],
    understood: { canonical: 'https://news.example/bridge', language: 'en' },
  });
  const { rows } = await pool.query(
    'select headline, byline, section, lead, plain, effective_at, lang from published',
  );
  expect(rows).toEqual([
    {
      headline: 'Bridge stays open to walkers and riders',
      byline: 'Ana Moss',
      section: 'world',
      lead: prose,
      plain: `Bridge stays open\n\n${prose}`,
      effective_at: new Date('2017-08-05T07:24:00Z'),
      lang: 'en',
    },
  ]);
});

it.each([
  ['Asia/Tehran', '2017-08-05T07:24:00Z'],
  ['America/New_York', '2017-08-05T15:54:00Z'],
  ['UTC', '2017-08-05T11:54:00Z'],
])('reads the time of a page that states no zone in %s', async (zone, effective_at) => {
  const { pool } = await testDatabase();
  await importInto(pool, textPage(), { publish: true, zone });
  const { rows } = await pool.query(
    'select published.effective_at, stated_at from published join acts using (story_id)',
  );
  expect(rows).toEqual([{ effective_at: new Date(effective_at), stated_at: new Date(effective_at) }]);
});

it('leaves a zone that the page states as it is', async () => {
  const { pool } = await testDatabase();
  const page = textPage({ date: 'Saturday 5 August 2017 - 11:54 GMT' });
  await importInto(pool, page, { publish: true, zone: 'Asia/Tehran' });
  const { rows } = await pool.query('select effective_at from published');
  expect(rows).toEqual([{ effective_at: new Date('2017-08-05T11:54:00Z') }]);
});

it('repairs glued words in every field, and reports each change where it was made', async () => {
  const { pool } = await testDatabase();
  const page = textPage({
    headline: 'Bridge stays open towalkers',
    text: [
      'The council voted onMonday, after a long and friendly debate, to keep the old wooden bridge open to riders.',
      `${prose} The mayor arrived inTehran with45 guests.The bridge was closed.`,
    ],
  });
  const report = await importInto(pool, page, { publish: true });
  expect(
    report.repairs?.changes.map(({ field, offset, before, after }) => [field, offset, before, after]),
  ).toEqual([
    ['headline', 18, 'towalkers', 'to walkers'],
    ['lead', 18, 'onMonday', 'on Monday'],
    ['body 1', prose.length + 19, 'inTehran', 'in Tehran'],
    ['body 1', prose.length + 28, 'with45', 'with 45'],
    ['body 1', prose.length + 35, 'guests.The', 'guests. The'],
  ]);
  for (const { confidence } of report.repairs?.changes ?? []) {
    expect(confidence).toBeGreaterThan(0.5);
    expect(confidence).toBeLessThanOrEqual(1);
  }
  const { rows } = await pool.query<{ fields: StoryFields }>('select fields from versions');
  expect(rows.map(({ fields: { headline, lead, body } }) => [headline, lead, plainText(body)])).toEqual([
    [
      'Bridge stays open to walkers',
      'The council voted on Monday, after a long and friendly debate, to keep the old wooden bridge open to riders.',
      `${prose} The mayor arrived in Tehran with 45 guests. The bridge was closed.`,
    ],
  ]);
});

it('resolves dates that were glued, after they were parted', async () => {
  const { pool } = await testDatabase();
  const page = textPage({ text: [prose, `${prose} The mayor arrived onFriday.`] });
  await importInto(pool, page, { publish: true });
  const { rows } = await pool.query<{ fields: StoryFields }>('select fields from versions');
  expect(JSON.stringify(rows[0]?.fields.body)).toContain('"datetime":"2017-08-04"');
});

it('touches no word of a page in a language without a word list, and says so', async () => {
  const { pool } = await testDatabase();
  const persian =
    'شهردار روز شنبه گفت که این پل از محل کمک‌های مردمی ساخته شده است و برای عبور کودکان و دوچرخه‌سواران است.';
  const page = textPage({
    date: '۱۴ مرداد ۱۳۹۶ - ۱۱:۵۴',
    headline: 'پل تازه شهر باز شد',
    text: [persian, persian],
  });
  const report = await importInto(pool, page, { publish: true });
  expect(report).toMatchObject({
    outcome: 'published',
    understood: { language: 'fa', published: { local: '2017-08-05T11:54' } },
    repairs: { changes: [], flags: [], languageKnown: false },
  });
  const { rows } = await pool.query('select lang, lead, plain from published');
  expect(rows).toEqual([{ lang: 'fa', lead: persian, plain: persian }]);
});

it('says how surely it understood each field', async () => {
  const { pool } = await testDatabase();
  const report = await importInto(pool, textPage());
  const fields = report.understood?.sure.map(({ field }) => field);
  expect(fields).toEqual(expect.arrayContaining(['headline', 'published', 'code', 'lead', 'language']));
  for (const { confidence, how } of report.understood?.sure ?? []) {
    expect(confidence).toBeGreaterThan(0);
    expect(confidence).toBeLessThanOrEqual(1);
    expect(how).toMatch(/\w{3}/);
  }
});
