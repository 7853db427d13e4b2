/** What the verbs do just now: screens and panels say what they can, and take it back when they go. */
import { useLayoutEffect, useRef } from 'react';
import { keep, remember } from '../api/kept.ts';
import { chordOf, mayHear, onMac, verbsOf } from './chord.ts';
import { type VerbId, verbIds } from './verb-list.ts';

/** `press`: the event that meant it, absent when it came from a menu. */
export type Deed = (press?: KeyboardEvent) => void;
export type Deeds = Partial<Record<VerbId, Deed | null>>;

type Layer = { deeds: Deeds };
const layers = keep<readonly Layer[]>([]);

/** Whether single keys are heard at all. */
export const singleKeys = remember('single-keys', true);
export const mac = onMac(navigator.platform);

/** Binds verbs while the component is there. What was bound last goes first; null: not now. */
export function useVerbs(deeds: Deeds): void {
  const layer = useRef<Layer>({ deeds });
  layer.current.deeds = deeds;
  // Before it is painted: who sees a key may press it.
  useLayoutEffect(() => {
    const mine = layer.current;
    layers.set((before) => [...before, mine]);
    return () => layers.set((before) => before.filter((one) => one !== mine));
  }, []);
}

export function deedOf(id: VerbId): Deed | null {
  for (const { deeds } of [...layers.get()].reverse()) {
    const deed = deeds[id];
    if (deed !== undefined) return deed;
  }
  return null;
}

export function possibleVerbs(): VerbId[] {
  return verbIds.filter((id) => deedOf(id) !== null);
}

/** The editor takes these from the browser, whatever stands before them, and does nothing with them. */
function isLeftOver(chord: string, target: Element | null): boolean {
  return (
    target?.closest('[contenteditable="true"]') != null &&
    /^(Escape|(Mod|Alt)\+(Enter|Backspace))$/.test(chord)
  );
}

/** @returns whether the press was a verb's. */
export function hearPress(press: KeyboardEvent): boolean {
  const chord = press.isComposing ? null : chordOf(press, mac);
  if (chord === null) return false;
  const target = press.target instanceof Element ? press.target : null;
  if (press.defaultPrevented && !isLeftOver(chord, target)) return false;
  const where = {
    inList: target?.closest('[data-single-keys]') != null,
    inFront: target?.closest('[data-front-keys]') != null,
    inText: target?.closest('input, textarea, select, [contenteditable="true"]') != null,
    singles: singleKeys.get(),
  };
  for (const id of verbsOf(chord)) {
    if (!mayHear(id, chord, where)) continue;
    const deed = deedOf(id);
    if (!deed) continue;
    press.preventDefault();
    deed(press);
    return true;
  }
  return false;
}
