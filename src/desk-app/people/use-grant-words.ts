/** A grant in words: "editor · sports · fa". */
import type { Grant } from '../api/people-api.ts';
import { useWords } from '../words/WordsContext.tsx';
import { useRoleName } from './use-role-name.ts';

export function useGrantWords(): (grant: Grant) => string {
  const { w } = useWords();
  const roleName = useRoleName();
  return ({ role, desk, lang }) =>
    [roleName(role), desk ?? w.people.everyDesk, lang ?? w.people.everyLang].join(' · ');
}
