/** A grant in words: "editor · sports · fa". */
import type { Grant } from '../api/people-api.ts';
import type { Words } from '../words/words.ts';

export function grantWords(w: Words, { role, desk, lang }: Grant): string {
  return [w.roles[role], desk ?? w.people.everyDesk, lang ?? w.people.everyLang].join(' · ');
}
