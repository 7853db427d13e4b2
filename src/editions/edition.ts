/** An edition: one language in which the agency publishes, with its direction, calendar and section names. */

import type { Direction } from '../text/story-text.ts';
import type { EditionDates } from './edition-dates.ts';

export type Edition = {
  /** Lower-case BCP 47 tag, as it stands in addresses: "en", "fa", "pt-br". */
  lang: string;
  dir: Direction;
  /** The language in its own words, for the switch between editions. */
  name: string;
  /** The agency's name and one line under it, in this language. */
  agency: string;
  tagline: string;
  sections: { slug: string; name: string }[];
  /** Calendars and digits, where they are not what the language usually has. */
  dates?: EditionDates;
};

/** What the whole installation says of itself. */
export type Agency = {
  /** IANA zone in which all its times are shown. */
  zone: string;
  /** `lang` of the edition that `/` leads to. */
  defaultLang: string;
  editions: Edition[];
  /** True while the invented sample agency fills the installation. */
  sample: boolean;
};

export function editionOf(agency: Agency, lang: string): Edition | null {
  return agency.editions.find((edition) => edition.lang === lang) ?? null;
}

/** The one that an address is in: "/es-419/search?q=" is in that of "es-419". `path`: from the root, with or without a query. */
export function editionOfPath(agency: Agency, path: string): Edition | null {
  return editionOf(agency, /^\/([a-z\d-]+)(?:[/?]|$)/.exec(path)?.[1] ?? '');
}

/** Those that have a section of this slug: the same one, each under its own name. */
export function editionsWithSection(agency: Agency, slug: string): Edition[] {
  return agency.editions.filter(({ sections }) => sections.some((section) => section.slug === slug));
}
