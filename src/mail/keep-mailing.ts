/** All that goes on about mail while the program runs: what is found, made, sent and erased. */
import type pg from 'pg';
import { findHits } from '../alerts/find-hits.ts';
import { tellWithdrawn } from '../alerts/tell-withdrawn.ts';
import type { Agency } from '../editions/edition.ts';
import { eraseOld } from '../followers/follower-store.ts';
import { makeIssues } from '../newsletters/make-issues.ts';
import { tellWithdrawnIssues } from '../newsletters/tell-withdrawn.ts';
import { type Keeping, keepDoing } from '../web/keep-doing.ts';
import type { MailSettings } from './mail-settings.ts';
import { mailSender } from './send-mails.ts';
import { openSmtpLine } from './smtp-line.ts';

type Works = {
  pool: pg.Pool;
  agency: Agency;
  publicUrl: () => string;
  clock: () => Date;
  tell: (sentence: string) => void;
};

/** @param settings null: nothing is looked for, made or sent; what is old is erased all the same. */
export function keepMailing(works: Works, settings: MailSettings | null): Keeping[] {
  const { pool, clock, tell } = works;
  const erasing = keepDoing('Erasing of old addresses', {
    everyMs: 10 * 60_000,
    work: () => eraseOld(pool, clock()),
    tell,
  });
  if (!settings) return [erasing];
  const line = openSmtpLine(settings.server);
  const send = mailSender({ ...works, settings, line });
  const keep = (what: string, everyMs: number, work: () => Promise<unknown>) =>
    keepDoing(what, { everyMs, work, tell });
  const sending = keep('Mail', 2_000, send);
  return [
    erasing,
    keep('Alerts', 3_000, () => findHits(works)),
    keep('Notices of withdrawn stories', 5_000, async () => {
      await tellWithdrawn(works);
      await tellWithdrawnIssues(works);
    }),
    keep('Newsletters', 10_000, () => makeIssues(works)),
    {
      stop: async () => {
        await sending.stop();
        line.close();
      },
    },
  ];
}
