/** Understands a page of markup: its data, its headline, its dates and its main text. */
import type { Block } from '../text/story-text.ts';
import { readByline } from './byline.ts';
import { parsePage, styleName, tagOf, textOf } from './dom.ts';
import { decideLanguage, finishPage } from './finish-page.ts';
import { isFurniture } from './furniture.ts';
import { findHeadline } from './headline.ts';
import { htmlToBlocks } from './html-to-body.ts';
import { inlineText } from './inline-text.ts';
import { addressLine, webAddress } from './link-address.ts';
import { findMainText } from './main-text.ts';
import { hasTwoStories, looksLikeIndex, twoStories } from './many-stories.ts';
import { Notes } from './notes.ts';
import { findPageDates } from './page-date.ts';
import { jsonLdBlocks, type PageMeta, readPageMeta } from './page-meta.ts';
import { eachPictureOnce, leadPicture, withStatedCaptions } from './page-pictures.ts';
import { prunePage } from './prune-page.ts';
import { bareWords, sameWords } from './same-words.ts';
import type { Understood } from './saved-page.ts';
import { readSection, trailSection } from './section-line.ts';
import { findCodes } from './story-code.ts';
import { readStructuredStories, type StructuredStory } from './structured-data.ts';
import { tagLinks, topicsOf } from './topics.ts';
import { trimBlocks } from './trim-blocks.ts';
import { visibleLines } from './visible-lines.ts';

/** Reads one page. `address`: where it was saved from, where something outside its markup says so. */
export function understandHtml(markup: string, address: string | null): Understood {
  const notes = new Notes();
  const document = parsePage(firstPage(markup, notes));
  const meta = readPageMeta(document);
  const structured = readStructuredStories(jsonLdBlocks(document));
  const lines = visibleLines(document.body ?? document.documentElement);
  const codes = findCodes(lines);
  const story = mainStory(structured, document, meta);
  const base = meta.canonical ?? webAddress(story?.url) ?? address ?? addressLine(lines);
  const headline = findHeadline(document, meta, story?.headline ?? '', notes);
  const language = decideLanguage(
    meta.language || (story?.language ?? ''),
    lines.filter((line) => line.length > 60).join('\n') || lines.join('\n'),
    notes,
  );
  const code = codes[0] ?? null;
  if (code) notes.found('code', 0.95, `“${code.text}”`);
  const places = { headline: lines.findIndex((line) => sameWords(line, headline)), code: code?.line ?? -1 };
  const stated: [string, string][] = [
    [story?.published ?? '', 'JSON-LD datePublished'],
    [meta.published, 'the page’s meta data'],
  ];
  const dates = findPageDates(document, stated, lines, places, language, notes);
  const two = hasTwoStories(document, structured, codes);
  const tags = tagLinks(document);
  const section = story?.section || meta.section || trailSection(document, headline) || readSection(lines);
  prunePage(document, notes);
  const main = findMainText(document, story?.body ?? '');
  notes.found('body', main.confidence, main.how);
  const read = withStatedCaptions(htmlToBlocks(main.root, { base }), story?.images ?? []);
  const trimmed = trimBlocks(read, { headline, language }, notes);
  const blocks = withLeadPicture(trimmed.blocks, document, main.root, base, story);
  if (two) notes.doubt(twoStories);
  else if (looksLikeIndex(document, main))
    notes.doubt('The page reads like a list of stories, not one story.');
  notes.drop(...visibleLines(document.body ?? document.documentElement).filter(isFurniture));
  const nearby = lines.slice(Math.max(0, places.headline - 3), places.headline + 9);
  const writer = bylineOf(document, meta, story, trimmed.byline || bylineAmong(nearby), headline);
  const sectionName = section || trimmed.kicker;
  if (sectionName)
    notes.found(
      'section',
      section ? 0.85 : 0.5,
      section ? 'the section that the page names' : 'the words above the headline',
    );
  if (base) notes.found('canonical', 0.95, 'the address that the page states for itself');
  return finishPage(
    {
      headline,
      code: code?.code ?? null,
      ...dates,
      byline: writer,
      agency: trimmed.agency || story?.agency || '',
      section: sectionName,
      summary: summaryOf(document, meta, story, headline, blocks, lines),
      blocks,
      canonical: base,
      topics: topicsOf(
        tags.length > 0
          ? tags
          : [
              ...trimmed.tags,
              ...(trimmed.tags.length > 0 ? [] : [...(story?.keywords ?? []), ...meta.keywords]),
            ],
      ),
      language,
    },
    notes,
  );
}

