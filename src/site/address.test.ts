import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addressWords, storyPath } from '../stories/story-address.ts';
import { parseAddress } from './address.ts';

it.each([
  ['/', { kind: 'root' }],
  ['/271032', { kind: 'code', code: 271032 }],
  ['/271032.txt', { kind: 'rendition', code: 271032, form: 'txt' }],
  ['/271032.json', { kind: 'rendition', code: 271032, form: 'json' }],
  ['/en', { kind: 'edition', lang: 'en' }],
  ['/pt-br/', { kind: 'front', lang: 'pt-br' }],
  ['/en/7', { kind: 'story', lang: 'en', code: 7, words: null, form: 'page' }],
  ['/en/7/', { kind: 'story', lang: 'en', code: 7, words: null, form: 'page' }],
  ['/fa/7/%D8%AF%D8%B1/print', { kind: 'story', lang: 'fa', code: 7, words: 'در', form: 'print' }],
  ['/en/section/world', { kind: 'list', lang: 'en', list: 'section', slug: 'world' }],
  ['/en/thread/harbour-strike', { kind: 'list', lang: 'en', list: 'thread', slug: 'harbour-strike' }],
  [
    '/en/topic/ports/feed.json',
    { kind: 'feed', lang: 'en', of: { list: 'topic', slug: 'ports' }, form: 'json' },
  ],
  ['/en/feed.atom', { kind: 'feed', lang: 'en', of: 'edition', form: 'atom' }],
  ['/fa/v/7/12', { kind: 'version', lang: 'fa', code: 7, version: 12 }],
  ['/en/history/7', { kind: 'history', lang: 'en', code: 7, form: 'page' }],
  ['/en/history/7/lite', { kind: 'history', lang: 'en', code: 7, form: 'lite' }],
  ['/en/time/7', { kind: 'zones', lang: 'en', code: 7, form: 'page' }],
  ['/en/time/7/lite', { kind: 'zones', lang: 'en', code: 7, form: 'lite' }],
  ['/en/about/lite', { kind: 'lite', lang: 'en', of: { kind: 'about', lang: 'en', page: 'about' } }],
  ['/en/corrections', { kind: 'corrections', lang: 'en' }],
  ['/en/corrections/', { kind: 'corrections', lang: 'en' }],
  ['/en/corrections/feed.json', { kind: 'feed', lang: 'en', of: 'corrections', form: 'json' }],
])('knows %s', (path, address) => {
  expect(parseAddress(path)).toEqual(address);
});

it.each([
  '/007',
  '/+7',
  '/7.pdf',
  '/EN/',
  '/en/7/x/amp',
  '/en/section/',
  '/%ZZ',
  '/en//',
  '/1e3',
  '/en/7/x/print/more',
  '/en/v/7',
  '/en/v/7/0',
  '/en/v/7/01',
  '/en/v/7/9999999999',
  '/en/v/7/1/x',
  '/en/history',
  '/en/history/7/1',
  '/en/history/7/lite/lite',
  '/en/history/lite',
  '/en/v/7/1/lite',
  '/en/offline/lite',
  '/en/time',
  '/en/time/x',
  '/en/corrections/feed.html',
  '/en/thread/strike/feed.html',
  '/en/thread/strike/feed.xml/more',
])('does not know %s', (path) => {
  expect(parseAddress(path)).toBeNull();
});

it('makes words that read in any script and never nothing', () => {
  expect(addressWords('Storm closes Port’s “old” quay – 3 hurt')).toBe('storm-closes-ports-old-quay-3-hurt');
  expect(addressWords('Élections à l’île')).toBe('elections-a-lile');
  expect(addressWords('بندر می‌ماند')).toBe('بندر-می-ماند');
  expect(addressWords('!!!')).toBe('-');
  expect(storyPath({ lang: 'fa', code: 9, headline: 'بندر' })).toBe('/fa/9/%D8%A8%D9%86%D8%AF%D8%B1');
});

it.each([
  ['/en/archive', { kind: 'archive', lang: 'en', date: [] }],
  ['/fa/archive/1405/09/', { kind: 'archive', lang: 'fa', date: ['1405', '09'] }],
  ['/fa/archive/1405/9', { kind: 'archive', lang: 'fa', date: ['1405', '9'] }],
  ['/en/byline/ana-moss', { kind: 'list', lang: 'en', list: 'byline', slug: 'ana-moss' }],
  ['/en/lite', { kind: 'lite', lang: 'en', of: { kind: 'front', lang: 'en' } }],
  [
    '/en/topic/ports/lite',
    { kind: 'lite', lang: 'en', of: { kind: 'list', lang: 'en', list: 'topic', slug: 'ports' } },
  ],
  ['/en/section/lite', { kind: 'list', lang: 'en', list: 'section', slug: 'lite' }],
  ['/en/corrections/lite', { kind: 'lite', lang: 'en', of: { kind: 'corrections', lang: 'en' } }],
  ['/en/7/x/lite', { kind: 'story', lang: 'en', code: 7, words: 'x', form: 'lite' }],
  ['/en/lite/lite', null],
  ['/en/feed.xml/lite', null],
  ['/en/v/7/1/lite', null],
])('reads %s', (path, address) => {
  expect(parseAddress(path)).toEqual(address);
});

it('never throws, whatever is asked for', () => {
  const part = fc.oneof(
    fc.constantFrom(
      'en',
      'fa',
      'archive',
      'lite',
      'topic',
      'byline',
      'subject',
      '2026',
      '11',
      '%',
      '%00',
      '',
      '7',
    ),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      const address = parseAddress(`/${parts.join('/')}`);
      expect(address === null || typeof address.kind === 'string').toBe(true);
    }),
    { numRuns: 5_000 },
  );
});
