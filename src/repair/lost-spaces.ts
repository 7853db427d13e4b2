/** Drops spaces from whole text as careless copies do, and tells how many a repair brought back. For tests and the bench. */
import { functionWords, months, units } from './closed-words.ts';
import { repairText } from './repair.ts';

export type Score = { dropped: number; added: number; right: number; precision: number; recall: number };

/** Small and quick, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * How easily copies lose the space between two pieces, 0 to 1. In the pages that were seen it goes after a short word,
 * beside a number, after a comma or full stop and between names; in front of a short word only now and then.
 */
export function easeOfLoss(left: string, right: string): number {
  const before = left.replace(/[^\p{L}\d.,;]/gu, '');
  const after = right.replace(/[^\p{L}\d]/gu, '');
  // A sign, a new line or a number behind a number: no copy is known to lose that space.
  if (!before || !/^["“‘(]?[\p{L}\d]/u.test(right) || /\s$/.test(left)) return 0;
  if (/[.,;]$/.test(before)) return /^\p{L}/u.test(after) ? 1 : 0;
  // "3.5 bn" without its space is as good as with it.
  if (/\d$/.test(before)) return /^\p{L}{2}/u.test(after) && !units.has(after.toLowerCase()) ? 1 : 0;
  if (/^\d/.test(after)) return functionWords.has(before.toLowerCase()) || months.has(before) ? 1 : 0;
  if (/^\p{Lu}\p{Ll}+$/u.test(before) && /^\p{Lu}\p{Ll}+$/u.test(after)) return 1;
  if (functionWords.has(before.toLowerCase()) || before.length < 4) return 1;
  return functionWords.has(after.toLowerCase()) ? 0.25 : 0;
}

/** @returns the glued text and, for each dropped space, its offset in the text without any space. */
export function dropSpaces(
  text: string,
  share: number,
  random: () => number,
): { glued: string; dropped: Set<number> } {
  const pieces = text.split(' ');
  const dropped = new Set<number>();
  let glued = '';
  let letters = 0;
  for (const [index, piece] of pieces.entries()) {
    glued += piece;
    letters += piece.replace(/\s/g, '').length;
    const next = pieces[index + 1];
    if (next === undefined) break;
    if (random() < share * easeOfLoss(piece, next)) dropped.add(letters);
    else glued += ' ';
  }
  return { glued, dropped };
}

/** Where the repair of a text adds spaces, counted as `dropSpaces` counts. */
export function addedSpaces(glued: string): Set<number> {
  const added = new Set<number>();
  for (const { offset, before, after } of repairText(glued, 'en').changes) {
    const start = glued.slice(0, offset).replace(/\s/g, '').length;
    let letters = 0;
    for (const [index, sign] of [...after].entries()) {
      if (sign !== ' ') letters++;
      else if (index - letters >= 0 && !before.includes(' ')) added.add(start + letters);
    }
  }
  return added;
}

/** The piece of glued text around an offset that counts no spaces. */
function showPlace(glued: string, offset: number): string {
  let letters = 0;
  for (const { 0: piece } of glued.matchAll(/\S+/g)) {
    if (letters + piece.length >= offset && offset > letters)
      return `${piece.slice(0, offset - letters)}|${piece.slice(offset - letters)}`;
    letters += piece.length;
  }
  return '';
}

/** Drops spaces from each text and counts what comes back right. */
export function scoreRepair(
  texts: string[],
  { share, seed }: { share: number; seed: number },
): Score & { misses: string[] } {
  const random = randomFrom(seed);
  const score = { dropped: 0, added: 0, right: 0 };
  const misses: string[] = [];
  for (const text of texts) {
    const { glued, dropped } = dropSpaces(text, share, random);
    const added = addedSpaces(glued);
    const right = [...added].filter((at) => dropped.has(at));
    score.dropped += dropped.size;
    score.added += added.size;
    score.right += right.length;
    const show = (at: number) => showPlace(glued, at);
    misses.push(...[...added].filter((at) => !dropped.has(at)).map((at) => `wrong ${show(at)}`));
    misses.push(...[...dropped].filter((at) => !added.has(at)).map((at) => `missed ${show(at)}`));
  }
  return { ...score, precision: score.right / score.added, recall: score.right / score.dropped, misses };
}
