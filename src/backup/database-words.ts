/** Small pieces of SQL that a snapshot and a restore share. */
import pg from 'pg';
import type { Client } from '../stories/story-store.ts';

/** A name as an identifier, quoted. */
export const identifier = pg.escapeIdentifier;

/** For the rest of the session, no time limit that somebody set for short statements; and every row or an error. */
export async function endlessly(db: Client): Promise<void> {
  await db.query(
    `select set_config(name, case name when 'row_security' then 'off' else '0' end, false) from pg_settings
     where name in ('statement_timeout', 'transaction_timeout', 'idle_in_transaction_session_timeout', 'lock_timeout', 'row_security')`,
  );
}
