import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { itWithShared, sharedFile } from '../../test/shared.ts';
import { resolveDates } from './resolve-dates.ts';

/** "words = interval" for each date found. */
function found(text: string, on = '2017-08-05', language = 'en'): string[] {
  return resolveDates(text, { on, language }).map((date) => `${date.text} = ${date.interval}`);
}

const seed = 'seed/expected.json';

itWithShared(seed)('resolves the dates of the seed story as an editor would', () => {
  const story: { published: string; body: string[]; relativeDates: { text: string; is: string }[] } =
    JSON.parse(readFileSync(sharedFile(seed), 'utf8'));
  const dates = story.body.flatMap((text) =>
    resolveDates(text, { on: story.published.slice(0, 10), language: 'en' }),
  );
  const pairs = new Set(dates.map((date) => `${date.text} = ${date.interval}`));
  expect([...pairs]).toEqual(story.relativeDates.map((date) => `${date.text} = ${date.is}`));
});

// The date line is Saturday, 5 August 2017.
it.each([
  ['The envoy will land on Saturday.', ['on Saturday = 2017-08-05']],
  [
    'The mayor said on Friday that he will resign on Monday.',
    ['on Friday = 2017-08-04', 'on Monday = 2017-08-07'],
  ],
  ['On Monday, the council will vote.', ['On Monday = 2017-08-07']],
  ['On Monday the council voted.', ['On Monday = 2017-07-31']],
  ['Talks are due to open on Tuesday morning.', ['on Tuesday morning = 2017-08-08']],
  ['The fair is to be held on Thursday.', ['on Thursday = 2017-08-10']],
  [
    'It left last Saturday and returns next Saturday.',
    ['last Saturday = 2017-07-29', 'next Saturday = 2017-08-12'],
  ],
  ['Shut since Monday, it must open by Friday.', ['Monday = 2017-07-31', 'Friday = 2017-08-11']],
  ['They met on Tuesday last week.', ['on Tuesday last week = 2017-07-25']],
  [
    'Today, yesterday and tomorrow',
    ['Today = 2017-08-05', 'yesterday = 2017-08-04', 'tomorrow = 2017-08-06'],
  ],
  ['Tonight and last night', ['Tonight = 2017-08-05', 'last night = 2017-08-04']],
  ['It rained this morning.', ['this morning = 2017-08-05']],
  ['He left two days ago.', ['two days ago = 2017-08-03']],
  ['He left three weeks ago.', ['three weeks ago = 2017-07-10/2017-07-16']],
  [
    'It opened on 28 July and shut the previous day.',
    ['on 28 July = 2017-07-28', 'the previous day = 2017-07-27'],
  ],
  [
    'earlier this week, next month, last year',
    ['earlier this week = 2017-07-31/2017-08-06', 'next month = 2017-09', 'last year = 2016'],
  ],
  [
    'Crowds came over the weekend; last weekend was calm.',
    ['over the weekend = 2017-08-05/2017-08-06', 'last weekend = 2017-07-29/2017-07-30'],
  ],
  ['Prices rose in July and in July 2016.', ['July = 2017-07', 'July 2016 = 2016-07']],
  ['It was agreed in December. It will end in March.', ['December = 2016-12', 'March = 2018-03']],
  [
    'next March, last July, late July',
    ['next March = 2018-03', 'last July = 2017-07', 'late July = 2017-07'],
  ],
  ['It sank on Friday, September 16.', ['on Friday, September 16 = 2016-09-16']],
  ['She will meet Mr. Lee on Monday.', ['on Monday = 2017-08-07']],
  [
    'from July 5-9 and 5 to 7 August 2016',
    ['July 5-9 = 2017-07-05/2017-07-09', '5 to 7 August 2016 = 2016-08-05/2016-08-07'],
  ],
  ['born on May 5, 1970', ['on May 5, 1970 = 1970-05-05']],
  ['the first quarter of 2017', ['the first quarter of 2017 = 2017-01-01/2017-03-31']],
  ['the second half of 2016', ['the second half of 2016 = 2016-07-01/2016-12-31']],
  ['in 2016 and mid-2015', ['2016 = 2016', 'mid-2015 = 2015']],
  ['The bus left on Friday at 5:30 p.m.', ['on Friday at 5:30 p.m. = 2017-08-04T17:30']],
])('reads: %s', (text, expected) => {
  expect(found(text)).toEqual(expected);
});

