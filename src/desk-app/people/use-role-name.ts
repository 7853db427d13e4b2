/** What a role is called at this desk: the house's name for it in the person's language, or the desk's own. */
import { useQuery } from '@tanstack/react-query';
import type { Role } from '../../people/policy.ts';
import { setupQuery } from '../api/session.ts';
import { useWords } from '../words/WordsContext.tsx';

export function useRoleName(): (role: Role) => string {
  const { w, lang } = useWords();
  const { data: setup } = useQuery(setupQuery);
  return (role) => setup?.roleNames[role]?.[lang] ?? w.roles[role];
}
