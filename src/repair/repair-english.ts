/** The repair of English text, piece by piece between white spaces. */
import { boundBeginnings, functionWords } from './closed-words.ts';
import { cutBehindApostrophe } from './contractions.ts';
import { englishWords, type Lexicon } from './english-words.ts';
import { type Cut, cutLetters, isKnown, type RunPlace } from './letter-runs.ts';
import { type Atom, atomsOf, cutBehindEnding, lostBefore } from './marks.ts';
import { isProtected } from './protected.ts';
import type { Repair, RepairChange, RepairFlag } from './repair.ts';

type Chunk = { text: string; at: number };
type Reading = { cuts: Cut[]; flags: RepairFlag[] };
const nothing: Reading = { cuts: [], flags: [] };

/** A longer piece without a white space is no text. */
const longestChunk = 200;
/** A text counts as glued from so many lost spaces on, and at least one in so many words. */
const gluedFrom = { count: 2, wordsEach: 150 };

export function repairEnglish(text: string): Omit<Repair, 'languageKnown'> {
  const lexicon = englishWords();
  const names = namesIn(text);
  const first = readText(lexicon, text, { ...names, textIsGlued: false });
  if (first.lost < gluedFrom.count || first.words > first.lost * gluedFrom.wordsEach)
    return apply(text, first);
  return apply(text, readText(lexicon, text, { ...names, textIsGlued: true }));
}

type Names = Pick<RunPlace, 'names' | 'recurring'>;

/** Capitalised words that stand alone: what the text itself calls a name. */
function namesIn(text: string): Names {
  const names = new Set<string>();
  const recurring = new Set<string>();
  for (const { 1: name = '' } of text.matchAll(/(?<=^|[\s"“(‘'])(\p{Lu}\p{Ll}{2,20})(?=[\s,.;:'’"”)]|$)/gu)) {
    if (names.has(name)) recurring.add(name);
    names.add(name);
  }
  return { names, recurring };
}

type TextPlace = Pick<RunPlace, 'names' | 'recurring' | 'textIsGlued'>;
type Found = { chunk: Chunk; reading: Reading };
type TextReading = { found: Found[]; lost: number; words: number };

