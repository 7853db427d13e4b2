/** Letters behind an apostrophe: "country'sforeign", "didn'tgo". */
import { functionWords } from './closed-words.ts';
import type { Lexicon } from './english-words.ts';
import { type Cut, cutLetters, isKnown, type RunPlace } from './letter-runs.ts';

const endings = ['re', 've', 'll', 's', 't', 'd', 'm'];

/** @param before the letters before the apostrophe. @param run those after it. */
export function cutBehindApostrophe(lexicon: Lexicon, before: string, run: string, place: RunPlace): Cut[] {
  // "o'clock"; but "l'herbe" and "d'Artagnan" are no English.
  if (before.length < 2 && before !== 'I')
    return /^o$/i.test(before) ? cutLetters(lexicon, run, place).cuts : [];
  if (!/^\p{Ll}/u.test(run)) return [];
  for (const ending of endings) {
    if (!run.startsWith(ending) || run.length < ending.length + 2) continue;
    if (ending === 't' && !before.endsWith('n')) continue;
    if (ending === 's' && !isKnown(lexicon, before) && !place.names.has(before)) continue;
    const rest = run.slice(ending.length);
    const inside = cutLetters(lexicon, rest, { ...place, opensSentence: false }).cuts;
    const first = rest.slice(0, inside[0]?.at ?? rest.length);
    const opens = functionWords.has(first.toLowerCase()) || /^\p{Lu}\p{Ll}{2}/u.test(first);
    const isPlain = first.length > 3 || (first.length === 3 && (lexicon.chance(first) ?? -9) > -5);
    if (!opens && !(isPlain && lexicon.hasWord(first))) continue;
    return [
      { at: ending.length, confidence: 0.95 },
      ...inside.map((cut) => ({ ...cut, at: cut.at + ending.length })),
    ];
  }
  return [];
}
