import { describe, expect, it } from 'vitest';
import type { ActInHistory } from '../record/read-history.ts';
import { reasonClasses } from '../stories/reason-class.ts';
import { noticesOf } from './notices.ts';
import { catalogues, wordsOf } from './words/catalogue.ts';

describe('what readers are told beside the words of a story', () => {
  it('is newest first: corrections, clarifications, removals, and updates with a sentence', () => {
    const acts = [
      act(1, { kind: 'publish' }),
      act(2, { kind: 'update' }),
      act(3, { kind: 'update', note: 'More is known.' }),
      act(4, { kind: 'correct', reasonClass: 'corrected' }),
      act(5, { kind: 'hold' }),
      act(6, { kind: 'correct', reasonClass: 'clarified' }),
      act(7, { kind: 'release' }),
      act(8, { kind: 'redact', redacts: ['byline'] }),
      act(9, { kind: 'redact', redacts: ['note'] }),
    ];
    expect(noticesOf(acts).map(({ kind }) => kind)).toEqual([
      'redacted',
      'clarified',
      'corrected',
      'updated',
    ]);
  });

  it('tells an act that was taken back by what took it back, and of a kill that was, nothing', () => {
    const acts = [
      act(1, { kind: 'publish' }),
      act(2, { kind: 'correct' }),
      act(3, { kind: 'withdraw', withdraws: 2 }),
      act(4, { kind: 'kill' }),
      act(5, { kind: 'withdraw', withdraws: 4 }),
    ];
    const told = noticesOf(acts);
    expect(told.map(({ kind, of }) => [kind, of])).toEqual([['withdrawn', acts[1]?.effectiveAt]]);
  });
});

it.each(Object.keys(catalogues))('every reason class that an act may have has its words in %s', (lang) => {
  const { reasons } = wordsOf(lang).record;
  const classes = Object.values(reasonClasses).flat().filter(Boolean);
  expect(classes.filter((one) => !(one in reasons))).toEqual([]);
  expect(new Set(Object.keys(reasons))).toEqual(new Set(classes));
});

function act(actId: number, more: Partial<ActInHistory>): ActInHistory {
  const at = new Date(Date.UTC(2026, 2, 14, 12, actId));
  return {
    actId,
    leafIndex: actId - 1,
    kind: 'publish',
    state: 'public',
    version: 1,
    madeVersion: false,
    actedAt: at,
    statedAt: null,
    effectiveAt: at,
    dueAt: null,
    by: 'desk',
    reasonClass: '',
    note: '',
    noteGap: null,
    replacement: null,
    redacts: [],
    withdraws: null,
    ...more,
  };
}
