/** The words that the house spells one way, by language, as a setting. */
import { readSetting, type Setting, type Unfit, writeSetting } from '../editions/setting.ts';
import { oneLine } from '../stories/clean-fields.ts';
import type { Client } from '../stories/story-store.ts';
import type { Spelling } from './house-style.ts';
import { primaryOf } from './language-rules.ts';

/** By BCP 47 primary subtag. */
export type Spellings = Record<string, Spelling[]>;

export function readAllSpellings(db: Client): Promise<Spellings> {
  return readSetting(db, 'spellings', {});
}

export async function readSpellings(db: Client, lang: string): Promise<Spelling[]> {
  return (await readAllSpellings(db))[primaryOf(lang)] ?? [];
}

export const spellingSetting: Setting<Spellings> = {
  name: 'spellings',
  what: 'settings.spellings-changed',
  read: readAllSpellings,
  cleaned: (asked) =>
    Object.fromEntries(
      Object.entries(asked).map(([lang, list]) => [
        lang,
        list.map(({ before, after }) => ({ before: oneLine(before), after: oneLine(after) })),
      ]),
    ),
  whyNot: (after) => Object.entries(after).flatMap(([lang, list]) => whyNotList(lang, list)),
  write: (db, after) => writeSetting(db, 'spellings', after),
};

function whyNotList(lang: string, list: Spellings[string]): Unfit[] {
  const befores = list.map(({ before }) => before);
  return [
    ...list
      .filter(({ before, after }) => before === '' || after === '' || before === after)
      .map(({ before }) => ({
        en: `“${before}” (${lang}) needs another spelling beside it.`,
        fa: `«${before}» (${lang}) املای دیگری در کنار خود می‌خواهد.`,
      })),
    ...list
      .filter(({ after }) => befores.includes(after))
      .map(({ after }) => ({
        en: `“${after}” (${lang}) is on both sides: one spelling is the house’s.`,
        fa: `«${after}» (${lang}) در هر دو سو هست: تنها یک املا از آن این تحریریه است.`,
      })),
  ];
}
