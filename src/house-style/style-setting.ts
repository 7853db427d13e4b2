/** By which rules the house writes each language, as a setting. */
import { readSetting, type Setting, writeSetting } from '../editions/setting.ts';
import type { Client } from '../stories/story-store.ts';
import type { LanguageStyle, StyleRule } from './house-style.ts';
import { primaryOf, type QuoteStyle, quoteStylesOf, ruleNamesOf } from './language-rules.ts';
import { readSpellings } from './spelling-setting.ts';

/** By BCP 47 primary subtag; a language that is not there is written as it usually is. `quotes` null: its usual ones. */
export type HouseStyle = Record<string, { off: StyleRule[]; quotes: QuoteStyle | null }>;

function readHouseStyle(db: Client): Promise<HouseStyle> {
  return readSetting(db, 'house-style', {});
}

/** All that the house wants of a language: its rules, its quotes, its spellings. */
export async function readStyleOf(db: Client, lang: string): Promise<LanguageStyle> {
  const style = (await readHouseStyle(db))[primaryOf(lang)];
  return { ...style, spellings: await readSpellings(db, lang) };
}

export const styleSetting: Setting<HouseStyle> = {
  name: 'house-style',
  what: 'settings.house-style-changed',
  read: readHouseStyle,
  cleaned: (asked) =>
    Object.fromEntries(
      Object.entries(asked)
        .map(([lang, { off, quotes }]) => [lang, { off: [...new Set(off)].sort(), quotes }] as const)
        .filter(([, { off, quotes }]) => off.length > 0 || quotes !== null),
    ),
  whyNot: (after) =>
    Object.entries(after).flatMap(([lang, { off, quotes }]) => [
      ...off
        .filter((rule) => !ruleNamesOf(lang).includes(rule))
        .map((rule) => ({
          en: `There is no rule “${rule}” for the language “${lang}”.`,
          fa: `زبان «${lang}» قاعده‌ای به نام «${rule}» ندارد.`,
        })),
      ...(quotes === null || quoteStylesOf(lang).includes(quotes)
        ? []
        : [
            {
              en: `The language “${lang}” is not written with quotes of the kind “${quotes}”.`,
              fa: `زبان «${lang}» با نشان نقل‌قول «${quotes}» نوشته نمی‌شود.`,
            },
          ]),
    ]),
  write: (db, after) => writeSetting(db, 'house-style', after),
};
