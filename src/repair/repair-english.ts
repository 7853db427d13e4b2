/** The repair of English text, piece by piece between white spaces. */
import { type Atom, atomsOf } from './atoms.ts';
import { functionWords } from './closed-words.ts';
import { englishWords, type Lexicon } from './english-words.ts';
import { type Cut, isKnown, type RunPlace } from './letter-runs.ts';
import { cutInPlace } from './letters-in-place.ts';
import { lostBefore } from './marks.ts';
import { isInitial, keyOf, type Piece, piecesOf } from './pieces.ts';
import { isProtected } from './protected.ts';
import type { Repair, RepairChange, RepairFlag } from './repair.ts';

type Reading = { cuts: Cut[]; flags: RepairFlag[] };
const nothing: Reading = { cuts: [], flags: [] };

/** A longer piece without a white space is no text. */
const longestPiece = 200;
/** So many pieces of a long text that are not surely one word are read first. */
const probeLength = 5000;
/** A text counts as glued from so many lost spaces on, and at least one in so many words. */
const gluedFrom = { count: 2, wordsEach: 150 };

export function repairEnglish(text: string): Omit<Repair, 'languageKnown'> {
  const lexicon = englishWords();
  const saysPerCent = /\bper cent\b/.test(text);
  const { pieces, words } = piecesOf(
    text,
    (piece) => isOneWord(lexicon, piece) && !(saysPerCent && piece.startsWith('percent')),
  );
  const names = { ...namesIn(text), saysPerCent };
  const whole = { ...names, textIsGlued: false, lostShare: 0 };
  // Where the beginning of a long text is full of glue, there is no need to read all of it twice.
  const probe = readAll(lexicon, pieces.slice(0, probeLength), whole);
  const isSampled = pieces.length > probeLength && probe.lost > probeLength / 4;
  const first = isSampled || pieces.length <= probeLength ? probe : readAll(lexicon, pieces, whole);
  const wordsRead = isSampled ? (words * probeLength) / pieces.length : words;
  if (first.lost < gluedFrom.count || wordsRead > first.lost * gluedFrom.wordsEach)
    return apply(text, first.found);
  const glued = { ...names, textIsGlued: true, lostShare: first.lost / wordsRead };
  return apply(text, readAll(lexicon, pieces, glued).found);
}

type Names = Pick<RunPlace, 'names' | 'recurring'>;

/** Capitalised words and abbreviations that stand alone: what the text itself calls a name. */
function namesIn(text: string): Names {
  const names = new Set<string>();
  const recurring = new Set<string>();
  const once = new Set<string>();
  const standing =
    /(?<=^|[\s"“(‘'])\p{Lu}(?:\p{Ll}{2,20}|\p{Lu}{1,5}|[\p{Lu}\p{Ll}]{4,30})(?=[\s,.;:'’"”)]|$)/gu;
  for (const [name] of text.matchAll(standing)) {
    if (once.has(name)) recurring.add(name);
    once.add(name);
    // "STRIKES DOWN IN": capitals of a headline; "PayPal" and "ForeignMinister": not known to be one name.
    if (/^\p{Lu}\p{Ll}+$/u.test(name) || (/^\p{Lu}+$/u.test(name) && !functionWords.has(name.toLowerCase())))
      names.add(name);
  }
  return { names, recurring };
}

type TextPlace = Pick<RunPlace, 'names' | 'recurring' | 'saysPerCent' | 'textIsGlued' | 'lostShare'>;
type Found = { piece: Piece; reading: Reading };

function readAll(lexicon: Lexicon, pieces: Piece[], place: TextPlace): { found: Found[]; lost: number } {
  const found: Found[] = [];
  const seen = new Map<string, Reading>();
  let lost = 0;
  for (const piece of pieces) {
    const key = keyOf(piece);
    let reading = seen.get(key);
    if (!reading) {
      reading = readPiece(lexicon, piece, place);
      seen.set(key, reading);
    }
    if (reading !== nothing) found.push({ piece, reading });
    lost += reading.cuts.length;
  }
  return { found, lost };
}

type PiecePlace = TextPlace & { opensSentence: boolean; closes: (at: number) => boolean; wordBefore: string };

/** Offsets count from the start of the piece. */
function readPiece(
  lexicon: Lexicon,
  { text, before, opensSentence, inQuotes }: Piece,
  all: TextPlace,
): Reading {
  if (text.length > longestPiece || !/\p{Script=Latin}|\d,\d/u.test(text)) return nothing;
  // "H. erectus"
  if (isInitial(before) && /^\p{Ll}+\P{L}*$/u.test(text)) return nothing;
  if (isProtected(text)) return nothing;
  const atoms = atomsOf(text);
  const marks = atoms.filter((atom) => atom.text === '"').map(({ at }) => at);
  const closes = (at: number) => (marks.indexOf(at) % 2 === 1) !== inQuotes;
  const place: PiecePlace = { ...all, opensSentence, closes, wordBefore: before };
  const cuts: Cut[] = [];
  const flags: RepairFlag[] = [];
  for (const [index, atom] of atoms.entries()) {
    const opens = opensHere(atoms, index, place);
    const here = opens === place.opensSentence ? place : { ...place, opensSentence: opens };
    const confidence = index > 0 ? lostBefore(lexicon, atoms, index, here) : 0;
    if (confidence > 0) cuts.push({ at: atom.at, confidence });
    if (atom.kind !== 'letters') continue;
    const inside = cutInPlace(lexicon, atoms, index, here);
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

function opensHere(atoms: Atom[], index: number, place: PiecePlace): boolean {
  if (index === 0) return place.opensSentence;
  const before = atoms.slice(0, index);
  if (before.every(({ kind }) => kind === 'sign'))
    return place.opensSentence || /["“‘]/.test(before.at(-1)?.text ?? '');
  return /^[.!?"“]$/.test(before.at(-1)?.text ?? '');
}

/** "Rogozins office": a guess about the author's words, so it is shown and not changed. */
function lostApostrophe(lexicon: Lexicon, word: string, place: TextPlace): string | null {
  if (!/^\p{Lu}\p{Ll}{2,}s$/u.test(word) || isKnown(lexicon, word)) return null;
  const name = word.slice(0, -1);
  if (!place.names.has(name) || lexicon.isPersonsName(word.toLowerCase())) return null;
  return `“${name}” with a lost apostrophe, or a plural?`;
}

function apply(text: string, found: Found[]): Omit<Repair, 'languageKnown'> {
  const changes: RepairChange[] = [];
  const flags: RepairFlag[] = [];
  const out: string[] = [];
  let done = 0;
  for (const { piece, reading } of found) {
    flags.push(...reading.flags.map((flag) => ({ ...flag, offset: flag.offset + piece.at })));
    if (reading.cuts.length === 0) continue;
    const change = changeOf(piece, reading.cuts);
    changes.push(change);
    out.push(text.slice(done, change.offset), change.after);
    done = change.offset + change.before.length;
  }
  out.push(text.slice(done));
  return { text: out.join(''), changes, flags };
}

/** One change for each piece, without the marks at its ends. */
function changeOf({ text, at }: Piece, cuts: Cut[]): RepairChange {
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
