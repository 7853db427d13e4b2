import { describe, expect, it } from 'vitest';
import { searchWords } from './search-words.ts';

const wordsOf = (text: string, lang: string) => searchWords(text, lang).map(({ word }) => word);

describe('words that are spelled in several ways', () => {
  it.each([
    ['fa', 'می‌خواهم', 'میخواهم'],
    ['fa', 'می خواهم', 'میخواهم'],
    ['fa', 'نمي خواهم', 'نمی‌خواهم'],
    ['fa', 'كتاب هاي', 'کتاب‌های'],
    ['fa', 'مسئول', 'مسیول'],
    ['ar', 'أحمد إلى آسيا', 'احمد الى اسيا'],
    ['ar', 'مُدَرِّسَةٌ', 'مدرسه'],
    ['ar', 'كتـــاب', 'کتاب'],
    ['fa', '۱۳۹۶', '1396'],
    ['ar', '١٤٣٨', '1438'],
    ['hi', '२०१७', '2017'],
    ['fr', 'Économie', 'economie'],
    ['fr', 'cœur', 'coeur'],
    ['es', 'mañana', 'manana'],
    ['de', 'Straße', 'strasse'],
    ['ru', 'ёлка', 'елка'],
    ['el', 'Ἀθῆναι', 'αθηναι'],
    ['he', 'שָׁלוֹם', 'שלום'],
    ['en', 'ｆｕｌｌ', 'full'],
    ['en', 'co\u00adoperate', 'cooperate'],
  ])('in %s %s is %s', (lang, one, other) => {
    expect(wordsOf(one, lang)).toEqual(wordsOf(other, lang));
  });

  it.each([
    ['ru', 'мой', 'мои'],
    ['hi', 'की', 'का'],
    ['th', 'กา', 'กี'],
    ['en', 'port', 'ports'],
  ])('in %s %s is not %s', (lang, one, other) => {
    expect(wordsOf(one, lang)).not.toEqual(wordsOf(other, lang));
  });
});

it('takes an article with an apostrophe off where the language elides, and keeps it together elsewhere', () => {
  expect(wordsOf("l’économie d'aujourd’hui", 'fr')).toEqual(['l', 'economie', 'd', 'aujourd', 'hui']);
  expect(wordsOf("the mayor’s don't", 'en')).toEqual(['the', 'mayors', 'dont']);
});

it('makes pairs of letters where a script has no spaces', () => {
  expect(wordsOf('東京都で', 'ja')).toEqual(['東京', '京都', '都で', 'で']);
  expect(wordsOf('北京2008年', 'zh')).toEqual(['北京', '京', '2008', '年']);
  expect(wordsOf('กรุง', 'th')).toEqual(['กร', 'รุ', 'ุง', 'ง']);
});

it('says where each word stands in the text as it was written', () => {
  const text = 'Le cœur, می\u200cخواهم “Straße” 東京都 👍🏽 ok';
  for (const { raw, from, to } of searchWords(text, 'en')) expect(text.slice(from, to)).toBe(raw);
  const joined = 'او می خواهم';
  expect(searchWords(joined, 'fa').map(({ from, to }) => joined.slice(from, to))).toEqual(['او', 'می خواهم']);
});

it('cuts a word that is none', () => {
  expect(wordsOf('x'.repeat(5_000), 'en')[0]).toHaveLength(100);
});

it('reads in one pass what was written to be read again and again: each would take minutes', () => {
  const marks = '\u0301'.repeat(200_000);
  expect(wordsOf(`क${marks}`, 'hi').map(({ length }) => length)).toEqual([100]);
  expect(wordsOf(`e${marks} a`, 'fr')).toEqual(['e', 'a']);
});
