/** Forms of a sentence that counts something, by the plural rules of its language (CLDR, through Intl.PluralRules). */

/** `{n}`: the number in the language's digits; a form may say the number in words and have none. */
export type Counted = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>;

/** The categories that each language with a catalogue has; `catalogues.test.ts` holds them to Intl's own. */
export const pluralCategories = {
  en: ['one', 'other'],
  fa: ['one', 'other'],
  fr: ['one', 'many', 'other'],
  ar: ['zero', 'one', 'two', 'few', 'many', 'other'],
  ru: ['one', 'few', 'many', 'other'],
  es: ['one', 'many', 'other'],
} as const satisfies Record<string, readonly Intl.LDMLPluralRule[]>;

export type CatalogueLang = keyof typeof pluralCategories;

/** Words as one language must have them: every sentence that counts, however deep, has each form the language has. */
export type In<L extends CatalogueLang, T> = T extends Counted
  ? Counted & Record<(typeof pluralCategories)[L][number], string>
  : T extends (...args: never[]) => unknown
    ? T
    : T extends object
      ? { [Name in keyof T]: In<L, T[Name]> }
      : T;

/** The form for a number. */
export function formFor(tag: string, value: number, forms: Counted): string {
  return forms[rulesOf(tag).select(value)] ?? forms.other;
}

const kept = new Map<string, Intl.PluralRules>();

function rulesOf(tag: string): Intl.PluralRules {
  const there = kept.get(tag);
  if (there) return there;
  const made = new Intl.PluralRules(tag);
  kept.set(tag, made);
  return made;
}
