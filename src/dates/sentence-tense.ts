/** Whether the words around a date speak of something done or something to come. */
import type { Tense } from './date-rule.ts';

export type TenseCues = {
  /** Words of things to come, and of things done; both global. */
  future: RegExp;
  past: RegExp;
  /** Verbs in the plain present that may speak of things to come; global. */
  present?: RegExp;
  /** A cue that counts only within the date's own clause, such as words in -ed; global. */
  weakPast?: RegExp;
  /** Whether cues after a date count also where the sentence has begun before it; its first five units never count. */
  readsOn: boolean;
};

/**
 * The nearest cue before the date in its sentence decides, else the nearest after it, else null. Null also where a weak cue
 * stands right before the date and one of things to come before that: "will discuss the plan approved in February".
 * At most 240 UTF-16 units before and 160 after are read.
 */
export function tenseAround(text: string, start: number, end: number, cues: TenseCues): Tense {
  const near = text.slice(Math.max(0, start - 240), start);
  const before = near.slice(lastEnd(near, sentenceEnd));
  const future = lastEnd(before, cues.future);
  const present = cues.present ? lastEnd(before, cues.present) : 0;
  const coming = Math.max(future, present);
  const past = lastEnd(before, cues.past);
  const clause = 1 + Math.max(...[',', ';', ':', '—', '–', '“', '"'].map((mark) => before.lastIndexOf(mark)));
  const weakInClause = cues.weakPast ? lastEnd(before.slice(clause), cues.weakPast) : 0;
  const weak = weakInClause > 0 ? clause + weakInClause : 0;
  if (weak > coming && coming > clause && before.length - weak <= besideDate) return null;
  if (weak > 0 && coming <= clause) return 'past';
  if (coming > 0 || past > 0) return coming < past ? 'past' : future >= present ? 'future' : 'present';
  if (!cues.readsOn && before.trim().length > 5) return null;
  return tenseAfter(/^[^.!?؟\n]*/.exec(text.slice(end, end + 160))?.[0] ?? '', cues);
}

function tenseAfter(after: string, cues: TenseCues): Tense {
  const future = firstStart(after, cues.future);
  const present = cues.present ? firstStart(after, cues.present) : Infinity;
  const behind = Math.min(
    firstStart(after, cues.past),
    cues.weakPast ? firstStart(after, cues.weakPast) : Infinity,
  );
  const ahead = Math.min(future, present);
  if (ahead === Infinity && behind === Infinity) return null;
  return ahead > behind ? 'past' : future <= present ? 'future' : 'present';
}

/** UTF-16 units between a verb and its date, such as the ones of " in " and " early ". */
const besideDate = 7;

/** A full stop after a title, an initial or an ordinal, or before a small letter or figure, ends no sentence. */
const sentenceEnd =
  /(?<!\b(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Sen|Rep|Gov|Prof|St|U\.S|U\.K|U\.N|[A-Z]|\d{1,2}))[.!?؟]["”’]?\s+(?=[^\p{Ll}\d]|$)|\n/gu;

/** Where the last match ends; 0 where there is none. */
function lastEnd(text: string, cue: RegExp): number {
  let end = 0;
  for (const match of text.matchAll(cue)) end = match.index + match[0].length;
  return end;
}

function firstStart(text: string, cue: RegExp): number {
  for (const match of text.matchAll(cue)) return match.index;
  return Infinity;
}
