/**
 * The rules of each language's writing: what is found, what is put in its place. Pure.
 *
 * Sources: the Chicago Manual (English quotes and dashes), the Lexique of the Imprimerie nationale (French spaces and
 * guillemets), the orthography of the Academy of Persian Language and Literature (joiners, letters, punctuation).
 */
import type { StyleRule } from './house-style.ts';

export type Rule = { rule: StyleRule; find: RegExp; put: (...found: string[]) => string };

const doubleSpace: Rule = { rule: 'spaces', find: /(?<=\S)[ ]{2,}(?=\S)/g, put: () => ' ' };
const ellipsis: Rule = { rule: 'ellipsis', find: /(?<!\.)\.{3}(?!\.)/g, put: () => '…' };
const apostrophe: Rule = { rule: 'apostrophe', find: /(?<=\p{L})'(?=\p{L})/gu, put: () => '’' };
/** A hyphen between spaces stands for a dash; two of them anywhere do. */
const dash: Rule = { rule: 'dash', find: /(?<=\S) -{1,2} (?=\S)/g, put: () => ' – ' };

/** A word said twice, the second time in small letters: a name may be two alike. */
const doubled: Rule = {
  rule: 'doubled',
  find: /(?<![\p{L}\p{M}\p{N}'’-])(\p{L}+) +(\1)(?![\p{L}\p{M}\p{N}'’-])/giu,
  put: (whole, first, second = '') => (second === second.toLowerCase() ? (first ?? '') : (whole ?? '')),
};
const spaceBeforeMark: Rule = {
  rule: 'spaces',
  find: /(?<=[\p{L}\p{N}”’")]) +(?=[,;:.!?](?:\s|$))/gu,
  put: () => '',
};

const narrow = '\u202f';
const joiner = '\u200c';

const eastern: Rule[] = [
  { rule: 'punctuation', find: /(?<=[\p{Script=Arabic}»"]),/gu, put: () => '،' },
  { rule: 'punctuation', find: /(?<=[\p{Script=Arabic}»"]);/gu, put: () => '؛' },
  { rule: 'punctuation', find: /(?<=[\p{Script=Arabic}»"])\?/gu, put: () => '؟' },
  { rule: 'spaces', find: /(?<=\p{Script=Arabic}) +(?=[،؛؟!.:])/gu, put: () => '' },
];

/** Numbers in Latin or Arabic figures, with their points; what stands in a Latin word, an hour or an address is left. */
const persianDigits: Rule = {
  rule: 'digits',
  find: /(?<![\p{Script=Latin}\p{N}.,:/@#_+-])[\d٠-٩]+(?:[.,٫٬][\d٠-٩]+)*(?![\p{Script=Latin}\p{N}:/@_+-]|[.,][\p{Script=Latin}\p{N}])/gu,
  put: (number = '') =>
    number
      .replace(/[\d٠-٩]/g, (digit) => String.fromCharCode(0x6f0 + (digit.charCodeAt(0) & 0xf)))
      .replace(/,(?=[۰-۹]{3}(?![۰-۹]))/g, '٬')
      .replace(/^([۰-۹٬]+)\.([۰-۹]+)$/, '$1٫$2'),
};

/** Marks of a quotation, spaces within them included. */
export type QuoteStyle = 'double' | 'single' | 'angle';
type Marks = { open: string; close: string };

const marks = {
  double: { open: '“', close: '”' },
  single: { open: '‘', close: '’' },
  angle: { open: '«', close: '»' },
  spacedAngle: { open: `«${narrow}`, close: `${narrow}»` },
} satisfies Record<string, Marks>;

/** The quotes that a language may be written with; its usual ones first. */
const quotes: Record<string, Partial<Record<QuoteStyle, Marks>>> = {
  en: { double: marks.double, single: marks.single },
  fr: { angle: marks.spacedAngle, double: marks.double },
  fa: { angle: marks.angle, double: marks.double },
  ar: { angle: marks.angle, double: marks.double },
};

const rules: Record<string, Rule[]> = {
  en: [apostrophe, dash, ellipsis, spaceBeforeMark, doubleSpace, doubled],
  fr: [
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
    ...eastern,
    persianDigits,
    ellipsis,
    doubleSpace,
  ],
  ar: [
    {
      rule: 'letters',
      find: /(?<!\p{Script=Arabic})\p{Script=Arabic}*[یک]\p{Script=Arabic}*/gu,
      put: (word = '') => word.replaceAll('ی', 'ي').replaceAll('ک', 'ك'),
    },
    ...eastern,
    doubleSpace,
  ],
};

/** BCP 47 primary subtag. */
export function primaryOf(lang: string): string {
  return lang.toLowerCase().split('-')[0] ?? '';
}

/** The first are the language's usual ones; none: its quotes are left as they are. */
export function quoteStylesOf(lang: string): QuoteStyle[] {
  return Object.keys(quotes[primaryOf(lang)] ?? {}) as QuoteStyle[];
}

/** Names of the rules that a language has, each once. */
export function ruleNamesOf(lang: string): StyleRule[] {
  return [...new Set(rulesOf(lang, null).map(({ rule }) => rule))];
}

/** `chosen`: the house's quotes; null, or none of the language's: its usual ones. */
export function rulesOf(lang: string, chosen: QuoteStyle | null): Rule[] {
  const language = primaryOf(lang);
  return [...quoteRules(quotes[language] ?? {}, chosen), ...(rules[language] ?? [doubleSpace])];
}

function quoteRules(styles: Partial<Record<QuoteStyle, Marks>>, chosen: QuoteStyle | null): Rule[] {
  const [usual] = Object.values(styles);
  const wanted = (chosen && styles[chosen]) || usual;
  if (!usual || !wanted) return [];
  const put = (_whole?: string, inner = '') => `${wanted.open}${inner.trim()}${wanted.close}`;
  const straight: Rule = { rule: 'quotes', find: /"([^"\n]+)"/g, put };
  if (wanted === usual) return [straight];
  // The usual marks are put into the house's own, but for those that hold a quotation within: an editor decides there.
  const [open, close] = [usual.open.trim(), usual.close.trim()];
  const find = new RegExp(`${open}([^"“”‘«»\\n]+)${close}`, 'gu');
  return [straight, { rule: 'quotes', find, put }];
}
