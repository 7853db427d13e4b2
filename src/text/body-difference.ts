/** What one body has and another has not: blocks are matched first, then their words are compared. Pure. */
import { diffArrays } from 'diff';
import { plainText } from './plain-text.ts';
import type { Block, BlockAttrs, Direction, ListItem, Paragraph, StoryText } from './story-text.ts';
import { type Piece, wordDifference, wordsIn } from './word-difference.ts';

export type LineKind = 'paragraph' | 'heading' | 'quote' | 'item' | 'row' | 'picture';

/** One block, or one item or row of it, with its own language and direction where it has them. */
export type BlockDifference = {
  kind: LineKind;
  dir: Direction | null;
  lang: string | null;
  /** `marks`: the words are the same; links, emphasis, the kind of block or the picture are not. */
  change: 'same' | 'changed' | 'gone' | 'new' | 'marks';
  pieces: Piece[];
};

type Line = Pick<BlockDifference, 'kind' | 'dir' | 'lang'> & {
  text: string;
  /** All that it is, so that two that look the same can be told apart. */
  whole: string;
};

/** @param lang of the story: of every block that has no language of its own. */
export function bodyDifference(before: StoryText, after: StoryText, lang: string): BlockDifference[] {
  const [older, newer] = [linesOf(before), linesOf(after)];
  const texts = (lines: Line[]) => lines.map((line) => line.text);
  const hunks = diffArrays(texts(older), texts(newer), { maxEditLength: 1_000 }) ?? [
    { value: texts(older), removed: true, added: false, count: older.length },
    { value: texts(newer), removed: false, added: true, count: newer.length },
  ];
  const differences: BlockDifference[] = [];
  let [gone, fresh]: [Line[], Line[]] = [[], []];
  const close = () => {
    differences.push(...pairUp(gone, fresh, lang));
    [gone, fresh] = [[], []];
  };
  let [from, to] = [0, 0];
  for (const { added, removed, count } of hunks) {
    if (removed) gone.push(...older.slice(from, from + count));
    else if (added) fresh.push(...newer.slice(to, to + count));
    else {
      close();
      for (let at = 0; at < count; at++)
        differences.push(sameText(older[from + at] as Line, newer[to + at] as Line));
    }
    if (!added) from += count;
    if (!removed) to += count;
  }
  close();
  return differences;
}

function sameText(older: Line, newer: Line): BlockDifference {
  const change = older.whole === newer.whole ? 'same' : 'marks';
  return difference(newer, change, newer.text ? [{ kind: 'same', text: newer.text }] : []);
}

function difference(line: Line, change: BlockDifference['change'], pieces: Piece[]): BlockDifference {
  const { kind, dir, lang } = line;
  return { kind, dir, lang, change, pieces };
}

/** Two blocks are one that was changed where they share at least this much of their words, from 0 to 1. */
const likeness = 0.35;
/** Pairs that are looked at, and letters in all of them together; beyond, blocks are taken as gone and new. */
const mostPairs = 40_000;
const mostLetters = 20_000_000;

/** Blocks that were changed beside blocks that came or went, in the order of both texts. */
function pairUp(older: Line[], newer: Line[], lang: string): BlockDifference[] {
  const pairs = isTooMuch(older, newer) ? [] : likestPairs(older, newer, lang);
  const made: BlockDifference[] = [];
  let [from, to] = [0, 0];
  for (const [o, n] of [...pairs, [older.length, newer.length] as const]) {
    for (; from < o; from++) made.push(whole(older[from] as Line, 'gone'));
    for (; to < n; to++) made.push(whole(newer[to] as Line, 'new'));
    if (o === older.length) break;
    const line = newer[n] as Line;
    const pieces = wordDifference((older[o] as Line).text, line.text, line.lang ?? lang);
    made.push(difference(line, 'changed', pieces));
    [from, to] = [o + 1, n + 1];
  }
  return made;
}

