/** The one table of verbs: every key has one meaning where it is heard, by its place on the keyboard. */
import { expect, it } from 'vitest';
import { en } from '../words/en.ts';
import { chordOf, keyName, mayHear, type Press, verbsOf } from './chord.ts';
import { verbIds, verbs } from './verb-list.ts';

const press = (code: string, change: Partial<Press> = {}): Press => ({
  code,
  key: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...change,
});

it('gives no key two meanings where both could be meant', () => {
  for (const id of verbIds)
    for (const chord of verbs[id].keys) {
      const rivals = verbsOf(chord).filter((other) => other !== id);
      expect([id, chord, rivals.filter((other) => verbs[other].heard === verbs[id].heard)]).toEqual([
        id,
        chord,
        [],
      ]);
      // What is heard anywhere is meant everywhere.
      if (verbs[id].heard === 'anywhere') expect([id, chord, rivals]).toEqual([id, chord, []]);
    }
});

it('hears single keys in lists alone, and leaves the browser its own', () => {
  const taken = /^(Mod\+(Shift\+)?Key[TWNLRQJ]|Mod\+Shift\+KeyI)$/;
  for (const id of verbIds)
    for (const chord of verbs[id].keys) {
      expect(chord).not.toMatch(taken);
      const isSingle = !/^(Mod|Alt|F\d|Escape)/.test(chord);
      if (isSingle) expect([id, 'list', 'front']).toContain(verbs[id].heard);
    }
  const where = { inList: true, inFront: false, inText: false, singles: true };
  expect(mayHear('next', 'KeyJ', where)).toBe(true);
  expect(mayHear('next', 'KeyJ', { ...where, singles: false })).toBe(false);
  expect(mayHear('next', 'ArrowDown', { ...where, singles: false })).toBe(true);
  expect(mayHear('next', 'KeyJ', { ...where, inText: true })).toBe(false);
  expect(mayHear('next', 'KeyJ', { ...where, inList: false })).toBe(false);
  expect(mayHear('unpin', 'Delete', where)).toBe(false);
  expect(mayHear('unpin', 'Delete', { ...where, inFront: true, singles: false })).toBe(true);
  expect(mayHear('pin-here', 'KeyP', { ...where, inFront: true, singles: false })).toBe(false);
  expect(mayHear('put-on-front', 'Mod+Enter', { ...where, inText: true })).toBe(true);
  expect(
    mayHear('do-act', 'Mod+Enter', { inList: false, inFront: false, inText: true, singles: false }),
  ).toBe(true);
});

it('goes by the place of a key, so that J is J under any layout', () => {
  for (const key of ['j', 'ت', 'о', 'J']) expect(chordOf(press('KeyJ', { key }), false)).toBe('KeyJ');
  expect(chordOf(press('Minus', { key: '?', shiftKey: true }), false)).toBe('Shift+Slash');
  expect(chordOf(press('Slash', { key: '؟', shiftKey: true }), false)).toBe('Shift+Slash');
  expect(chordOf(press('Numpad3'), false)).toBe('Digit3');
  expect(chordOf(press('KeyK', { ctrlKey: true }), false)).toBe('Mod+KeyK');
  expect(chordOf(press('KeyK', { metaKey: true }), true)).toBe('Mod+KeyK');
  // AltGr writes letters.
  expect(chordOf(press('KeyE', { ctrlKey: true, altKey: true }), false)).toBeNull();
  expect(chordOf(press('KeyK', { metaKey: true }), false)).toBeNull();
});

it('has a word for every verb, and prints keys as they are on the keyboard', () => {
  for (const id of verbIds) expect(en.verbs[id]).not.toBe('');
  expect([keyName('Mod+KeyK', false), keyName('Mod+KeyK', true)]).toEqual(['Ctrl K', '⌘ K']);
  expect([keyName('ArrowRight', false), keyName('ArrowLeft', false)]).toEqual(['→', '←']);
  expect([keyName('Shift+Slash', false), keyName('Digit4', false)]).toEqual(['?', '4']);
});
