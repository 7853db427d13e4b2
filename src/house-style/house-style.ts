/**
 * The house's way of writing, by language: quotes, dashes, spaces, letters that look alike, words spelled one way. Offered,
 * never done by itself. Pure.
 *
 * Sources: the Chicago Manual (English quotes and dashes), the Lexique of the Imprimerie nationale (French spaces and
 * guillemets), the orthography of the Academy of Persian Language and Literature (joiners, letters, punctuation).
 */

export type StyleRule =
  | 'quotes'
  | 'apostrophe'
  | 'dash'
  | 'ellipsis'
  | 'spaces'
  | 'letters'
  | 'joiner'
  | 'punctuation'
  | 'spelling';

/** One thing that the house writes otherwise. `at` counts UTF-16 units in the text. */
export type StyleOffer = { at: number; before: string; after: string; rule: StyleRule };

/** Words that the house spells one way, beside the rules of the language. */
export type Spelling = { before: string; after: string };

type Rule = { rule: StyleRule; find: RegExp; put: (...found: string[]) => string };

const doubleSpace: Rule = { rule: 'spaces', find: /(?<=\S)[ ]{2,}(?=\S)/g, put: () => ' ' };
const ellipsis: Rule = { rule: 'ellipsis', find: /(?<!\.)\.{3}(?!\.)/g, put: () => '…' };
const apostrophe: Rule = { rule: 'apostrophe', find: /(?<=\p{L})'(?=\p{L})/gu, put: () => '’' };
/** A hyphen between spaces stands for a dash; two of them anywhere do. */
const dash: Rule = { rule: 'dash', find: /(?<=\S) -{1,2} (?=\S)/g, put: () => ' – ' };
const quoted = (open: string, close: string): Rule => ({
  rule: 'quotes',
  find: /"([^"\n]+)"/g,
  put: (_whole, inner = '') => `${open}${inner.trim()}${close}`,
});

const narrow = '\u202f';
const joiner = '\u200c';

const eastern: Rule[] = [
  { rule: 'punctuation', find: /(?<=[\p{Script=Arabic}»"]),/gu, put: () => '،' },
  { rule: 'punctuation', find: /(?<=[\p{Script=Arabic}»"]);/gu, put: () => '؛' },
  { rule: 'punctuation', find: /(?<=[\p{Script=Arabic}»"])\?/gu, put: () => '؟' },
  { rule: 'spaces', find: /(?<=\p{Script=Arabic}) +(?=[،؛؟!.:])/gu, put: () => '' },
];

const rules: Record<string, Rule[]> = {
  en: [quoted('“', '”'), apostrophe, dash, ellipsis, doubleSpace],
  fr: [
    quoted(`«${narrow}`, `${narrow}»`),
    apostrophe,
    dash,
    ellipsis,
    {
      rule: 'spaces',
      find: /(?<=[\p{L}\p{N}»”")]) ?([;!?])(?=\s|$)/gu,
      put: (_whole, mark = '') => `${narrow}${mark}`,
    },
    doubleSpace,
  ],
  fa: [
    // Whole words at a time: half a word is no offer.
    {
      rule: 'letters',
      find: /(?<![\p{Script=Arabic}\u200c])[\p{Script=Arabic}\u200c]*[يك][\p{Script=Arabic}\u200c]*/gu,
      put: (word = '') => word.replaceAll('ي', 'ی').replaceAll('ك', 'ک'),
    },
    {
      rule: 'joiner',
      find: /(?<![\p{L}\u200c])(ن?می) (?=\p{Script=Arabic}{2})/gu,
      put: (_whole, prefix = '') => `${prefix}${joiner}`,
    },
    {
      rule: 'joiner',
      find: /(?<=\p{Script=Arabic}{2}) (ها|های|هایی)(?![\p{L}\u200c])/gu,
      put: (_whole, ending = '') => `${joiner}${ending}`,
    },
    quoted('«', '»'),
    ...eastern,
    ellipsis,
    doubleSpace,
  ],
  ar: [
    {
      rule: 'letters',
      find: /(?<!\p{Script=Arabic})\p{Script=Arabic}*[یک]\p{Script=Arabic}*/gu,
      put: (word = '') => word.replaceAll('ی', 'ي').replaceAll('ک', 'ك'),
    },
    quoted('«', '»'),
    ...eastern,
    doubleSpace,
  ],
};

/** Addresses and program text are written as they are. A word is looked at once, from where it begins. */
const untouched = /\b(?:https?:\/\/|www\.)\S+|(?<!\S)[^\s@]+@[^\s@]+\.\S+/gi;

/** In the order of the text; where two would change the same letters the first stands. */
export function styleOffers(text: string, lang: string, spellings: readonly Spelling[] = []): StyleOffer[] {
  const closed = Array.from(
    text.matchAll(untouched),
    (found) => [found.index, found.index + found[0].length] as const,
  );
  const language = lang.toLowerCase().split('-')[0] ?? '';
  const offers: StyleOffer[] = [];
  for (const { rule, find, put } of [...(rules[language] ?? [doubleSpace]), ...spellings.map(spelled)])
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
