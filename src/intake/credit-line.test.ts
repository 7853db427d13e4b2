import { expect, test } from 'vitest';
import { readOpening } from './credit-line.ts';

const rest = 'The harbour opened again on Saturday after a week of storms.';

test.each([
  ['Sputnik - ', 'Sputnik', ''],
  ['Highland Wire – ', 'Highland Wire', ''],
  ['The New York Times — ', 'The New York Times', ''],
  ['TEHRAN (Reuters) - ', 'Reuters', 'TEHRAN'],
  ['LONDON, Aug 5 (AP) — ', 'AP', 'LONDON'],
  ['BEIJING, Aug. 5 (Xinhua) -- ', 'Xinhua', 'BEIJING'],
  ['MOSCOW, August 5. /TASS/. ', 'TASS', 'MOSCOW'],
  ['МОСКВА, 5 августа. /ТАСС/. ', 'ТАСС', 'МОСКВА'],
  ['МОСКВА, 5 авг — РИА Новости. ', 'РИА Новости', 'МОСКВА'],
  ['ЛОНДОН, 5 авг - РИА Новости, Иван Петров. ', 'РИА Новости', 'ЛОНДОН'],
  ['САМАРА, 5 авг — Волжская Лента. ', 'Волжская Лента', 'САМАРА'],
  ['Tehran, Aug 5, IRNA - ', 'IRNA', 'Tehran'],
  ['TEHRAN, Aug. 05 (MNA) – ', 'MNA', 'TEHRAN'],
  ['PARIS (AFP) - ', 'AFP', 'PARIS'],
  ['Berlin (dpa) - ', 'dpa', 'Berlin'],
  ['Madrid, 5 ago (EFE).- ', 'EFE', 'Madrid'],
  ['WASHINGTON — ', '', 'WASHINGTON'],
  ['(Reuters) - ', 'Reuters', ''],
  ['ISLAMABAD: ', '', 'ISLAMABAD'],
])('“%s” opens a story', (opening, credit, dateline) => {
  expect(readOpening(opening + rest)).toMatchObject({ credit, dateline, length: opening.length });
});

test.each([
  ['KERSEN, March 3, 2026 (NNN) - ', 'NNN', 'March 3, 2026'],
  ['KERSEN, 3 March 2026 (NNN) - ', 'NNN', '3 March 2026'],
  ['LONDON, Aug. 5 2017 (AP) — ', 'AP', 'Aug. 5 2017'],
  ['МОСКВА, 5 августа 2017. /ТАСС/. ', 'ТАСС', '5 августа 2017'],
  ['KERSEN, March 3, 2026 - ', '', 'March 3, 2026'],
  ['LONDON, Aug 5 (AP) — ', 'AP', ''],
  ['TEHRAN (Reuters) - ', 'Reuters', ''],
])('“%s” says its whole day, or none', (opening, credit, day) => {
  expect(readOpening(opening + rest)).toMatchObject({ credit, day, length: opening.length });
});

test('Persian and Arabic openings are read', () => {
  expect(readOpening('تهران - ایرنا - پل قدیمی شهر صبح شنبه باز شد.')).toMatchObject({
    credit: 'ایرنا',
    dateline: 'تهران',
  });
  expect(readOpening('القاهرة (رويترز) - افتتحت في المدينة مكتبة.')).toMatchObject({
    credit: 'رويترز',
    dateline: 'القاهرة',
  });
});

test.each([
  'Twenty-one - a record - people swam across the bay on Sunday, organisers of the race said.',
  'Twenty-one - a record for the race - swam.',
  'Omar – A teacher of thirty years – said he would walk to the capital with his class.',
  'Berlin (Germany) is the capital and the largest city of the country by far.',
  'The mayor - elected in May - has resigned.',
  'He said: We will rebuild the bridge before the winter.',
  'به گزارش ایسنا، پل قدیمی شهر پس از دو سال مرمت باز شد.',
  'On Saturday - The day of the vote - the shops were closed.',
  'Monday - The day of the vote - was quiet.',
  'UPDATE: The bridge has been opened again for lorries.',
  'Self-driving buses will start to run in the old town next week, the council said.',
  'По словам мэра – человека осторожного – мост откроют в мае.',
])('“%s” is an ordinary sentence', (sentence) => {
  expect(readOpening(sentence)).toBeNull();
});
