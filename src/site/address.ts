/** What a reader's path asks for. One pure function; what it does not know is not there. */

import { type AgencyPageName, isAgencyPage } from '../editions/agency-pages.ts';
import type { NamedList } from './named-list.ts';

export type StoryForm = 'page' | 'print' | 'lite' | 'card.png';
/** A page, or the same with nothing but its words. */
export type PageForm = 'page' | 'lite';
export type FeedForm = 'xml' | 'atom' | 'json';

export type Address =
  | { kind: 'root' }
  | { kind: 'code'; code: number }
  | { kind: 'rendition'; code: number; form: 'txt' | 'json' }
  /** `words` null: none were given. */
  | { kind: 'story'; lang: string; code: number; words: string | null; form: StoryForm }
  | { kind: 'front'; lang: string }
  /** The front without its slash. */
  | { kind: 'edition'; lang: string }
  | { kind: 'list'; lang: string; list: NamedList['list']; slug: string }
  | { kind: 'feed'; lang: string; of: 'edition' | 'corrections' | NamedList; form: FeedForm }
  | { kind: 'corrections'; lang: string }
  /** Year, month and day as they stand there, as many as are asked for. */
  | { kind: 'archive'; lang: string; date: string[] }
  /** What the agency says of itself. */
  | { kind: 'about'; lang: string; page: AgencyPageName }
  | { kind: 'offline'; lang: string }
  /** A page with nothing but its words. */
  | { kind: 'lite'; lang: string; of: EditionAddress }
  | { kind: 'version'; lang: string; code: number; version: number }
  | { kind: 'history'; lang: string; code: number; form: PageForm }
  /** The zones in which a story's times can be had. */
  | { kind: 'zones'; lang: string; code: number; form: PageForm };

/** An address of a page of an edition, which lists stories or says what the agency is. */
export type EditionAddress = Extract<
  Address,
  { kind: 'front' | 'list' | 'archive' | 'corrections' | 'about' }
>;

/** An address of one story. */
export type StoryAddress = Extract<Address, { code: number }>;

/** @param path from the root, still percent-encoded, without a query. */
export function parseAddress(path: string): Address | null {
  return parseWhole(path) ?? parseLite(path);
}

/** `/en/lite`, `/en/topic/ports/lite`. A story's own, and its history's, are forms of these. */
function parseLite(path: string): Address | null {
  if (!path.endsWith('/lite')) return null;
  const of = parseWhole(path.slice(0, -'/lite'.length));
  switch (of?.kind) {
    case 'edition':
      return { kind: 'lite', lang: of.lang, of: { kind: 'front', lang: of.lang } };
    case 'list':
    case 'archive':
    case 'corrections':
    case 'about':
      return { kind: 'lite', lang: of.lang, of };
    default:
      return null;
  }
}

function parseWhole(path: string): Address | null {
  const parts = decodeParts(path);
  if (!parts) return null;
  const [first = '', second, third, fourth] = parts;
  if (parts.length === 1) return parseTop(first);
  if (!isLang(first)) return null;
  if (second === 'archive') return parseArchive(first, parts.slice(2));
  if (parts.length === 2) return parseInEdition(first, second ?? '');
  const ofRecord = parseOfRecord(first, parts.slice(1));
  if (ofRecord) return ofRecord;
  const code = readCode(second ?? '');
  if (code !== null && parts.length === 3) return storyAt(first, code, third ?? '', undefined);
  if (code !== null && parts.length === 4) return storyAt(first, code, third ?? '', fourth);
  return isList(second) && third ? parseList(first, { list: second, slug: third }, parts.slice(3)) : null;
}

const lists: readonly string[] = [
  'section',
  'topic',
  'thread',
  'byline',
  'subject',
] satisfies NamedList['list'][];

function isList(name: string | undefined): name is NamedList['list'] {
  return name !== undefined && lists.includes(name);
}

/** `archive`, `archive/2017/08/05`; a slash at the end is a slip, and so is `2017/8`. */
function parseArchive(lang: string, said: string[]): Address | null {
  const date = said.at(-1) === '' ? said.slice(0, -1) : said;
  const [year, ...rest] = date;
  const isDate = (year === undefined || /^\d{4}$/.test(year)) && rest.every((part) => /^\d{1,2}$/.test(part));
  return date.length <= 3 && isDate ? { kind: 'archive', lang, date } : null;
}

/** `topic/ports`, `topic/ports/feed.xml`. */
function parseList(lang: string, of: NamedList, more: string[]): Address | null {
  if (more.length === 0) return { kind: 'list', lang, ...of };
  const form = more.length === 1 ? readFeed(more[0] as string) : null;
  return form ? { kind: 'feed', lang, of, form } : null;
}

function decodeParts(path: string): string[] | null {
  try {
    const parts = path.slice(1).split('/').map(decodeURIComponent);
    return parts.some((part) => part.includes('\0')) ? null : parts;
  } catch {
    return null;
  }
}

function parseTop(name: string): Address | null {
  if (name === '') return { kind: 'root' };
  const rendition = /^(\d+)\.(txt|json)$/.exec(name);
  const code = readCode(rendition?.[1] ?? name);
  if (code !== null)
    return rendition
      ? { kind: 'rendition', code, form: rendition[2] as 'txt' | 'json' }
      : { kind: 'code', code };
  return isLang(name) ? { kind: 'edition', lang: name } : null;
}

function parseInEdition(lang: string, name: string): Address | null {
  if (name === '') return { kind: 'front', lang };
  if (name === 'corrections') return { kind: 'corrections', lang };
  if (name === 'offline') return { kind: 'offline', lang };
  if (isAgencyPage(name)) return { kind: 'about', lang, page: name };
  const form = readFeed(name);
  if (form) return { kind: 'feed', lang, of: 'edition', form };
  const code = readCode(name);
  return code === null ? null : { kind: 'story', lang, code, words: null, form: 'page' };
}

/** What comes after the language: `v/271032/2`, `history/271032`, `history/271032/lite`, `corrections/feed.xml`, `time/271032`. */
function parseOfRecord(lang: string, [what, first = '', second, ...more]: string[]): Address | null {
  const code = readCode(first);
  if (what === 'v') {
    const version = /^[1-9]\d{0,8}$/.test(second ?? '') ? Number(second) : null;
    return code && version && more.length === 0 ? { kind: 'version', lang, code, version } : null;
  }
  if (what === 'history' || what === 'time') {
    const isKnown = second === undefined || (second === 'lite' && more.length === 0);
    const form = second === undefined ? 'page' : 'lite';
    return code && isKnown ? { kind: what === 'time' ? 'zones' : 'history', lang, code, form } : null;
  }
  if (second !== undefined) return null;
  if (what !== 'corrections') return null;
  if (first === '') return { kind: 'corrections', lang };
  const form = readFeed(first);
  return form ? { kind: 'feed', lang, of: 'corrections', form } : null;
}

function readFeed(name: string): FeedForm | null {
  return (/^feed\.(xml|atom|json)$/.exec(name)?.[1] as FeedForm | undefined) ?? null;
}

function storyAt(lang: string, code: number, words: string, form: string | undefined): Address | null {
  // A slash at the end is a slip: it leads to the story too.
  if (!form) return { kind: 'story', lang, code, words: words || null, form: 'page' };
  return form === 'print' || form === 'lite' || form === 'card.png'
    ? { kind: 'story', lang, code, words, form }
    : null;
}

/** A code has one spelling: no zero before it, no sign. */
function readCode(text: string): number | null {
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;
}

function isLang(text: string): boolean {
  return /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/.test(text);
}
