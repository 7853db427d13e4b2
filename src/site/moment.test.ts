import { expect, it } from 'vitest';
import { momentWord, readMoment } from './moment.ts';

const read = (query: string) => readMoment(new URLSearchParams(query), 'Asia/Tehran');

it.each([
  ['as-of=2017-08-05T11:54:00%2B04:30', '2017-08-05T07:24:00.000Z'],
  ['as-of=2017-08-05T11:54:00+04:30', '2017-08-05T07:24:00.000Z'],
  ['as-of=2017-08-05t07:24:00.123z', '2017-08-05T07:24:00.123Z'],
  ['as-of=2017-08-05 07:24:00Z', '2017-08-05T07:24:00.000Z'],
  // The end of the day in the agency's zone, summer time included.
  ['as-of=2017-08-05', '2017-08-05T19:29:59.999Z'],
  ['as-of=2017-12-05', '2017-12-05T20:29:59.999Z'],
])('reads %s', (query, at) => {
  expect(read(query)).toEqual({ ok: true, moment: { clock: 'effective', at: new Date(at) } });
});

it('reads the recorded clock, and nothing from empty fields', () => {
  expect(read('recorded=2017-08-05T07:24:00Z')).toEqual({
    ok: true,
    moment: { clock: 'recorded', at: new Date('2017-08-05T07:24:00Z') },
  });
  expect(read('')).toEqual({ ok: true, moment: null });
  expect(read('as-of=&recorded=')).toEqual({ ok: true, moment: null });
});

it.each([
  'as-of=yesterday',
  'as-of=2017-02-30',
  'as-of=2017-02-30T10:00:00Z',
  'as-of=2017-08-05T11:54',
  'as-of=2017-08-05T11:54:00',
  'as-of=2017-08-05T25:00:00Z',
  'as-of=2017-08-05T10:00:61Z',
  'as-of=20170805',
  'as-of=0',
  'as-of=2017-08-05&recorded=2017-08-05',
  'as-of=99999-01-01',
])('refuses %s', (query) => {
  expect(read(query)).toEqual({ ok: false });
});

it('writes a moment so that it is read again', () => {
  const moment = { clock: 'recorded', at: new Date('2017-08-05T07:24:00.123Z') } as const;
  expect(momentWord(moment)).toEqual(['recorded', '2017-08-05T07:24:00.123Z']);
});
