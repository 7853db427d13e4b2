import { expect, it } from 'vitest';
import { agency } from '../../test/invented-story.ts';
import type { Edition } from '../editions/edition.ts';
import { nextDue, oftenWords, questionWords, readQuestion } from './following.ts';

const due = (zone: string, hour: number, after: string, every: 'daily' | 'weekly' = 'daily', lang = 'en') =>
  nextDue(zone, { every, hour, lang }, new Date(after)).toISOString();

it('is due at the next such hour of the agency’s clock', () => {
  expect(due('Europe/Paris', 7, '2026-03-14T05:59:59Z')).toBe('2026-03-14T06:00:00.000Z');
  expect(due('Europe/Paris', 7, '2026-03-14T06:00:00Z')).toBe('2026-03-15T06:00:00.000Z');
  expect(due('Asia/Tehran', 0, '2026-03-14T12:00:00Z')).toBe('2026-03-14T20:30:00.000Z');
});

it('takes an hour that the clocks skip when they have skipped it, and goes on at its own hour', () => {
  // At 2:00 on 29 March 2026 the clocks of Paris go to 3:00.
  expect(due('Europe/Paris', 2, '2026-03-28T12:00:00Z')).toBe('2026-03-29T01:00:00.000Z');
  expect(due('Europe/Paris', 2, '2026-03-29T01:00:00Z')).toBe('2026-03-30T00:00:00.000Z');
});

it('takes an hour that the clocks repeat once', () => {
  // At 3:00 on 25 October 2026 they go back to 2:00.
  expect(due('Europe/Paris', 2, '2026-10-24T12:00:00Z')).toBe('2026-10-25T00:00:00.000Z');
  expect(due('Europe/Paris', 2, '2026-10-25T00:00:00Z')).toBe('2026-10-26T01:00:00.000Z');
});

it('takes the midnight that a zone skips', () => {
  // In Beirut the clocks go from 0:00 to 1:00 on 29 March 2026.
  expect(due('Asia/Beirut', 0, '2026-03-28T12:00:00Z')).toBe('2026-03-28T22:00:00.000Z');
});

it('begins the week where the language does', () => {
  expect(due('UTC', 7, '2026-03-14T12:00:00Z', 'weekly', 'en')).toBe('2026-03-16T07:00:00.000Z');
  expect(due('UTC', 7, '2026-03-14T12:00:00Z', 'weekly', 'fa')).toBe('2026-03-21T07:00:00.000Z');
  const [en, fa] = agency.editions as [Edition, Edition];
  expect(oftenWords(en, 'weekly')).toBe('once a week, on Monday');
  expect(oftenWords(fa, 'weekly')).toBe('هفته‌ای یک بار، شنبه');
});

it('has one spelling for each question, without what is past', () => {
  const read = (text: string) => readQuestion(new URLSearchParams(text));
  expect(read('topic=ports&q=storm+&from=2020-01-01&after=1.2&x=')).toBe('q=storm&topic=ports');
  expect(read('from=2020-01-01')).toBe(null);
  expect(read('q=%20')).toBe(null);
  expect(read(`q=${'a'.repeat(900)}`)?.length).toBe(202);
  expect(read('q=a%0D%0ABcc:%20b%00')).toBe('q=a+Bcc%3A+b');
  expect(read('A=1&<b>=2&__proto__=3')).toBe(null);
  expect(questionWords('topic=ports&q=storm')).toBe('storm · ports');
});
