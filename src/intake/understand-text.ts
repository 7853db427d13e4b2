/** Understands a page saved as plain text: the labelled lines at its top, the story, the labels at its end. */
import type { DateLine } from '../dates/date-line.ts';
import { paragraphs as bodyOf } from '../text/story-text.ts';
import { readByline, readSource } from './byline.ts';
import { readOpening } from './credit-line.ts';
import { type DatedLine, findDates, pickPublished, pickSeenOn } from './date-lines.ts';
import { decideLanguage, finishPage } from './finish-page.ts';
import { isFurniture } from './furniture.ts';
import { addressLine } from './link-address.ts';
import { twoStories } from './many-stories.ts';
import { Notes } from './notes.ts';
import type { Understood } from './saved-page.ts';
import { readSection } from './section-line.ts';
import { type FoundCode, findCodes, isCodeLine } from './story-code.ts';
import { textParagraphs } from './text-paragraphs.ts';
import { readTagLine, topicsOf } from './topics.ts';
import { trimBlocks } from './trim-blocks.ts';

/** Reads one text. `address`: where it was saved from, where something outside the text says so. */
export function understandText(text: string, address: string | null, notes: Notes = new Notes()): Understood {
  const lines = textParagraphs(text);
  const language = decideLanguage('', lines.filter((line) => line.length > 60).join('\n') || text, notes);
  const codes = findCodes(lines);
  const dates = findDates(lines.slice(0, 2000), language);
  const marks = new Set([...codes.map((found) => found.line), ...dates.map((dated) => dated.line)]);
  const prose = firstProse(lines, marks);
  const at = headlineLine(lines, marks, prose);
  const headline = at === -1 ? '' : (lines[at] ?? '').replace(headlineLabel, '');
  if (at !== -1)
    notes.found(
      'headline',
      marks.size > 0 ? 0.9 : 0.75,
      'the line above the text that is no date, code or label',
    );
  const published = pickDate(lines, dates, { headline: at, code: codes[0]?.line ?? -1 }, notes);
  if (codes[0]) notes.found('code', 0.95, `“${codes[0].text}”`);
  if (holdsTwo(lines, codes, dates)) notes.doubt(twoStories);
  const above = lines.slice(0, Math.max(0, at)).filter((_, index) => !marks.has(index));
  const by = above.map(readByline).find((found) => found !== null) ?? null;
  notes.drop(...above);
  const below = lines
    .slice(at + 1)
    .filter((_, index) => !(marks.has(at + 1 + index) && index < Math.max(4, prose - at)));
  const trimmed = trimBlocks(bodyOf(...below).content, { headline, language }, notes);
  const canonical = address ?? addressLine(lines);
  return finishPage(
    {
      headline,
      code: codes[0]?.code ?? null,
      ...published,
      byline: trimmed.byline || (by?.byline ?? ''),
      agency:
        trimmed.agency || (by?.agency ?? '') || (above.map(readSource).find((name) => name !== null) ?? ''),
      section: readSection(lines),
      summary: '',
      blocks: trimmed.blocks,
      canonical,
      topics: topicsOf([...trimmed.tags, ...above.flatMap((line) => readTagLine(line) ?? [])]),
      language,
    },
    notes,
  );
}

const headlineLabel =
  /^(?:headline|title|titre|titel|titular|título|тема|заголовок|عنوان|تیتر|العنوان|标题)\s*[:：]\s*/iu;
const slugLine =
  /^(?:[A-Z]{1,3}-[A-Z][\w' -]*--|\^|Eds?:|[A-Za-z]+ \d{4}$|\d{2,4} words$|(?:URGENT|FLASH|BULLETIN|EMBARGO\w*)\b.{0,40}$)/;

/** The first line that is a sentence of the story, so long that it is no headline, or that opens like one. */
function firstProse(lines: readonly string[], marks: ReadonlySet<number>): number {
  const at = lines.findIndex((line, index) => {
    if (marks.has(index) && line.length < 140) return false;
    if (headlineLabel.test(line) || isFurniture(line)) return false;
    const ends = /[.!?…؟。][\s"'”’»)\]]*$/u.test(line);
    const opens = line.length >= 60 && (readOpening(line)?.confidence ?? 0) >= 0.8;
    return (
      opens ||
      line.length >= 180 ||
      (line.length >= 100 && ends) ||
      (index > 0 && line.length >= 60 && ends && /[.!?؟]\s/u.test(line))
    );
  });
  return at === -1 ? lines.length : at;
}

/** The headline's line, or -1. After the date and code, else before them; a labelled one before all others. */
function headlineLine(lines: readonly string[], marks: ReadonlySet<number>, prose: number): number {
  const labelled = lines.slice(0, 40).findIndex((line) => headlineLabel.test(line));
  if (labelled !== -1) return labelled;
  const able = (index: number) => {
    const line = lines[index] ?? '';
    if (marks.has(index) || line.length > 300 || isFurniture(line) || isCodeLine(line) || slugLine.test(line))
      return false;
    return (
      !readByline(line) &&
      !readSource(line) &&
      !readTagLine(line) &&
      readSection([line]) === '' &&
      /\p{L}{2}/u.test(line)
    );
  };
  const top = [...Array(Math.min(prose, 60)).keys()].filter(able);
  const lastMark = Math.max(-1, ...[...marks].filter((index) => index < prose));
  const after = top.filter((index) => index > lastMark);
  const group = after.length > 0 ? after : top.slice(-3);
  const full = group.find((index) => wordsIn(lines[index] ?? '') >= 4) ?? group[0];
  if (full !== undefined) return full;
  return -1;
}

function wordsIn(line: string): number {
  return /[\u3040-\u9fff]/.test(line) ? line.length / 2 : line.split(/\s+/).length;
}

function pickDate(
  lines: readonly string[],
  dates: readonly DatedLine[],
  at: { headline: number; code: number },
  notes: Notes,
): { published: DateLine | null; seenOn: string | null } {
  const line = pickPublished(dates, at);
  if (!line) return { published: null, seenOn: null };
  const { date } = line.picked;
  notes.found('published', Math.min(line.confidence, date.confidence), line.how);
  const seenOn = pickSeenOn(dates, line.picked, date.local.slice(0, 10));
  if (seenOn) notes.found('seenOn', 0.85, 'a later date above the story’s own');
  const bare =
    line.picked.line === 0 &&
    !line.picked.timed &&
    line.picked.role === 'plain' &&
    at.code > 0 &&
    lines.length > 3;
  if (bare)
    notes.doubt(`The only date, “${date.text}”, is at the top of the page and may be the day it was saved.`);
  return { published: date, seenOn };
}

/** Two codes, or two date lines with a time that each have a paragraph of text below them. */
function holdsTwo(
  lines: readonly string[],
  codes: readonly FoundCode[],
  dates: readonly DatedLine[],
): boolean {
  if (new Set(codes.map((found) => found.code)).size > 1) return true;
  const heads = dates
    .filter((dated) => dated.timed && dated.role !== 'updated' && dated.role !== 'today')
    .map((dated) => dated.line);
  const long = (from: number, to: number) =>
    lines.slice(from + 1, to).filter((line) => line.length >= 100).length;
  const told = heads.filter((line, index) => long(line, heads[index + 1] ?? lines.length) >= 1);
  return told.length > 1 && new Set(told.map((line) => lines[line])).size > 1;
}