it.each([
  'He may march on the second day; the sun rose. May I? March on!',
  'In the 1990s, 455 people won 5-4 for 1,200 coins at the end of the day.',
  'The house at 5 August Street belongs to the July 28 Movement.',
  'Every Saturday he rests, on Saturdays too, from Monday to Friday.',
  'Good Friday, Black Friday, Friday prayers',
  'It has grown in the last year.',
  'on 31 June and February 30, 2017',
])('leaves alone: %s', (text) => {
  expect(found(text)).toEqual([]);
});

it('looks back over the turn of the year', () => {
  expect(found('It was agreed in December and on December 30.', '2018-01-10')).toEqual([
    'December = 2017-12',
    'on December 30 = 2017-12-30',
  ]);
});

// Monday, 30 November 2026.
it.each([
  [
    'The council voted in February. The vote had been held in January.',
    ['February = 2026-02', 'January = 2026-01'],
  ],
  ['The mayor resigned in December.', ['December = 2025-12']],
  ['The mayor resigned on December 5.', ['on December 5 = 2025-12-05']],
  ['On Friday, the council voted on it.', ['On Friday = 2026-11-27']],
  ['The council voted on Wednesday.', ['on Wednesday = 2026-11-25']],
  ['The library closed on Monday.', ['on Monday = 2026-11-30']],
  ['The library closes on Tuesday and reopens in March.', ['on Tuesday = 2026-12-01', 'March = 2027-03']],
  ['Rain is expected on Friday.', ['on Friday = 2026-12-04']],
  ['The court will rule in February.', ['February = 2027-02']],
])('never takes what was done for a day to come: %s', (text, expected) => {
  expect(found(text, '2026-11-30')).toEqual(expected);
});

it.each([
  ['en', 'Library closes on Monday.'],
  ['en', 'Schools close on Monday.'],
  ['en', 'The library is closed on Monday.'],
  ['en', 'Long queues on Wednesday.'],
  ['en', 'A quiet vote in February.'],
  ['en', 'A fair in December.'],
  ['en', 'The court will rule in October.'],
  ['en', 'They will discuss the plan approved in February.'],
  ['en', 'It sank on Friday, December 4.'],
  ['fr', 'La bibliothèque ferme lundi.'],
  ['fa', 'کتابخانه روز دوشنبه تعطیل می‌شود.'],
  ['ar', 'تغلق المكتبة يوم الاثنين.'],
])('leaves to the writer what may mean more than one day (%s): %s', (language, text) => {
  expect(found(text, '2026-11-30', language)).toEqual([]);
});

it('gives no day or month to come for any date of a sentence in the past', () => {
  const months = ['January', 'March', 'May', 'July', 'September', 'November', 'December'];
  const said = [...months, ...months.map((month) => `${month} 3`), 'Monday', 'Thursday', 'Sunday'];
  for (const on of ['2026-01-01', '2026-06-15', '2026-11-30', '2026-12-31']) {
    for (const words of said) {
      const [date] = resolveDates(`The council voted ${/\d|day/.test(words) ? 'on' : 'in'} ${words}.`, {
        on,
        language: 'en',
      });
      expect(date && date.datetime <= on, `${words} on ${on}`).toBe(true);
    }
  }
});

it('writes each kind of span for the page', () => {
  const [week, day, half, year] = resolveDates('Last week, on Friday, the second half of 2016, late 2016', {
    on: '2017-08-05',
    language: 'en',
  });
  expect(week).toMatchObject({
    datetime: '2017-W30',
    until: null,
    title: '24 July 2017 to 30 July 2017',
    start: 0,
    end: 9,
  });
  expect(day).toMatchObject({ datetime: '2017-08-04', until: null, title: '4 August 2017' });
  expect(half).toMatchObject({ datetime: '2016-07-01', until: '2016-12-31' });
  expect(year).toMatchObject({ datetime: '2016', until: null, title: null });
});

it('begins weeks where the agency does', () => {
  const [week] = resolveDates('Last week', { on: '2017-08-05', language: 'en', weekStartsOn: 7 });
  expect(week).toMatchObject({
    datetime: '2017-07-23',
    until: '2017-07-29',
    interval: '2017-07-23/2017-07-29',
  });
});

