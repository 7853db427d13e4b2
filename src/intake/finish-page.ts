/** From what was found on a page to the story as it is understood: opening and lead are taken from the text, doubts are said. */
import type { DateLine } from '../dates/date-line.ts';
import { type Block, checkStoryText, type Paragraph } from '../text/story-text.ts';
import { readOpening } from './credit-line.ts';
import { readDate } from './date-lines.ts';
import { blockText, dropStart, inlineText } from './inline-text.ts';
import { guessLanguage, languageTag } from './language.ts';
import type { Notes } from './notes.ts';
import { bareWords, sameWords } from './same-words.ts';
import type { Understood } from './saved-page.ts';
import { slugOf, type Topic } from './topics.ts';

/** What both ways of reading a page find, before the text itself is looked at. */
export type Found = {
  headline: string;
  code: number | null;
  published: DateLine | null;
  seenOn: string | null;
  byline: string;
  agency: string;
  section: string;
  /** A summary that the page prints apart from the text, or states in its data. */
  summary: string;
  blocks: Block[];
  canonical: string | null;
  topics: Topic[];
  language: string | null;
};

/** A body shorter than this many letters is hardly a story. */
const shortestBody = 140;
/** No newspaper sets a longer headline, in characters. */
const longestHeadline = 400;

/** Makes the whole answer. */
export function finishPage(found: Found, notes: Notes): Understood {
  const opened = takeOpening(found.blocks, notes);
  const summary = readOpening(found.summary);
  const { lead, blocks } = takeLead(opened.blocks, found.summary.slice(summary?.length ?? 0), notes);
  if (!opened.credit && summary?.credit) notes.found('credit', summary.confidence, summary.how);
  const printed = opened.credit || (summary?.credit ?? '');
  const credit = printed || found.agency;
  if (!printed && credit) notes.found('credit', 0.7, 'the source that the page names');
  if (found.byline) notes.found('byline', 0.85, 'the writer that the page names');
  const published =
    found.published ?? readOpeningDay(opened.day || (summary?.day ?? ''), found.language, notes);
  const length = blocks.reduce((sum, block) => sum + blockText(block).length, 0);
  if (found.headline === '') notes.doubt('No headline was found.');
  if (!published) notes.doubt('No date line was found.');
  else if (published.confidence < 0.5)
    notes.doubt(`The date “${published.text}” can be read in more than one way.`);
  if (found.headline.length > longestHeadline)
    notes.doubt(`The headline is ${found.headline.length} characters long, which is none.`);
  if (length + lead.length < shortestBody) {
    notes.doubt(`The text is only ${length + lead.length} characters long, which is short for a story.`);
  }
  if (/\ufffd/.test(found.headline + lead) || blocks.some((block) => blockText(block).includes('\ufffd'))) {
    notes.doubt('Some characters of the text were lost before the page was saved.');
  }
  return {
    language: found.language,
    code: found.code,
    published,
    seenOn: found.seenOn,
    headline: found.headline,
    credit,
    lead,
    byline: found.byline,
    dateline: opened.dateline || (summary?.dateline ?? ''),
    section: slugOf(found.section).slice(0, 60),
    // The schema leaves out the content of an empty body.
    body: { type: 'doc', content: checkStoryText({ type: 'doc', content: blocks }).content ?? [] },
    canonical: found.canonical,
    topics: found.topics,
    furniture: notes.furniture,
    sure: notes.sure,
    doubts: notes.doubts,
  };
}

/** The language that the words are in, refined by what the page states where both agree. */
export function decideLanguage(stated: string, text: string, notes: Notes): string | null {
  const tag = stated ? languageTag(stated) : null;
  const guess = guessLanguage(text);
  if (tag && (!guess || tag.split('-')[0] === guess.language || guess.commonness < 0.12)) {
    notes.found('language', guess ? 0.97 : 0.7, 'the language that the page states');
    return tag;
  }
  if (!guess) return null;
  notes.found('language', Math.min(0.95, 0.5 + guess.commonness), 'the commonest words of the text');
  return guess.language;
}

function takeOpening(
  blocks: readonly Block[],
  notes: Notes,
): { credit: string; dateline: string; day: string; blocks: Block[] } {
  const at = blocks.findIndex(
    (block) => block.type === 'paragraph' && inlineText(block.content).trim().length > 0,
  );
  // The opening may stand after a summary that is a paragraph of its own.
  for (const index of [at, at + 1]) {
    const block = blocks[index];
    if (at === -1 || block?.type !== 'paragraph') continue;
    const opening = readOpening(inlineText(block.content));
    if (!opening || (index > at && opening.confidence < 0.8)) continue;
    if (opening.credit) notes.found('credit', opening.confidence, opening.how);
    if (opening.dateline) notes.found('dateline', opening.confidence, opening.how);
    const rest = dropStart(block, opening.length);
    return { ...opening, blocks: blocks.map((other, place) => (place === index ? rest : other)) };
  }
  return { credit: '', dateline: '', day: '', blocks: [...blocks] };
}

/** The day of an opening, where the page says no other. */
function readOpeningDay(day: string, language: string | null, notes: Notes): DateLine | null {
  const date = readDate(day, language);
  if (date) notes.found('published', Math.min(0.85, date.confidence), 'the day before the first sentence');
  return date;
}

/** The lead: the summary where the page prints it apart from the text, else the first paragraph. The body does not repeat it. */
function takeLead(
  blocks: readonly Block[],
  summary: string,
  notes: Notes,
): { lead: string; blocks: Block[] } {
  const at = blocks.findIndex((block) => block.type === 'paragraph');
  const first = blocks[at];
  if (first?.type !== 'paragraph') return { lead: summary, blocks: [...blocks] };
  const same = blocks.findIndex(
    (block, index) => index <= at + 2 && isProse(block) && sameWords(blockText(block), summary),
  );
  if (same !== -1) {
    notes.found('lead', 0.95, 'the summary of the page, which is also a paragraph of its text');
    return {
      lead: blockText(blocks[same] as Paragraph),
      blocks: blocks.filter((_, index) => index !== same),
    };
  }
  const prose = blocks.filter(isProse);
  if (
    summary !== '' &&
    prose.length > 0 &&
    !bareWords(prose.map(blockText).join('')).includes(bareWords(summary).slice(0, 60))
  ) {
    notes.found('lead', 0.85, 'the summary printed above the text');
    return { lead: summary, blocks: [...blocks] };
  }
  notes.found('lead', 0.8, 'the first paragraph');
  return { lead: blockText(first).replace(/\s+/g, ' '), blocks: blocks.filter((_, index) => index !== at) };
}

function isProse(block: Block): boolean {
  return block.type === 'paragraph' || block.type === 'heading';
}
