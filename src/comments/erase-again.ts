/** Erases what was erased before and is there again, because an older backup was put back, and keeps the wishes that it had not heard of. */
import type pg from 'pg';
import { byProgram, writeAudit } from '../people/audit.ts';
import { inTransaction } from '../record/transaction.ts';
import type { Client } from '../stories/story-store.ts';
import { type Erasure, type Ledger, ledgerIn, readLedger } from './erasure-ledger.ts';
import { eraseComments } from './person-requests.ts';
import { keepAddressWishes } from './unasked-store.ts';

/** Comments that are looked for with one statement. */
const atOnce = 10_000;

/** In the caller's transaction. @returns the numbers of the comments that were there again. */
export async function eraseAgain(db: Client, erasures: readonly Erasure[], now: Date): Promise<number[]> {
  const ids: number[] = [];
  for (let from = 0; from < erasures.length; from += atOnce) {
    const some = erasures.slice(from, from + atOnce);
    const { rows } = await db.query<{ id: number }>(
      `select distinct comments.id from comments
         join unnest($1::bigint[], $2::timestamptz[]) as erased (id, sent_at) on erased.id = comments.id
           and erased.sent_at = date_trunc('milliseconds', comments.sent_at)
       where state <> 'removed'`,
      [some.map(({ comment }) => comment), some.map(({ sentAt }) => sentAt)],
    );
    ids.push(...rows.map(({ id }) => id));
  }
  if (ids.length === 0) return [];
  await eraseComments(db, ids, { by: byProgram, now });
  await writeAudit(db, {
    by: byProgram,
    what: 'comment.erased',
    about: { comments: ids, again: true },
    at: now,
  });
  return ids;
}

/** Before the program serves: a database may have been put back by other means than ours. @returns what is to be said of it. */
export async function eraseWhatCameBack(pool: pg.Pool, dataDir: string, now: Date): Promise<string[]> {
  const file = ledgerIn(dataDir);
  const ledger = readLedger(file);
  if (ledger.wishes.length > 0) await keepAddressWishes(pool, ledger.wishes);
  const again =
    ledger.erasures.length === 0
      ? []
      : await inTransaction(pool, (db) => eraseAgain(db, ledger.erasures, now));
  return sayErased(again.length, [[file, ledger]]);
}

/** Sentences; none where nothing came back and all could be read. */
export function sayErased(again: number, ledgers: readonly (readonly [file: string, Ledger])[]): string[] {
  const unread = ledgers.filter(([, ledger]) => ledger.unread.length > 0);
  return [
    ...(again === 0
      ? []
      : [`Erased again, as their writers had asked: ${again === 1 ? 'one comment' : `${again} comments`}.`]),
    ...unread.map(([file, ledger]) => `${file} cannot be read in line ${ledger.unread.join(', ')}.`),
  ];
}
