/** Takes from the blocks of a page's main text what is not the body: headline, date, byline above; labels and lists of other stories. */
import type { Block } from '../text/story-text.ts';
import { readByline, readSource } from './byline.ts';
import { isDateLine } from './date-lines.ts';
import { isEnding, isFurniture } from './furniture.ts';
import { blockText, linkShare, splitAtBreaks } from './inline-text.ts';
import { isAgency } from './known-credits.ts';
import type { Notes } from './notes.ts';
import { sameWords } from './same-words.ts';
import { isCodeLine, withoutCode } from './story-code.ts';
import { readTagLine } from './topics.ts';

export type Trimmed = { blocks: Block[]; byline: string; agency: string; tags: string[]; kicker: string };

type Known = { headline: string; language: string | null };

/** The body's own blocks, and what the lines around them said. */
export function trimBlocks(blocks: readonly Block[], known: Known, notes: Notes): Trimmed {
  const trimmed: Trimmed = { blocks: [], byline: '', agency: '', tags: [], kicker: '' };
  const below = cutEnding(
    belowHeadline(withLabelsApart(blocks, known), known.headline, trimmed, notes),
    notes,
  );
  const inner = below.filter((block, at) => {
    const keep =
      !isPointer(block, below) &&
      !(isLine(block) && isLabel(block, trimmed, at, below.length, known.language));
    if (!keep) notes.drop(blockText(block));
    return keep;
  });
  trimmed.blocks = withoutHangingHeadings(inner, notes);
  return trimmed;
}

/** On old pages headline, byline and date are lines of one paragraph: such a paragraph becomes one for each line. */
function withLabelsApart(blocks: readonly Block[], known: Known): Block[] {
  return blocks.flatMap((block): Block[] => {
    if (block.type !== 'paragraph') return [block];
    const lines = splitAtBreaks(block);
    const label = (text: string) =>
      sameWords(text, known.headline) ||
      isFurniture(text) ||
      isCodeLine(text) ||
      readByline(text) ||
      isDateLine(text, known.language);
    return lines.length > 1 && lines.some((line) => label(blockText(line))) ? lines : [block];
  });
}

/** Where the headline stands among the first blocks, they begin after it; a short line above it may be the section. */
function belowHeadline(blocks: readonly Block[], headline: string, trimmed: Trimmed, notes: Notes): Block[] {
  const at = blocks.slice(0, 15).findIndex((block) => isLine(block) && sameWords(blockText(block), headline));
  if (at === -1) return [...blocks];
  const above = blocks.slice(0, at);
  if (above.some((block) => isLine(block) && blockText(block).length > 180)) {
    return blocks.filter((_, index) => index !== at);
  }
  for (const block of above) {
    if (block.type === 'image') continue;
    const text = blockText(block);
    const short = text.length <= 30 && /^[\p{L}\s&-]+$/u.test(text) && !isFurniture(text);
    if (short) trimmed.kicker = text;
    const by = readByline(text);
    if (by) {
      trimmed.byline = by.byline;
      trimmed.agency ||= by.agency;
    }
    notes.drop(text);
  }
  return [...above.filter((block) => block.type === 'image'), ...blocks.slice(at + 1)];
}

/** Cuts from a heading such as "Related news" on, unless what follows is as much prose as what went before. */
function cutEnding(blocks: readonly Block[], notes: Notes): Block[] {
  for (let at = 1; at < blocks.length; at++) {
    const block = blocks[at];
    if (!block || !isLine(block) || !isEnding(blockText(block))) continue;
    if (prose(blocks.slice(at)) > prose(blocks.slice(0, at)) * 0.4) continue;
    notes.drop(...blocks.slice(at).map(blockText));
    return blocks.slice(0, at);
  }
  return [...blocks];
}

function prose(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => {
    const length = blockText(block).length;
    return sum + (length >= 100 && linkShare(block) < 0.5 ? length : 0);
  }, 0);
}

/** A paragraph or list that is nothing but links to other pages. */
function isPointer(block: Block, all: readonly Block[]): boolean {
  if (block.type === 'image' || block.type === 'table' || block.type === 'quote') return false;
  const length = blockText(block).length;
  return linkShare(block) > 0.9 && length < 1500 && (block.type === 'list' || length < 220) && prose(all) > 0;
}

/** Lines above and below the text that say something about it; what they say is kept. */
function isLabel(
  block: Block,
  trimmed: Trimmed,
  at: number,
  count: number,
  language: string | null,
): boolean {
  const text = blockText(block);
  if (text === '' || isFurniture(text) || isCodeLine(text)) return true;
  const tags = readTagLine(text);
  if (tags) {
    trimmed.tags.push(...tags);
    return true;
  }
  const agency = text.length <= 90 ? readSource(text) : null;
  if (agency) {
    trimmed.agency ||= agency;
    return true;
  }
  const outer = at < 6 || at >= count - 4;
  if (!outer) return false;
  const house = houseOf(text);
  if (house) {
    trimmed.agency ||= house;
    return true;
  }
  const by = readByline(text);
  if (by) {
    trimmed.byline ||= by.byline;
    trimmed.agency ||= by.agency;
    return true;
  }
  if (
    text.length <= 120 &&
    (isDateLine(text, language) || (withoutCode(text) !== text && isDateLine(withoutCode(text), language)))
  ) {
    return true;
  }
  return (
    at >= count - 3 &&
    text.length <= 40 &&
    /^[/\\]?(?:[\p{Lu}\d*/]{1,12})(?:[/*\d\p{Lu}]{1,20})?$/u.test(text)
  );
}

/** The agency of a line such as "Reuters" or "BBC News, Leeds"; empty for any other line. */
function houseOf(text: string): string {
  if (isAgency(text)) return text;
  const [name = ''] = text.split(/,\s/);
  return text.length <= 50 && !/[.!?]$/.test(text) && isAgency(name) ? name : '';
}

/** A heading at the end, with nothing below it. */
function withoutHangingHeadings(blocks: Block[], notes: Notes): Block[] {
  let end = blocks.length;
  while (end > 1 && blocks[end - 1]?.type === 'heading') end--;
  notes.drop(...blocks.slice(end).map(blockText));
  return blocks.slice(0, end);
}

function isLine(block: Block): boolean {
  return block.type === 'paragraph' || block.type === 'heading';
}
