/** What is kept no longer than the agency says: addresses of both kinds, what nobody will ever show, tries. */
import type pg from 'pg';
import { readCommentRules } from './comment-setting.ts';
import { forgetRareWords } from './likeness.ts';

/** Rows of one statement: none of them holds anybody up. */
const atOnce = 1_000;

/** Done every so often while the program runs; many processes may do it at once. */
export async function forgetComments(pool: pg.Pool, now: Date): Promise<void> {
  const { keepDays } = await readCommentRules(pool);
  const before = new Date(now.getTime() - keepDays * 86_400_000);
  await pool.query('delete from comment_contacts where given_at < $1', [before]);
  await pool.query('delete from comment_bans where until < $1', [now]);
  await pool.query('delete from comment_tries where since < $1', [new Date(now.getTime() - 3_600_000)]);
  await forgetKeys(pool, before.toISOString().slice(0, 10));
  // One that was answered stays: its answers name it.
  await bitByBit(() =>
    pool.query(
      `delete from comments where id in (select id from comments
         where state in ('rejected', 'banned', 'removed') and not shown and sent_at < $1
           and not exists (select from comments as answer where answer.parent_id = comments.id)
         order by id limit $2 for update skip locked)`,
      [before, atOnce],
    ),
  );
  await forgetRareWords(pool);
}

/** Keys of days before this one, and with each what was hashed under it: from then on nobody can tell an address from its hash. */
async function forgetKeys(pool: pg.Pool, day: string): Promise<void> {
  await pool.query('delete from comment_keys where day < $1', [day]);
  await bitByBit(() =>
    pool.query(
      `update comments set address_hash = null where id in (select id from comments
         where address_hash is not null and sent_at < $1::timestamp at time zone 'UTC' limit $2 for update skip locked)`,
      [day, atOnce],
    ),
  );
}

async function bitByBit(work: () => Promise<{ rowCount: number | null }>): Promise<void> {
  for (let done = atOnce; done === atOnce; ) done = (await work()).rowCount ?? 0;
}
