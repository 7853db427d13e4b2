/** A frame with the words of its edition: what every part of a page is drawn from. */
import type { Direction } from '../../text/story-text.ts';
import { pastQuery } from '../moment.ts';
import type { Frame } from '../page-data.ts';
import { seenQuery } from '../reader-zone.ts';
import { editionWords, type Words } from '../words/catalogue.ts';

export type View = {
  frame: Frame;
  words: Words;
  zone: string;
  lang: string;
  /** What links to other pages end with, so that a reader of the past stays there; empty: now. */
  past: string;
  /** A zone of the reader's choice, in which times are said beside the agency's; null: none. */
  there: string | null;
  /** What links to the same story in another form end with, so that it is seen there as it is here. */
  seen: string;
};

export function viewOf(frame: Frame): View {
  const { edition, agency, moment, there = null } = frame;
  return {
    frame,
    words: editionWords(edition),
    zone: agency.zone,
    lang: edition.lang,
    past: pastQuery(moment),
    there,
    seen: seenQuery(moment, there),
  };
}

/** `lang` and `dir` of a text in another language than the page's; nothing where it is the page's own. */
export function otherLang(view: View, lang: string): { lang?: string; dir?: Direction } {
  if (lang === view.lang) return {};
  return { lang, dir: directionOf(view, lang) };
}

function directionOf({ frame }: View, lang: string): Direction {
  const edition = frame.agency.editions.find((one) => one.lang === lang);
  if (edition) return edition.dir;
  return /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b/.test(lang) ? 'rtl' : 'ltr';
}
