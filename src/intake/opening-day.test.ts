import { expect, test } from 'vitest';
import { understandText } from './understand-text.ts';

const headline = 'Harbour of Kersen opens again';
const first =
  'The harbour opened again on Saturday after a week of storms, the harbour master said on Monday.';
const second =
  'The ferries will run every hour, and the fishing boats can leave the inner basin again from Thursday on.';
const page = (opening: string, ...above: string[]) =>
  [headline, ...above, opening + first, second].join('\n\n');

test.each([
  ['KERSEN, March 3, 2026 (NNN) - ', 'NNN'],
  ['KERSEN, 3 March 2026 (NNN) – ', 'NNN'],
  ['KERSEN, March 3, 2026 — ', ''],
])('“%s” gives a text its place, credit and day', (opening, credit) => {
  const { published, doubts, ...story } = understandText(page(opening), null);
  expect(story).toMatchObject({ headline, credit, dateline: 'KERSEN', lead: first });
  expect([published?.local, doubts]).toEqual(['2026-03-03', []]);
});

test('a date line of the page’s own goes before the day of its opening', () => {
  const { published } = understandText(page('KERSEN, March 3, 2026 (NNN) - ', '4 March 2026 10:15'), null);
  expect(published?.local).toBe('2026-03-04T10:15');
});

test.each(['KERSEN, March 3 (NNN) - ', 'KERSEN, February 30, 2026 (NNN) - '])(
  '“%s” says no day that can be taken',
  (opening) => {
    const { published, doubts } = understandText(page(opening), null);
    expect([published, doubts]).toEqual([null, ['No date line was found.']]);
  },
);
