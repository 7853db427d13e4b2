/** Another spelling for a question that found little: offered, never asked by itself. */
import type { Client } from '../stories/story-store.ts';
import type { Question, Term } from './question.ts';
import type { Reading } from './read-question.ts';
import { findAlike } from './spelling-store.ts';

/** Words that others are looked for: a question with more of them is no slip. */
const mostOffered = 5;

/** The question with words that there are in place of those that no headline or lead has; null: nothing is like them. */
export async function offerSpelling(
  db: Client,
  { lang, terms }: Reading,
  question: Question,
): Promise<string | null> {
  const unsure = terms
    .flat()
    .filter((term) => isUnsure(term) && term.words.length === 1)
    .slice(0, mostOffered);
  const words = unsure.map((term) => term.words[0]?.word ?? '');
  const alike = await findAlike(db, lang, words);
  const instead = new Map(unsure.map((term, at) => [term.text, alike[at] ?? null]));
  if (alike.every((one) => one === null)) return null;
  return question.groups
    .map((group) => group.map((term) => said(term, isUnsure(term) ? (instead.get(term.text) ?? null) : null)))
    .map((group) => group.join(' OR '))
    .join(' ');
}

/** Who quotes, or leaves out, means what is written. */
function isUnsure({ exact, not, prefix }: Term): boolean {
  return !exact && !not && !prefix;
}

/** A term as its reader would write it. */
function said({ text, exact, prefix, not }: Term, instead: string | null): string {
  return `${not ? '-' : ''}${exact ? `"${text}"` : (instead ?? text)}${prefix ? '*' : ''}`;
}
