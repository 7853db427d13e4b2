/** Puts the `date` mark on the resolved dates of a body; no visible word changes. */
import type {
  Block,
  Inline,
  List,
  ListItem,
  Mark,
  Paragraph,
  StoryText,
  TextRun,
} from '../text/story-text.ts';
import { type DateLineView, type ResolvedDate, readDates } from './resolve-dates.ts';
import { weekStartOf } from './week-start.ts';

/**
 * The same body with dates marked, by the language of each block (`lang`, else that of what holds it, else `options`).
 * Text that already has a `date` mark keeps it, and no new mark overlaps one, so marking twice is marking once.
 * A date may cross runs: each run's part is marked. Pictures' captions are plain text and stay as they are.
 * @throws RangeError where `options.on` is no day.
 */
export function markDates(body: StoryText, options: DateLineView): StoryText {
  return markAndTell(body, options).body;
}

/** The same, and in reading order what was marked now, and the words that are left to the writer (`readDates`). */
export function markAndTell(
  body: StoryText,
  options: DateLineView,
): { body: StoryText; dates: ResolvedDate[]; inDoubt: string[] } {
  const dates: ResolvedDate[] = [];
  const inDoubt: string[] = [];
  // A paragraph in another language speaks of the weeks of the story's readers.
  const view = { weekStartsOn: weekStartOf(options.language), ...options, tell: { dates, inDoubt } };
  const content = body.content.map((block) => markBlock(block, view));
  return { body: { ...body, content }, dates, inDoubt };
}

/** `tell`: takes each date as it is marked, or left. */
type View = DateLineView & { tell: { dates: ResolvedDate[]; inDoubt: string[] } };

function markBlock(block: Block, outer: View): Block {
  if (block.type === 'image') return block;
  const options = within(block, outer);
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return markInline(block, options);
    case 'quote':
      return { ...block, content: block.content.map((one) => markParagraph(one, options)) };
    case 'list':
      return markList(block, options);
    case 'table':
      return {
        ...block,
        content: block.content.map((row) => ({
          ...row,
          content: row.content.map((cell) => ({
            ...cell,
            content: cell.content.map((one) => markParagraph(one, within(cell, options))),
          })),
        })),
      };
  }
}

function markParagraph(paragraph: Paragraph, outer: View): Paragraph {
  return markInline(paragraph, within(paragraph, outer));
}

function markList(list: List, options: View): List {
  return { ...list, content: list.content.map((item) => markItem(item, within(item, options))) };
}

function markItem(item: ListItem, options: View): ListItem {
  return {
    ...item,
    content: item.content.map((part) =>
      part.type === 'list' ? markList(part, within(part, options)) : markParagraph(part, options),
    ),
  };
}

function within(node: object, outer: View): View {
  const attrs = 'attrs' in node ? (node.attrs as { lang?: string | null } | undefined) : undefined;
  return attrs?.lang ? { ...outer, language: attrs.lang } : outer;
}

function markInline<Holder extends { content?: Inline[] }>(holder: Holder, options: View): Holder {
  const { content } = holder;
  if (!content || content.length === 0) return holder;
  const text = content.map((inline) => (inline.type === 'break' ? '\n' : inline.text)).join('');
  const taken = markedPlaces(content);
  const isFree = (date: { start: number; end: number }) =>
    !taken.some((one) => one.start < date.end && date.start < one.end);
  const read = readDates(text, options);
  const dates = read.dates.filter(isFree);
  options.tell.inDoubt.push(...read.inDoubt.filter(isFree).map((one) => one.text));
  if (dates.length === 0) return holder;
  options.tell.dates.push(...dates);
  let at = 0;
  const marked = content.flatMap((inline): Inline[] => {
    const start = at;
    at += inline.type === 'break' ? 1 : inline.text.length;
    return inline.type === 'break' ? [inline] : splitRun(inline, start, dates);
  });
  return { ...holder, content: marked };
}

function markedPlaces(content: readonly Inline[]): { start: number; end: number }[] {
  let at = 0;
  return content.flatMap((inline) => {
    const start = at;
    at += inline.type === 'break' ? 1 : inline.text.length;
    const isMarked = inline.type === 'text' && inline.marks?.some((mark) => mark.type === 'date');
    return isMarked ? [{ start, end: at }] : [];
  });
}

/** A run that begins at `start` of its block's text, cut where dates begin and end. */
function splitRun(run: TextRun, start: number, dates: readonly ResolvedDate[]): TextRun[] {
  const pieces: TextRun[] = [];
  let done = 0;
  const take = (until: number, added: Mark | null) => {
    if (until <= done) return;
    const piece = { ...run, text: run.text.slice(done, until) };
    pieces.push(added ? { ...piece, marks: [...(run.marks ?? []), added] } : piece);
    done = until;
  };
  for (const date of dates) {
    if (date.end <= start || date.start >= start + run.text.length) continue;
    const { datetime, until, title } = date;
    take(date.start - start, null);
    take(Math.min(date.end - start, run.text.length), { type: 'date', attrs: { datetime, until, title } });
  }
  take(run.text.length, null);
  return pieces;
}
