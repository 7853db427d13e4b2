/** What every page of an export is drawn with: nothing but the agency's settings and a language. */
import { type Agency, editionOf } from '../editions/edition.ts';
import { editionWords, type Words, wordsOf } from '../site/words/catalogue.ts';
import type { Direction } from '../text/story-text.ts';
import { type ExportWords, exportWordsOf } from './export-words.ts';

export type ExportView = {
  words: Words;
  archive: ExportWords;
  zone: string;
  lang: string;
  dir: Direction;
  /** The agency's name in this language. */
  agency: string;
  sample: boolean;
};

/** Languages that are written from right to left, where no edition says so. */
const rightToLeft = /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b/;

/** One for each language of an agency: it is asked for with every story. */
const views = new WeakMap<Agency, Map<string, ExportView>>();

export function exportView(agency: Agency, lang: string): ExportView {
  const ofAgency = views.get(agency) ?? new Map<string, ExportView>();
  views.set(agency, ofAgency);
  const view = ofAgency.get(lang) ?? makeView(agency, lang);
  ofAgency.set(lang, view);
  return view;
}

function makeView(agency: Agency, lang: string): ExportView {
  const edition = editionOf(agency, lang);
  const shown = edition ?? editionOf(agency, agency.defaultLang) ?? agency.editions[0];
  return {
    words: edition ? editionWords(edition) : wordsOf(lang),
    archive: exportWordsOf(lang),
    zone: agency.zone,
    lang,
    dir: edition?.dir ?? (rightToLeft.test(lang) ? 'rtl' : 'ltr'),
    agency: shown?.agency ?? '',
    sample: agency.sample,
  };
}
