import { expect, it } from 'vitest';
import { isTold, toldAs } from './told-actor.ts';

it.each([
  ['desk', '', 'en', 'desk', true],
  ['import', 'Ana Moss', 'en', 'desk', true],
  ['sample', '', 'en', 'agency', true],
  ['Ana Moss', '', 'en', 'desk', false],
  ['owner', 'Ana Moss', 'en', 'desk', false],
  ['Ana Moss', 'N. Reyl and ana moss', 'en', 'person', true],
  ['Ana', 'Ana Moss', 'en', 'desk', false],
  ['Moss', 'N. Reyl, Moss', 'fr', 'person', true],
  ['شیرین آذرکار', 'آدا رومبرگ و شیرین آذرکار', 'fa', 'person', true],
  // A byline may say such a word; it names nobody who acted.
  ['desk', 'desk', 'en', 'desk', true],
  ['', 'Ana Moss', 'en', 'desk', false],
  ['…', '…', 'en', 'desk', false],
])('of %j under the byline %j in %s readers are told as of the %s', (by, byline, lang, told, open) => {
  expect([toldAs(by, { byline, lang }), isTold(by, { byline, lang })]).toEqual([told, open]);
});