function readText(lexicon: Lexicon, text: string, place: TextPlace): TextReading {
  const found: Found[] = [];
  const quotes = quoteCounter(text);
  // What a piece was found to be, wherever that does not hang on the quotation marks and numbers around it.
  const seen = new Map<string, Reading>();
  let lost = 0;
  let words = 0;
  let before = '';
  for (const { 0: piece, index: at } of text.matchAll(/\S+/g)) {
    words++;
    const opens = opensSentence(text, at, before);
    const key = opens ? `. ${piece}` : piece;
    let reading = seen.get(key);
    if (!reading) {
      const chunkPlace = {
        ...place,
        opensSentence: opens,
        closes: (mark: number) => quotes(at + mark),
        wordBefore: before,
      };
      reading = readChunk(lexicon, piece, chunkPlace);
      if (!/["\d]/.test(piece)) seen.set(key, reading);
    }
    if (reading !== nothing) found.push({ chunk: { text: piece, at }, reading });
    lost += reading.cuts.length;
    before = piece;
  }
  return { found, lost, words };
}

function opensSentence(text: string, at: number, before: string): boolean {
  return before === '' || /[\n\r]/.test(text[at - 1] ?? '') || /[.!?:]["'”’)]*$/u.test(before);
}

type ChunkPlace = TextPlace & { opensSentence: boolean; closes: (at: number) => boolean; wordBefore: string };

/** Offsets count from the start of the piece. */
function readChunk(lexicon: Lexicon, piece: string, place: ChunkPlace): Reading {
  if (isOneWord(lexicon, piece) || piece.length > longestChunk || !/\p{Script=Latin}|\d,\d/u.test(piece))
    return nothing;
  if (isProtected(piece)) return nothing;
  const atoms = atomsOf(piece);
  const cuts: Cut[] = [];
  const flags: RepairFlag[] = [];
  for (const [index, atom] of atoms.entries()) {
    const here = { ...place, opensSentence: opensHere(atoms, index, place) };
    const confidence = index > 0 ? lostBefore(lexicon, atoms, index, here) : 0;
    if (confidence > 0) cuts.push({ at: atom.at, confidence });
    if (atom.kind !== 'letters') continue;
    const inside = cutAtom(lexicon, atoms, index, here);
    cuts.push(...inside.cuts.map((cut) => ({ ...cut, at: cut.at + atom.at })));
    if (inside.doubt) flags.push({ offset: atom.at, text: atom.text, why: inside.doubt });
    const last = inside.cuts.at(-1)?.at ?? 0;
    const why = inside.doubt ? null : lostApostrophe(lexicon, atom.text.slice(last), place);
    if (why) flags.push({ offset: atom.at + last, text: atom.text.slice(last), why });
  }
  return cuts.length + flags.length > 0 ? { cuts, flags } : nothing;
}

/** One plain word with the marks around it, which no place and no neighbour could make anything else of. */
function isOneWord(lexicon: Lexicon, piece: string): boolean {
  const word = /^[("'“‘[]*(\p{Ll}+|\p{Lu}\p{Ll}*)(?:['’]s)?[.,;:!?)"'”’\]]*$/u.exec(piece)?.[1];
  return word !== undefined && (word.length < 3 || isKnownForGood(lexicon, word));
}

function isKnownForGood(lexicon: Lexicon, word: string): boolean {
  if (/^\p{Lu}/u.test(word)) return isKnown(lexicon, word);
  return (lexicon.chance(word) ?? -9) > -6.4 && lexicon.hasWord(word);
}

function opensHere(atoms: Atom[], index: number, place: ChunkPlace): boolean {
  if (index === 0) return place.opensSentence;
  const before = atoms.slice(0, index);
  if (before.every(({ kind }) => kind === 'sign'))
    return place.opensSentence || /["“‘]/.test(before.at(-1)?.text ?? '');
  return /^[.!?"“]$/.test(before.at(-1)?.text ?? '');
}

function cutAtom(
  lexicon: Lexicon,
  atoms: Atom[],
  index: number,
  place: RunPlace,
): { cuts: Cut[]; doubt: string | null } {
  const { text } = atoms[index] as Atom;
  const before = atoms[index - 1];
  const ahead = atoms[index - 2];
  if (!/^\p{Script=Latin}+$/u.test(text)) return { cuts: [], doubt: null };
  if (before && /^['’]$/u.test(before.text) && ahead?.kind === 'letters') {
    return {
      cuts: cutBehindApostrophe(lexicon, lastWord(lexicon, ahead.text, place), text, place),
      doubt: null,
    };
  }
  if (before?.kind === 'number') {
    const behind = cutBehindEnding(lexicon, before.text, text, place);
    if (behind.length > 0) return { cuts: behind, doubt: null };
  }
  if (atoms[index + 1]?.text === '-') {
    const beginning = cutBeforeBeginning(lexicon, text, place);
    if (beginning.length > 0) return { cuts: beginning, doubt: null };
  }
  const verdict = cutLetters(lexicon, text, place);
  return {
    cuts: verdict.cuts,
    doubt: verdict.doubt ? `may be more than one word: “${verdict.doubt}”` : null,
  };
}

function lastWord(lexicon: Lexicon, run: string, place: RunPlace): string {
  return run.slice(cutLetters(lexicon, run, place).cuts.at(-1)?.at ?? 0);
}

/** "ofre-elected", "anex-minister": what stands before the hyphen is only the beginning of a word. */
function cutBeforeBeginning(lexicon: Lexicon, run: string, place: RunPlace): Cut[] {
  if (isKnown(lexicon, run)) return [];
  for (let at = run.length - 2; at > 0; at--) {
    const left = run.slice(0, at);
    if (!boundBeginnings.has(run.slice(at).toLowerCase())) continue;
    const inside = cutLetters(lexicon, left, place).cuts;
    if (functionWords.has(left.slice(inside.at(-1)?.at ?? 0).toLowerCase()))
      return [...inside, { at, confidence: 0.95 }];
  }
  return [];
}

/** "Rogozins office": a guess about the author's words, so it is shown and not changed. */
function lostApostrophe(lexicon: Lexicon, word: string, place: TextPlace): string | null {
  if (!/^\p{Lu}\p{Ll}{2,}s$/u.test(word) || isKnown(lexicon, word)) return null;
  const name = word.slice(0, -1);
  if (!place.names.has(name) || lexicon.isPersonsName(word.toLowerCase())) return null;
  return `“${name}” with a lost apostrophe, or a plural?`;
}

/** Tells of each straight quotation mark whether it closes a quotation: every second one of its line does. */
function quoteCounter(text: string): (offset: number) => boolean {
  let counted = 0;
  let open = false;
  return (offset) => {
    for (; counted < offset; counted++) {
      if (text[counted] === '\n') open = false;
      else if (text[counted] === '"') open = !open;
    }
    return open;
  };
}

function apply(text: string, { found }: TextReading): Omit<Repair, 'languageKnown'> {
  const changes: RepairChange[] = [];
  const flags: RepairFlag[] = [];
  const out: string[] = [];
  let done = 0;
  for (const { chunk, reading } of found) {
    flags.push(...reading.flags.map((flag) => ({ ...flag, offset: flag.offset + chunk.at })));
    if (reading.cuts.length === 0) continue;
    const change = changeOf(chunk, reading.cuts);
    changes.push(change);
    out.push(text.slice(done, change.offset), change.after);
    done = change.offset + change.before.length;
  }
  out.push(text.slice(done));
  return { text: out.join(''), changes, flags };
}

/** One change for each piece, without the marks at its ends. */
function changeOf({ text, at }: Chunk, cuts: Cut[]): RepairChange {
  const places = [...new Map(cuts.map((cut) => [cut.at, cut])).values()].sort((a, b) => a.at - b.at);
  const spaced = (from: number, to: number): string => {
    const ends = [...places.map((cut) => cut.at), to];
    return ends.map((end, index) => text.slice(index === 0 ? from : ends[index - 1], end)).join(' ');
  };
  const lead = /^[^\p{L}\p{N}]*/u.exec(text)?.[0].length ?? 0;
  const tail = /[^\p{L}\p{N}]*$/u.exec(text)?.[0].length ?? 0;
  const from = Math.min(lead, places[0]?.at ?? lead);
  const to = Math.max(text.length - tail, places.at(-1)?.at ?? 0);
  return {
    offset: at + from,
    before: text.slice(from, to),
    after: spaced(from, to),
    confidence: Math.min(...places.map((cut) => cut.confidence)),
  };
}
