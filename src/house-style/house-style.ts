/**
 * The house's way of writing, by language: quotes, dashes, spaces, letters that look alike, words spelled one way. Offered,
 * never done by itself. The rules are in language-rules.ts. Pure.
 */
import { type QuoteStyle, type Rule, rulesOf } from './language-rules.ts';

export type StyleRule =
  | 'quotes'
  | 'apostrophe'
  | 'dash'
  | 'ellipsis'
  | 'spaces'
  | 'letters'
  | 'joiner'
  | 'punctuation'
  | 'digits'
  | 'doubled'
  | 'spelling';

/** One thing that the house writes otherwise. `at` counts UTF-16 units in the text. */
export type StyleOffer = { at: number; before: string; after: string; rule: StyleRule };

/** Words that the house spells one way, beside the rules of the language. */
export type Spelling = { before: string; after: string };

/** How the house writes one language. What is not said is as the language has it. */
export type LanguageStyle = {
  /** Rules that it does not go by. */
  off?: readonly StyleRule[];
  quotes?: QuoteStyle | null;
  spellings?: readonly Spelling[];
};

/** Addresses and program text are written as they are. A word is looked at once, from where it begins. */
const untouched = /\b(?:https?:\/\/|www\.)\S+|(?<!\S)[^\s@]+@[^\s@]+\.\S+/gi;

/** In the order of the text; where two would change the same letters the first stands. */
export function styleOffers(text: string, lang: string, style: LanguageStyle = {}): StyleOffer[] {
  const { off = [], quotes = null, spellings = [] } = style;
  const closed = Array.from(
    text.matchAll(untouched),
    (found) => [found.index, found.index + found[0].length] as const,
  );
  const rules = [...rulesOf(lang, quotes), ...spellings.map(spelled)].filter(
    ({ rule }) => !off.includes(rule),
  );
  const offers: StyleOffer[] = [];
  for (const { rule, find, put } of rules)
    for (const found of text.matchAll(find)) {
      const before = found[0];
      const after = put(...found);
      if (after !== before) offers.push({ at: found.index, before, after, rule });
    }
  offers.sort((a, b) => a.at - b.at);
  let end = 0;
  let next = 0;
  return offers.filter(({ at, before }) => {
    while ((closed[next]?.[1] ?? Infinity) <= at) next++;
    const free = at >= end && at + before.length <= (closed[next]?.[0] ?? Infinity);
    if (free) end = at + before.length;
    return free;
  });
}

/** A whole word, as it is spelled: a name's capital counts. */
function spelled({ before, after }: Spelling): Rule {
  const word = before.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return {
    rule: 'spelling',
    find: new RegExp(`(?<![\\p{L}\\p{M}\u200c])${word}(?![\\p{L}\\p{M}\u200c])`, 'gu'),
    put: () => after,
  };
}
