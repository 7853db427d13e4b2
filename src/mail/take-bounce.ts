/** Takes in a mail that came back to a return path. Only the token in that path says which mail of ours it was. */

import type pg from 'pg';
import { inTransaction } from '../record/transaction.ts';
import { isHard, noteBounce } from './bounce-store.ts';
import { coveredAddress } from './mail-address.ts';
import { findSentMail } from './mail-store.ts';
import { readMailSecret, readToken } from './mail-token.ts';
import { readReport } from './read-report.ts';

export type TakenBounce =
  | { kind: 'noted'; hard: boolean; status: string; covered: string }
  /** It is no report of a failure: nothing is to be done. */
  | { kind: 'no-failure' }
  /** Forged, for somebody else, or about a mail that is forgotten: nothing was changed. */
  | { kind: 'unknown' };

/** @param to the address that it was delivered to, where the mail server tells; else the mail's own headers are looked at. */
export async function takeBounce(
  pool: pg.Pool,
  { bytes, to }: { bytes: Buffer; to: string | null },
  now: Date,
): Promise<TakenBounce> {
  const report = await readReport(bytes);
  if (!report) return { kind: 'unknown' };
  const secret = await readMailSecret(pool);
  const ids = (to === null ? report.to : [to]).flatMap((address) => {
    const word = /([0-9a-z]+-[0-9a-f]{32})@/i.exec(address)?.[1];
    return word ? (readToken(secret, 'bounce', word) ?? []) : [];
  });
  const [id] = ids;
  if (id === undefined) return { kind: 'unknown' };
  const { failure } = report;
  if (!failure) return { kind: 'no-failure' };
  return inTransaction(pool, async (db): Promise<TakenBounce> => {
    const mail = await findSentMail(db, id);
    if (!mail) return { kind: 'unknown' };
    const covered = mail.address ? coveredAddress(mail.address) : '…';
    const hard = isHard(failure.status);
    await db.query(`update mails set state = 'bounced' where id = $1`, [id]);
    await noteBounce(db, { ...mail, covered }, { hard, ...failure }, now);
    return { kind: 'noted', hard, status: failure.status, covered };
  });
}