/** Of files saved one after another in one, the first. */
function firstPage(markup: string, notes: Notes): string {
  const end = /<\/html\s*>\s*(?=<!doctype|<html[\s>]|<!--\s*saved from)/i.exec(markup);
  if (!end) return markup;
  if (markup.length - end.index > 500) notes.doubt(twoStories);
  return markup.slice(0, end.index + end[0].length);
}

/** The article of the data that the page is about: the one whose headline it prints as its first, else the first. */
function mainStory(
  structured: readonly StructuredStory[],
  document: Document,
  meta: PageMeta,
): StructuredStory | null {
  const first = bareWords(textOf(document.querySelector('h1'))) || bareWords(meta.ogTitle);
  return (
    structured.find((story) => story.headline !== '' && first === bareWords(story.headline)) ??
    structured[0] ??
    null
  );
}

function withLeadPicture(
  blocks: Block[],
  document: Document,
  main: Element,
  base: string | null,
  story: StructuredStory | null,
): Block[] {
  const picture = leadPicture(document, main, base);
  return eachPictureOnce(
    picture ? [...withStatedCaptions([picture], story?.images ?? []), ...blocks] : blocks,
  );
}

function bylineOf(
  document: Document,
  meta: PageMeta,
  story: StructuredStory | null,
  printed: string,
  headline: string,
): string {
  if (story?.author) return story.author;
  const marked = [
    ...document.querySelectorAll(
      '[rel~="author"], [itemprop~="author"], [class*="byline"], [class*="author-name"], [class~="author"]',
    ),
  ]
    .map(textOf)
    .filter((text) => text !== '' && text.length <= 100 && !sameWords(text, headline));
  for (const text of marked) {
    const by = readByline(text);
    if (by) return by.byline;
  }
  const name = marked.find(
    (text) => text.split(' ').length <= 5 && /^[\p{Lu}\p{Lo}]/u.test(text) && !/\d/.test(text),
  );
  return printed || name || (sameWords(meta.author, meta.siteName) ? '' : meta.author);
}

function bylineAmong(lines: readonly string[]): string {
  return lines.map(readByline).find((found) => found !== null)?.byline ?? '';
}

/** The summary printed apart from the text: marked as such, or the page's description where it is also on the page. */
function summaryOf(
  document: Document,
  meta: PageMeta,
  story: StructuredStory | null,
  headline: string,
  blocks: readonly Block[],
  lines: readonly string[],
): string {
  const fits = (text: string) => text.length >= 30 && text.length <= 900 && !sameWords(text, headline);
  const marked = [...document.querySelectorAll('[class], [id], [itemprop~="description"]')].filter(
    (element) =>
      summaryName.test(styleName(element)) ||
      (element.getAttribute('itemprop') === 'description' && tagOf(element) !== 'meta'),
  );
  const printed = marked.find(
    (element) =>
      fits(textOf(element)) &&
      element.querySelectorAll('p').length <= 1 &&
      !element.closest('figure, li, aside'),
  );
  if (printed) return textOf(printed);
  const first = blocks.find((block) => block.type === 'paragraph');
  const opening = first?.type === 'paragraph' ? bareWords(inlineText(first.content)) : '';
  for (const text of [story?.description ?? '', meta.description]) {
    if (!fits(text) || opening.startsWith(bareWords(text).slice(0, 80))) continue;
    if (lines.some((line) => sameWords(line, text))) return text;
  }
  return '';
}

const summaryName =
  /(?:^|[\s_-])(?:standfirst|lead|lede|leadtext|intro|introtext|intro-text|summary|subtitle|sub-?headline|sub-?heading|subhead|chapeau|chapo|dek|deck|teaser-text|abstract|article-description|article-summary|entradilla|bajada|vorspann|lid|annotation)(?=[\s_-]|$)/;
