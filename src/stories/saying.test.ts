import { expect, it } from 'vitest';
import { type Refusal, sentenceOf } from './refusal.ts';
import { inEnglish, sayingIn, spokenIn } from './saying.ts';

const at = new Date('2026-11-29T10:32:07.500Z');
const last = {
  actId: 7,
  kind: 'kill',
  state: 'killed',
  version: 2,
  reasonClass: 'legal',
  by: 'Mina Rostami',
  actedAt: at,
} as const;

it('takes the first language of a browser that is spoken here', () => {
  expect(spokenIn('fa')).toBe('fa');
  expect(spokenIn('de-DE,fa-IR;q=0.8,en;q=0.5')).toBe('fa');
  expect(spokenIn('en-GB,fa')).toBe('en');
  expect(spokenIn('fax')).toBe('en');
  expect(spokenIn(undefined)).toBe('en');
});

it('says a moment with the agency’s clock and calendar, and in UTC where nobody’s is known', () => {
  expect(inEnglish.moment(at)).toBe('2026-11-29T10:32:07.500Z');
  expect(sayingIn('en', 'Asia/Tehran').moment(at)).toBe('29 November 2026 at 14:02:07');
  expect(sayingIn('fa', 'Asia/Tehran').moment(at)).toBe('۸ آذر ۱۴۰۵ ساعت ۱۴:۰۲:۰۷');
});

const late: Refusal = { kind: 'acted-since', code: 1042, last };
const tooLate: Refusal = {
  kind: 'may-not-follow',
  code: 1042,
  act: 'release',
  soFar: { state: 'killed', last, before: 'public' },
};

it('refuses in the language of whoever asked, with the same facts', () => {
  const persian = sayingIn('fa', 'Asia/Tehran');
  for (const refusal of [late, tooLate]) {
    const english = sentenceOf(refusal, sayingIn('en', 'Asia/Tehran'));
    expect(english).toContain('story 1042'.replace('story', refusal === late ? 'story' : 'Story'));
    expect(english).toContain('29 November 2026 at 14:02:07');
    const said = sentenceOf(refusal, persian);
    expect(said).toContain('خبر ۱۰۴۲');
    expect(said).toContain('لغو (legal)، Mina Rostami، ۸ آذر ۱۴۰۵ ساعت ۱۴:۰۲:۰۷');
    expect(said).not.toMatch(/[A-Za-z]{4,} [a-z]{4,} [a-z]{3,}/);
  }
  expect(sentenceOf(late)).toContain('2026-11-29T10:32:07.500Z');
});

it('says in Persian what English says of an event, a thread and views', () => {
  const refusals: Refusal[] = [
    { kind: 'event-without-title' },
    { kind: 'event-ends-first' },
    { kind: 'no-story-to-cover', code: 1042 },
    { kind: 'no-such-thread' },
    { kind: 'too-many-views', most: 50 },
  ];
  const persian = sayingIn('fa', 'Asia/Tehran');
  for (const refusal of refusals) {
    expect(sentenceOf(refusal)).toMatch(/^[\w ,:]+\.$/);
    expect(sentenceOf(refusal, persian)).toMatch(/^[\p{Script=Arabic}\p{M}\s\u200c:،]+\.$/u);
  }
});
