/** Whose names stand in a byline. Pure: the list of a name, its link and the record's check all go by it. */
import { slugOf } from './slug-of.ts';

/** A piece of a byline; all pieces in order are the byline. `slug` null: what joins names, or no name that a page can have. */
export type BylinePart = { text: string; slug: string | null };

/** "And" between two names, as a word of its own. Arabic writes it with the next name as often as not: that is left whole. */
const ands: Record<string, string> = {
  en: 'and',
  fa: 'و',
  fr: 'et',
  ar: 'و',
  ru: 'и',
  es: 'y|e',
};

/** What belongs to the name before its comma: "Ken Moss, Jr." */
const suffix = /^(?:jr|sr|ii|iii|iv|phd|md)\.?$/i;

/** Names that one byline may have pages for, and the longest of their slugs. */
const mostNames = 20;
const longestSlug = 120;

/** @param lang of the story: it says which words join names. */
export function bylineParts(byline: string, lang: string): BylinePart[] {
  const and = ands[lang.split('-', 1)[0] ?? ''] ?? ands.en;
  const joins = new RegExp(`(\\s*[,،、;؛&+/]\\s*(?:(?:${and})\\s+)?|\\s+(?:${and})\\s+)`, 'iu');
  const pieces = withSuffixes(byline.split(joins));
  let names = 0;
  return pieces.flatMap((text, at) => {
    if (text === '') return [];
    const slug = at % 2 === 0 ? slugOf(text) : '';
    const isName = slug !== '' && slug.length <= longestSlug && names < mostNames;
    if (isName) names++;
    return [{ text, slug: isName ? slug : null }];
  });
}

/** The slugs of its names, each once. */
export function bylineSlugs(byline: string, lang: string): string[] {
  return [...new Set(bylineParts(byline, lang).flatMap(({ slug }) => slug ?? []))];
}

/** Names and what joins them, by turns. */
function withSuffixes(pieces: string[]): string[] {
  const whole: string[] = [];
  for (let at = 0; at < pieces.length; at += 2) {
    const [name = '', join] = pieces.slice(at, at + 2);
    const last = whole.length - 2;
    if (last >= 0 && suffix.test(name.trim()))
      whole.splice(last, 2, `${whole[last]}${whole[last + 1]}${name}`);
    else whole.push(name);
    if (join !== undefined) whole.push(join);
  }
  return whole;
}
