/** A code of an authenticator app signs in once: whoever looked over a shoulder comes too late (RFC 6238, 5.2). */
import type { Client } from '../stories/story-store.ts';

/** A code counts for its half minute and the two beside it. */
const codeSeconds = 120;

/**
 * Two that bring one code at once wait for each other here.
 * @returns false where it was used before.
 */
export async function spendCode(
  db: Client,
  { personId, codeHash, now }: { personId: string; codeHash: string; now: Date },
): Promise<boolean> {
  const over = new Date(now.getTime() - codeSeconds * 1_000);
  await db.query('delete from spent_codes where person_id = $1 and spent_at < $2', [personId, over]);
  const { rowCount } = await db.query(
    'insert into spent_codes (person_id, code_hash, spent_at) values ($1, $2, $3) on conflict do nothing',
    [personId, codeHash, now],
  );
  return rowCount === 1;
}
