/** What somebody may call himself. Saves, notes and acts are signed with names, so nobody takes another's. */
import type { Client } from '../stories/story-store.ts';
import { type PeopleResult, refusePeople } from './people-refusal.ts';

/** A name as it looks: without what no eye sees, in one letter case, and with one of two letters that look alike. */
export function lookOf(name: string): string {
  const letters = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]|\p{Default_Ignorable_Code_Point}/gu, '')
    .replaceAll('ي', 'ی')
    .replaceAll('ك', 'ک');
  return letters || name;
}

/**
 * Refuses a name that somebody gives himself and that another has, who may have signed with it. What an administrator
 * calls people is his to know: there are two of one name.
 * @param self his id; null: he is no person yet.
 */
export async function refuseTaken<T>(
  db: Client,
  { name, self }: { name: string; self: string | null },
): Promise<PeopleResult<T> | null> {
  const { rows } = await db.query<{ name: string }>('select name from people where id is distinct from $1', [
    self,
  ]);
  const look = lookOf(name);
  return rows.some((other) => lookOf(other.name) === look)
    ? refusePeople({ kind: 'name-taken', name })
    : null;
}
