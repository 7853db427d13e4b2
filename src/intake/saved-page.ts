/** From the text of a saved page, from any agency or newspaper, to the story on it. Pure; never throws. */
import type { DateLine } from '../dates/date-line.ts';
import type { StoryText } from '../text/story-text.ts';
import { webAddress } from './link-address.ts';
import { looksLikeMarkup, measureMarkup, stripMarkup } from './markup-guard.ts';
import { isMhtml, readMhtml } from './mhtml.ts';
import { Notes, type Sure } from './notes.ts';
import { decodeEntities } from './structured-data.ts';
import type { Topic } from './topics.ts';
import { understandHtml } from './understand-html.ts';
import { understandText } from './understand-text.ts';

/** A page as understood. Empty strings and lists: it has none. */
export type Understood = {
  /** BCP 47. */
  language: string | null;
  /** The number the page states for its story; whether it may be kept is for the caller to say. */
  code: number | null;
  /** The story's own date line: not the page's date of today, and no update. */
  published: DateLine | null;
  /** YYYY-MM-DD: the page's own date, where it prints one and it is later than the story's. */
  seenOn: string | null;
  headline: string;
  credit: string;
  lead: string;
  byline: string;
  dateline: string;
  /** Slug of the section. */
  section: string;
  /** The text without headline, credit and lead. Pictures have their addresses only. */
  body: StoryText;
  /** The address the page states for itself, or was saved from. */
  canonical: string | null;
  topics: Topic[];
  /** Labels that were left out; at most 200. */
  furniture: string[];
  /** For each field that was found: how surely, and in words how. */
  sure: Sure[];
  /** Sentences for an editor. With any entry the story is to be kept as a draft. */
  doubts: string[];
};

export type PageReading = { ok: true; page: Understood } | { ok: false; why: string };

const largestMarkup = 20 * 1024 * 1024;
const largestText = 5 * 1024 * 1024;
const deepest = 400;
const mostReferences = 150_000;
const mostTags = 40_000;

/** Understands the text of a page, or says in a sentence why there is nothing to understand. */
export function understandPage(text: string, hint: { fileName?: string; html?: boolean } = {}): PageReading {
  const name = hint.fileName ?? 'The file';
  try {
    const refusal = whyNot(text, name);
    return refusal ? { ok: false, why: refusal } : readPage(text.replaceAll('\0', ''), hint, name);
  } catch (error) {
    return {
      ok: false,
      why: `${name} could not be read as a page (${error instanceof Error ? error.message : 'unknown reason'}).`,
    };
  }
}

function whyNot(text: string, name: string): string | null {
  if (text.length > largestMarkup) return `${name} is larger than 20 MB, too large for a page.`;
  if (!/\S/.test(text)) return text === '' ? `${name} is empty.` : `${name} has no words, only white space.`;
  if (/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)?<(?:rss|feed|rdf:RDF)[\s>]/i.test(text.slice(0, 2000)))
    return `${name} is a feed, not a page.`;
  if (/^\s*(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]/i.test(text.slice(0, 2000)))
    return `${name} is an SVG picture, not a page.`;
  return null;
}

function readPage(text: string, hint: { fileName?: string; html?: boolean }, name: string): PageReading {
  const inner = isMhtml(text) ? readMhtml(text) : null;
  const markup = inner?.markup ?? text;
  const address = webAddress(inner?.address) ?? savedFrom(markup);
  if (!(hint.html ?? looksLikeMarkup(markup))) {
    if (markup.length > largestText)
      return { ok: false, why: `${name} has more than 5 MB of text, too much for a story.` };
    return answer(understandText(markup, address), name);
  }
  const size = measureMarkup(markup);
  const doubt =
    size.depth > deepest
      ? `The page’s markup is nested ${size.depth} elements deep, so only its plain text was read.`
      : size.tags > mostTags || size.references > mostReferences
        ? `The page has ${size.tags} elements and ${size.references} character references, more than a story page has, so only its plain text was read.`
        : null;
  const page = doubt === null ? tryHtml(markup, address) : null;
  if (page) return answer(page, name);
  const plain = decodeEntities(stripMarkup(markup));
  if (plain.length > largestText)
    return { ok: false, why: `${name} has more than 5 MB of text, too much for a story.` };
  const notes = new Notes();
  notes.doubt(doubt ?? 'The page’s markup could not be read, so only its plain text was.');
  return answer(understandText(plain, address, notes), name);
}

/** Null where the markup is such that a parser gives up. */
function tryHtml(markup: string, address: string | null): Understood | null {
  try {
    return understandHtml(markup, address);
  } catch {
    return null;
  }
}

function answer(page: Understood, name: string): PageReading {
  const empty = page.headline === '' && page.lead === '' && page.body.content.length === 0;
  return empty ? { ok: false, why: `${name} has no words that could be a story.` } : { ok: true, page };
}

/** The address that a browser wrote into a page it saved. */
function savedFrom(markup: string): string | null {
  return webAddress(/<!--\s*saved from url=\(\d+\)(\S+?)\s*-->/i.exec(markup.slice(0, 5000))?.[1]);
}
