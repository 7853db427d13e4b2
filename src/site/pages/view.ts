/** A frame with the words of its edition: what every part of a page is drawn from. */
import type { Direction } from '../../text/story-text.ts';
import type { Frame } from '../page-data.ts';
import { type Words, wordsOf } from '../words/catalogue.ts';

export type View = { frame: Frame; words: Words; zone: string; lang: string };

export function viewOf(frame: Frame): View {
  return { frame, words: wordsOf(frame.edition.lang), zone: frame.agency.zone, lang: frame.edition.lang };
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
