import { expect, it } from 'vitest';
import { findSubjects, pathTo, vocabularyOf } from './find-subjects.ts';

const subject = (
  code: string,
  broader: string | null,
  english: string,
  name = english,
  retired: string | null = null,
) => ({
  code,
  broader,
  name,
  english,
  retired,
  successor: null,
});

const vocabulary = vocabularyOf([
  subject('15000000', null, 'sport', 'ورزش'),
  subject('20000822', '15000000', 'competition discipline', 'رشتهٔ رقابتی'),
  subject('20001065', '20000822', 'football', 'فوتبال'),
  subject('20000849', '20000822', 'American football', 'فوتبال آمریکایی'),
  subject('17000000', null, 'weather', 'آب‌وهوا'),
  subject('20000533', null, 'refugees and asylum', 'réfugiés et asile'),
  subject('20000030', '15000000', 'football of old', 'فوتبال قدیم', '2021-09-30'),
]);

const found = (asked: string) => findSubjects(vocabulary, asked, 10).map(({ english }) => english);

it.each([
  ['foot', ['football', 'American football']],
  ['فوتبال', ['football', 'American football']],
  ['ball amer', ['American football']],
  ['200008', ['competition discipline', 'American football']],
  ['۲۰۰۰۱۰۶۵', ['football']],
  ['20000030', ['football of old']],
  ['football of old', []],
  ['اب وهوا', ['weather']],
  ['ابوهوا', ['weather']],
  ['آب‌وهوا', ['weather']],
  ['Refugies', ['refugees and asylum']],
  ['  ', []],
  ['(', []],
])('finds for %j %j', (asked, expected) => {
  expect(found(asked)).toEqual(expected);
});

it('shows the way down from the top, and none for a code that is not known', () => {
  expect(pathTo('20001065', vocabulary).map(({ english }) => english)).toEqual([
    'sport',
    'competition discipline',
    'football',
  ]);
  expect(pathTo('99999999', vocabulary)).toEqual([]);
  const circle = vocabularyOf([subject('20000001', '20000002', 'a'), subject('20000002', '20000001', 'b')]);
  expect(pathTo('20000001', circle)).toHaveLength(2);
});

it('gives no more than it is asked for', () => {
  expect(findSubjects(vocabulary, 'football', 1)).toHaveLength(1);
});
