/** A few words for each rule of a language, as people type them: what the rule does to them shows what it is. Pure. */
import { type LanguageStyle, type StyleRule, styleOffers } from './house-style.ts';
import { primaryOf } from './language-rules.ts';

const typed: Record<string, Partial<Record<StyleRule, string>>> = {
  en: {
    quotes: 'said "no"',
    apostrophe: "the mayor's",
    dash: 'here - there',
    ellipsis: 'and left...',
    spaces: 'two  spaces , here',
    doubled: 'said that that',
  },
  fr: {
    quotes: 'dit "non"',
    apostrophe: "l'agence",
    dash: 'ici - là',
    ellipsis: 'et partit...',
    spaces: 'vraiment ?',
  },
  fa: {
    quotes: 'گفت "نه"',
    letters: 'كتاب علي',
    joiner: 'می رود، کتاب ها',
    punctuation: 'کجا رفت?',
    spaces: 'چرا ، او',
    digits: 'در 2026',
    ellipsis: 'و رفت...',
  },
  ar: { quotes: 'قال "لا"', letters: 'کتاب', punctuation: 'أين ذهب?', spaces: 'لماذا ، هو' },
};

/** The words as they are typed, and as the rule alone would have them. Null: the language has no such rule. */
export function exampleOf(
  lang: string,
  rule: StyleRule,
  style: LanguageStyle = {},
): { before: string; after: string } | null {
  const before = typed[primaryOf(lang)]?.[rule] ?? (rule === 'spaces' ? 'a  b' : undefined);
  if (before === undefined) return null;
  const offers = styleOffers(before, lang, { ...style, off: [] }).filter((one) => one.rule === rule);
  if (offers.length === 0) return null;
  const after = offers.reduceRight(
    (text, offer) => text.slice(0, offer.at) + offer.after + text.slice(offer.at + offer.before.length),
    before,
  );
  return { before, after };
}