/** Each block is held against each: readers ask for this too, and nobody may wait for it. */
function isTooMuch(older: Line[], newer: Line[]): boolean {
  const letters = older.reduce((sum, { text }) => sum + text.length, 0) * newer.length;
  return older.length * newer.length > mostPairs || letters > mostLetters;
}

function whole(line: Line, kind: 'gone' | 'new'): BlockDifference {
  return difference(line, kind, line.text ? [{ kind, text: line.text }] : []);
}

/** The pairs, in order, whose likenesses add up to the most. */
function likestPairs(older: Line[], newer: Line[], lang: string): [number, number][] {
  const [bags, others] = [older, newer].map((lines) => lines.map((line) => bagOf(line, lang))) as [
    Bag[],
    Bag[],
  ];
  const best: number[][] = Array.from({ length: older.length + 1 }, () => Array(newer.length + 1).fill(0));
  const score = (o: number, n: number) => best[o]?.[n] ?? 0;
  const like = bags.map((bag) => others.map((other) => likenessOf(bag, other)));
  for (let o = older.length - 1; o >= 0; o--) {
    for (let n = newer.length - 1; n >= 0; n--) {
      const paired = like[o]?.[n] ?? 0;
      (best[o] as number[])[n] = Math.max(
        score(o + 1, n),
        score(o, n + 1),
        paired >= likeness ? paired + score(o + 1, n + 1) : 0,
      );
    }
  }
  const pairs: [number, number][] = [];
  for (let o = 0, n = 0; o < older.length && n < newer.length; ) {
    const paired = like[o]?.[n] ?? 0;
    if (paired >= likeness && score(o, n) === paired + score(o + 1, n + 1)) pairs.push([o++, n++]);
    else if (score(o, n) === score(o + 1, n)) o++;
    else n++;
  }
  return pairs;
}

type Bag = { size: number; counts: Map<string, number> };

function bagOf({ text, lang }: Line, storyLang: string): Bag {
  const words = wordsIn(text.toLowerCase(), lang ?? storyLang).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return { size: words.length, counts };
}

/** Dice's measure of two bags of words, from 0 to 1. */
function likenessOf(one: Bag, other: Bag): number {
  let shared = 0;
  for (const [word, count] of one.counts) shared += Math.min(count, other.counts.get(word) ?? 0);
  return one.size + other.size === 0 ? 0 : (2 * shared) / (one.size + other.size);
}

function linesOf(body: StoryText): Line[] {
  return body.content.flatMap(blockLines);
}

function blockLines(block: Block): Line[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [lineOf(block.type, block, block.attrs)];
    case 'quote':
      return block.content.map((paragraph) => lineOf('quote', paragraph, paragraph.attrs, block.attrs));
    case 'list':
      return block.content.flatMap((item) => itemLines(item, block.attrs));
    case 'table':
      return block.content.map((row) =>
        lineOf('row', { type: 'table', content: [row] }, undefined, block.attrs),
      );
    case 'image':
      return [lineOf('picture', block, undefined)];
  }
}

function itemLines(item: ListItem, around: BlockAttrs & { ordered: boolean }): Line[] {
  return item.content.flatMap((part) =>
    part.type === 'list'
      ? part.content.flatMap((inner) => itemLines(inner, { ...around, ...stated(part.attrs) }))
      : [lineOf('item', part, part.attrs, { ...around, ...stated(item.attrs) })],
  );
}

function stated(attrs: BlockAttrs | undefined): BlockAttrs {
  return Object.fromEntries(Object.entries(attrs ?? {}).filter(([, value]) => value !== null));
}

/** `around`: what holds where the block says nothing. */
function lineOf(
  kind: LineKind,
  node: Block | Paragraph,
  attrs: BlockAttrs | undefined,
  around: BlockAttrs = {},
): Line {
  return {
    kind,
    dir: attrs?.dir ?? around.dir ?? null,
    lang: attrs?.lang ?? around.lang ?? null,
    text: plainText({ type: 'doc', content: [node] }),
    whole: JSON.stringify([kind, node, around]),
  };
}