it('counts the days of a week from where it begins', () => {
  const on = '2017-08-05';
  const sundays = ['en', 'en-us'].map(
    (language) => resolveDates('They met on Sunday last week.', { on, language })[0]?.datetime,
  );
  expect(sundays).toEqual(['2017-07-30', '2017-07-23']);
});

it.each([
  [
    'fr',
    'Il est parti mercredi dernier. La réunion aura lieu lundi.',
    ['mercredi dernier = 2017-08-02', 'lundi = 2017-08-07'],
  ],
  [
    'fr',
    'la semaine dernière, hier, le 28 juillet',
    ['la semaine dernière = 2017-07-24/2017-07-30', 'hier = 2017-08-04', '28 juillet = 2017-07-28'],
  ],
  [
    'de',
    'Er kam am Freitag. Letzte Woche',
    ['am Freitag = 2017-08-04', 'Letzte Woche = 2017-07-24/2017-07-30'],
  ],
  [
    'es',
    'Dijo el viernes. Por la mañana llovió. El mes pasado',
    ['viernes = 2017-08-04', 'El mes pasado = 2017-07'],
  ],
  ['pt', 'A segunda vez, ontem', ['ontem = 2017-08-04']],
  ['it', 'Ha detto venerdì che lunedì partirà.', ['venerdì = 2017-08-04']],
  [
    'ru',
    'Он приехал в пятницу. На прошлой неделе',
    ['в пятницу = 2017-08-04', 'На прошлой неделе = 2017-07-24/2017-07-30'],
  ],
  [
    'fa',
    'او دیروز گفت روز شنبه؛ هفته گذشته',
    ['دیروز = 2017-08-04', 'روز شنبه = 2017-08-05', 'هفته گذشته = 2017-07-29/2017-08-04'],
  ],
  ['fa', 'ماه گذشته و ۱۲ مرداد', ['ماه گذشته = 2017-06-22/2017-07-22', '۱۲ مرداد = 2017-08-03']],
  [
    'ar',
    'وصل أمس. الأربعاء الماضي. سيزور يوم الاثنين',
    ['أمس = 2017-08-04', 'الأربعاء الماضي = 2017-08-02', 'يوم الاثنين = 2017-08-07'],
  ],
  [
    'fr',
    'Aujourd’hui, ce matin, ce soir, avant-hier, après-demain',
    [
      'Aujourd’hui = 2017-08-05',
      'ce matin = 2017-08-05',
      'ce soir = 2017-08-05',
      'avant-hier = 2017-08-03',
      'après-demain = 2017-08-07',
    ],
  ],
  [
    'fr',
    'Élu il y a deux ans, il part dans six semaines, au début du mois prochain.',
    ['il y a deux ans = 2015', 'dans six semaines = 2017-09-11/2017-09-17', 'du mois prochain = 2017-09'],
  ],
  ['fr', 'Hier, le mur fut refait en six semaines.', ['Hier = 2017-08-04']],
  ['fa', 'ماه پیش از جنگ، سال قبل از آن، ماه بعد از زلزله و دو روز پیش از عید', []],
  [
    'fa',
    'ماه پیش آمد و ماه گذشته از تهران رفت؛ دو روز پیش',
    ['ماه پیش = 2017-06-22/2017-07-22', 'ماه گذشته = 2017-06-22/2017-07-22', 'دو روز پیش = 2017-08-03'],
  ],
  ['xx', 'yesterday', []],
])('reads %s: %s', (language, text, expected) => {
  expect(found(text, '2017-08-05', language)).toEqual(expected);
});

it('writes titles in the language of the text', () => {
  const titleOf = (text: string, language: string) =>
    resolveDates(text, { on: '2017-08-05', language })[0]?.title;
  expect(titleOf('hier', 'fr')).toBe('4 août 2017');
  expect(titleOf('دیروز', 'fa')).toBe('۱۳ مرداد ۱۳۹۶');
  expect(titleOf('أمس', 'ar-EG')).toBe('٤ أغسطس ٢٠١٧');
  expect(titleOf('yesterday', 'en-US')).toBe('August 4, 2017');
});

it('refuses a date line that is no day', () => {
  expect(() => resolveDates('today', { on: '2017-02-31', language: 'en' })).toThrow(RangeError);
});
