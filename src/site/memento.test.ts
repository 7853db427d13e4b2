import { expect, it } from 'vitest';
import {
  httpDate,
  type Mementos,
  mementoAt,
  mementoHeaders,
  originalLinks,
  readAcceptDatetime,
  timeGateHeaders,
  timeMapJson,
  timeMapText,
} from './memento.ts';

const mementos: Mementos = {
  publicUrl: 'https://news.example',
  code: 271032,
  lang: 'en',
  list: [
    { version: 1, at: new Date('2017-08-05T07:24:00.900Z') },
    { version: 2, at: new Date('2017-08-05T07:24:00.950Z') },
    { version: 3, at: new Date('2026-03-14T12:00:00Z') },
  ],
};

it.each([
  ['2010-01-01T00:00:00Z', 1],
  ['2017-08-05T07:23:59Z', 1],
  ['2017-08-05T07:24:00Z', 2],
  ['2020-01-01T00:00:00Z', 2],
  ['2026-03-14T11:59:59Z', 2],
  ['2026-03-14T12:00:00Z', 3],
  ['2099-01-01T00:00:00Z', 3],
])('finds the version in force at %s', (at, version) => {
  expect(mementoAt(mementos, new Date(at)).version).toBe(version);
});

it('reads the dates that RFC 1123 has, and no others', () => {
  expect(readAcceptDatetime('Sat, 05 Aug 2017 07:24:00 GMT')).toEqual(new Date('2017-08-05T07:24:00Z'));
  for (const wrong of [
    '2017-08-05',
    'Sun, 05 Aug 2017 07:24:00 GMT',
    'Sat, 32 Aug 2017 07:24:00 GMT',
    'yesterday',
    '',
  ])
    expect([wrong, readAcceptDatetime(wrong)]).toEqual([wrong, null]);
  expect(httpDate(new Date('2017-08-05T07:24:00.999Z'))).toBe('Sat, 05 Aug 2017 07:24:00 GMT');
});

it('names first, previous, next and last beside the memento itself', () => {
  const { link, 'memento-datetime': at } = mementoHeaders(mementos, 2);
  expect(at).toBe('Sat, 05 Aug 2017 07:24:00 GMT');
  expect(link?.split(', <')).toEqual([
    '<https://news.example/271032>; rel="original"',
    'https://news.example/timegate/271032>; rel="timegate"',
    'https://news.example/timemap/271032>; rel="timemap"; type="application/link-format"',
    'https://news.example/en/v/271032/1>; rel="first prev memento"; datetime="Sat, 05 Aug 2017 07:24:00 GMT"',
    'https://news.example/en/v/271032/2>; rel="memento"; datetime="Sat, 05 Aug 2017 07:24:00 GMT"',
    'https://news.example/en/v/271032/3>; rel="next last memento"; datetime="Sat, 14 Mar 2026 12:00:00 GMT"',
  ]);
});

it('is one memento, first and last, where there is one version', () => {
  const one = { ...mementos, list: mementos.list.slice(0, 1) };
  expect(mementoHeaders(one, 1).link).toContain('rel="first last memento"');
  expect(timeGateHeaders(one, one.list[0] as Mementos['list'][0]).link).toContain('rel="first last memento"');
});

it('lists every version with its time, in link format and as JSON', () => {
  const text = timeMapText(mementos);
  expect(text.split('\n')[0]).toBe('<https://news.example/271032>; rel="original",');
  expect(text).toContain(
    'rel="self"; type="application/link-format"; from="Sat, 05 Aug 2017 07:24:00 GMT"; until="Sat, 14 Mar 2026 12:00:00 GMT"',
  );
  expect(text.match(/memento"/g)).toHaveLength(3);
  expect(timeMapJson(mementos)).toMatchObject({
    original_uri: 'https://news.example/271032',
    mementos: {
      list: [{}, {}, { datetime: '2026-03-14T12:00:00.000Z', uri: 'https://news.example/en/v/271032/3' }],
    },
  });
});

it('tells from the story’s own page where its past is', () => {
  expect(originalLinks(mementos)).toBe(
    '<https://news.example/271032>; rel="original", <https://news.example/timegate/271032>; rel="timegate", <https://news.example/timemap/271032>; rel="timemap"; type="application/link-format"',
  );
});
