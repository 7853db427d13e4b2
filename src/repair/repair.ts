/**
 * Puts lost spaces back into glued text: "inTehran", "todiscuss", "it.The", "of35".
 *
 * Nothing but U+0020 is ever added and nothing is taken away. What is not sure is left as it is and shown.
 */
import { repairEnglish } from './repair-english.ts';

export type RepairChange = {
  /** Of the changed piece in the text that was given, in UTF-16 units. */
  offset: number;
  before: string;
  after: string;
  /** 0 to 1. */
  confidence: number;
};

/** Something an editor should look at. */
export type RepairFlag = { offset: number; text: string; why: string };

export type Repair = {
  text: string;
  changes: RepairChange[];
  flags: RepairFlag[];
  /** False: there is no word list for the language, and the text came back untouched. */
  languageKnown: boolean;
};

type Repairer = (text: string) => Omit<Repair, 'languageKnown'>;

const repairers: Record<string, Repairer> = { en: repairEnglish };

/** Languages that can be repaired, as BCP 47 primary subtags. */
export const repairLanguages: readonly string[] = Object.keys(repairers);

/** @param language BCP 47 tag; "en-GB" counts as "en". */
export function repairText(text: string, language: string): Repair {
  const repairer = repairers[language.toLowerCase().split('-')[0] ?? ''];
  if (!repairer) return { text, changes: [], flags: [], languageKnown: false };
  return { ...repairer(text), languageKnown: true };
}
