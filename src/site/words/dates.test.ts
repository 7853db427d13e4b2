import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editionWords, wordsOf } from './catalogue.ts';
import { besideDayWords, counted, dayWords, digits, listTimeWords, timeWords, zoneWords } from './dates.ts';

const at = new Date('2017-08-05T07:24:00Z');
const [en, fr, fa] = [wordsOf('en'), wordsOf('fr'), wordsOf('fa')];

describe('days and times', () => {
  it('are written as the language writes them', () => {
    expect(dayWords(en, 'Asia/Tehran', at)).toBe('Saturday 5 August 2017');
    expect(dayWords(fr, 'Asia/Tehran', at)).toBe('samedi 5 août 2017');
    expect(dayWords(fr, 'UTC', new Date('2017-08-01T12:00:00Z'))).toBe('mardi 1er août 2017');
    expect(dayWords(fa, 'Asia/Tehran', at)).toBe('شنبه ۱۴ مرداد ۱۳۹۶');
    expect(besideDayWords(fa, 'Asia/Tehran', at)).toBe('۵ اوت ۲۰۱۷');
    expect(besideDayWords(en, 'Asia/Tehran', at)).toBeNull();
  });

  it('have 24 hours and a zone', () => {
    const midnight = new Date('2017-08-04T19:30:00Z');
    expect(timeWords(en, 'Asia/Tehran', midnight)).toBe('00:00');
    expect(timeWords(fa, 'Asia/Tehran', at)).toBe('۱۱:۵۴');
    expect(zoneWords(en, 'Asia/Dubai', at)).toBe('GMT+4');
    expect(zoneWords(en, 'America/St_Johns', at)).toBe('GMT-2:30');
    expect(zoneWords(fr, 'Europe/Paris', at)).toBe('UTC+2');
    expect(zoneWords(fa, 'Asia/Tehran', at)).toBe('گرینویچ \u200e+۴:۳۰');
    expect(['en', 'fr', 'fa'].map((lang) => zoneWords(wordsOf(lang), 'UTC', at))).toEqual([
      'UTC',
      'UTC',
      'گرینویچ',
    ]);
  });

  it('are as short in a list as the present day allows', () => {
    expect(listTimeWords(en, 'Asia/Tehran', at, '2017-08-05')).toBe('11:54');
    expect(listTimeWords(en, 'Asia/Tehran', at, '2017-09-01')).toBe('5 Aug');
    expect(listTimeWords(en, 'Asia/Tehran', at, '2025-03-31')).toBe('5 Aug 2017');
  });
});

describe('an edition that chose its calendars and digits', () => {
  const hijri = editionWords({
    lang: 'ar',
    dates: { calendar: 'gregory', beside: 'islamic-umalqura', numerals: 'arab' },
  });
  const gregorian = editionWords({
    lang: 'fa',
    dates: { calendar: 'gregory', beside: null, numerals: 'latn' },
  });

  it('says them as it chose, and the language’s own are not mixed in', () => {
    expect(dayWords(hijri, 'Asia/Riyadh', at)).toBe('السبت ٥ أغسطس ٢٠١٧');
    expect(besideDayWords(hijri, 'Asia/Riyadh', at)).toBe('١٣ ذو القعدة ١٤٣٨');
    expect(timeWords(hijri, 'Asia/Riyadh', at)).toBe('١٠:٢٤');
    expect(digits(hijri, 271032)).toBe('٢٧١٠٣٢');
    expect(dayWords(gregorian, 'Asia/Tehran', at)).toBe('شنبه 5 اوت 2017');
    expect(besideDayWords(gregorian, 'Asia/Tehran', at)).toBeNull();
    expect(timeWords(gregorian, 'Asia/Tehran', at)).toBe('11:54');
    expect(dayWords(fa, 'Asia/Tehran', at)).toBe('شنبه ۱۴ مرداد ۱۳۹۶');
    expect(timeWords(fa, 'Asia/Tehran', at)).toBe('۱۱:۵۴');
  });

  it('has the language’s own where it says nothing', () => {
    expect(editionWords({ lang: 'fa' })).toEqual(fa);
    expect(editionWords({ lang: 'de-at' })).toEqual(wordsOf('de-at'));
  });
});

describe('numbers', () => {
  it('have the edition’s digits, and a code no grouping', () => {
    expect(digits(en, 271032)).toBe('271032');
    expect(digits(fa, 271032)).toBe('۲۷۱۰۳۲');
  });

  it('follow the language’s plurals', () => {
    expect(counted(en, 0, en.results)).toBe('0 stories');
    expect(counted(fr, 0, fr.results)).toBe('0 dépêche');
  });
});

describe('a language without a catalogue', () => {
  it('has English words and its own days', () => {
    const de = wordsOf('de-at');
    expect(de.search).toBe('Search');
    expect(dayWords(de, 'UTC', at)).toBe('Samstag, 5. August 2017');
    expect(wordsOf('fa-af').search).toBe(fa.search);
  });

  it.each([
    ['tr', '5 Ağustos 2017 Cumartesi', '5 Ağu'],
    ['he', 'יום שבת, 5 באוגוסט 2017', '5 באוג׳'],
    ['ur', 'ہفتہ، 5 اگست، 2017', '5 اگست'],
    ['zh', '2017年8月5日星期六', '8月5日'],
    ['ja', '2017年8月5日土曜日', '8月5日'],
    ['uk', 'субота, 5 серпня 2017 р.', '5 серп.'],
    ['sr-latn', 'subota, 5. avgust 2017.', '5. avg'],
  ])('puts its days together as it does: %s', (lang, full, short) => {
    expect(dayWords(wordsOf(lang), 'Asia/Tehran', at)).toBe(full);
    expect(listTimeWords(wordsOf(lang), 'Asia/Tehran', at, '2017-09-01')).toBe(short);
  });
});

it('says a moment as the zone itself says it, also around the hours at which clocks change', () => {
  const zones = [
    'Asia/Tehran',
    'Europe/Paris',
    'America/St_Johns',
    'Australia/Lord_Howe',
    'Africa/Casablanca',
    'Asia/Kathmandu',
    'Pacific/Apia',
    'UTC',
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.integer({ min: Date.parse('1900-01-01T00:00:00Z'), max: Date.parse('2037-12-31T00:00:00Z') }),
      (zone, ms) => {
        for (const hours of [0, 1, 12, 24]) {
          const at = new Date(ms + hours * 3_600_000);
          const format = (options: Intl.DateTimeFormatOptions) => {
            const parts = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
              timeZone: zone,
              ...options,
            }).formatToParts(at);
            return Object.fromEntries(parts.map(({ type, value }) => [type, value]));
          };
          const { day, month, year, weekday } = format({
            weekday: 'long',
            day: 'numeric',
            month: 'long',
            year: 'numeric',
          });
          const { hour, minute } = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
          expect([dayWords(en, zone, at), timeWords(en, zone, at)]).toEqual([
            `${weekday} ${day} ${month} ${year}`,
            `${hour}:${minute}`,
          ]);
          const { timeZoneName } = format({ timeZoneName: 'shortOffset' });
          // Clocks that go as Greenwich's do are said to be on UTC.
          expect(zoneWords(en, zone, at)).toBe(/^GMT(\+0)?$/.test(timeZoneName ?? '') ? 'UTC' : timeZoneName);
        }
      },
    ),
    { numRuns: 300 },
  );
});
