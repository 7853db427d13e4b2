/** A question as each edition's language reads it: what to ask the database, and what to mark in a text. */
import type { Client } from '../stories/story-store.ts';
import type { Question } from './question.ts';
import { readStems, type StemOf } from './stems.ts';
import {
  isOnlyCommon,
  type ReadQuestion,
  type ReadTerm,
  readIn,
  textQuery,
  widenedTerm,
  wordsOfQuestion,
} from './text-query.ts';

export type Reading = {
  lang: string;
  terms: ReadQuestion;
  stemOf: StemOf;
  /** The tsquery; null: nothing is asked for in words. */
  query: string | null;
  /** The same with the last word standing for those that begin with it; null: it cannot. */
  widened: string | null;
  widenedTerm: ReadTerm | null;
  /** Whether all words are such that nearly every story has. */
  isCommon: boolean;
};

export async function readQuestionIn(db: Client, langs: string[], question: Question): Promise<Reading[]> {
  const readings: Reading[] = [];
  for (const lang of langs) {
    const terms = readIn(lang, question);
    const stemOf = await readStems(db, lang, wordsOfQuestion(terms));
    const term = widenedTerm(terms);
    readings.push({
      lang,
      terms,
      stemOf,
      query: textQuery(terms, stemOf),
      widened: term && textQuery(terms, stemOf, true),
      widenedTerm: term,
      isCommon: terms.length > 0 && isOnlyCommon(terms, stemOf),
    });
  }
  return readings;
}
