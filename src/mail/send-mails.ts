/**
 * Sends the mails that wait. Each is taken by one process alone, sent, and then noted as sent. A process that ends between
 * the last two leaves the mail taken; when its time is over another sends it again: a reader may then get it twice, under
 * one Message-ID, and never not at all. The other way round a crash would lose news, and nobody would know.
 */
import type pg from 'pg';
import { unaskedHash } from '../comments/never-ask.ts';
import { isUnasked } from '../comments/unasked-store.ts';
import type { Agency } from '../editions/edition.ts';
import { inTransaction } from '../record/transaction.ts';
import { isGivenUp, isHard, noteBounce } from './bounce-store.ts';
import { composeMail } from './compose-mail.ts';
import { coveredAddress } from './mail-address.ts';
import { mailHtml } from './mail-document.tsx';
import { headersOf, messageIdOf, returnPathOf } from './mail-headers.ts';
import { mailPlain } from './mail-plain.ts';
import type { MailSettings } from './mail-settings.ts';
import {
  endMail,
  noteAlertHits,
  noteIssueStories,
  putBack,
  type TakenMail,
  takeMails,
} from './mail-store.ts';
import { keyedHash, type MailSecret, readMailSecret } from './mail-token.ts';
import { linesAtOnce, type OutgoingMail, type SendOutcome, type SmtpLine } from './smtp-line.ts';

export type SendDeps = {
  pool: pg.Pool;
  agency: Agency;
  publicUrl: () => string;
  settings: MailSettings;
  line: SmtpLine;
  clock: () => Date;
  /** Hears, once, that the server does not take our mail, and that it does again. */
  tell: (sentence: string) => void;
};

/** Pauses between tries, in minutes: from one to twelve hours, for three days in all; then a mail is given up. */
const pauses = [1, 5, 15, 60, 180, 360, 720, 720, 720, 720, 720];
const givenUpAfterMs = 3 * 86_400_000;

/** Sends until none is due, or the minute's measure is full, or the server is closed. @returns how many were sent. */
export function mailSender(deps: SendDeps): () => Promise<number> {
  let closed = { until: 0, times: 0 };
  return async () => {
    for (let sent = 0; ; ) {
      const now = deps.clock();
      if (now.getTime() < closed.until) return sent;
      const { aMinute } = deps.settings;
      const taken = await inTransaction(deps.pool, (db) =>
        takeMails(db, { limit: linesAtOnce, aMinute, now }),
      );
      if (taken.length === 0) return sent;
      const ended = await Promise.all(taken.map((mail) => sendOne(deps, mail)));
      sent += ended.filter((one) => one?.kind === 'sent').length;
      const shut = ended.find((one) => one?.kind === 'closed');
      if (shut?.kind === 'closed') {
        const waitMs = Math.min(5_000 * 2 ** closed.times, 300_000);
        if (closed.times === 0) deps.tell(`Mail: waits, for the mail server says: ${shut.said}`);
        closed = { until: deps.clock().getTime() + waitMs, times: closed.times + 1 };
      } else if (closed.times > 0) {
        deps.tell('Mail: goes out again.');
        closed = { until: 0, times: 0 };
      }
    }
  };
}

/** @returns what the server made of it; null: there was nothing to send. */
async function sendOne(deps: SendDeps, mail: TakenMail): Promise<SendOutcome | null> {
  const { pool, line, clock } = deps;
  const secret = await readMailSecret(pool);
  const hash = keyedHash(secret, 'address', mail.address);
  const ready = await prepare(deps, mail, secret, hash);
  if (!ready) {
    await inTransaction(pool, async (db) => {
      await endMail(db, mail.id, 'dropped', hash, clock());
      await noteAlertHits(db, mail.id, [], clock());
    });
    return null;
  }
  const outcome = await line.send(ready.outgoing);
  await noteOutcome(deps, mail, hash, ready.shown, outcome);
  return outcome;
}

/** The mail as it goes out, or null where nothing is to be sent: it says nothing any more, or its address is given up, or wants none of it. */
async function prepare(
  { pool, agency, publicUrl, settings, clock }: SendDeps,
  mail: TakenMail,
  secret: MailSecret,
  hash: Buffer,
): Promise<{ outgoing: OutgoingMail; shown: number[] } | null> {
  // Whoever asks anew, and confirms, begins anew.
  const asks = mail.kind === 'confirm' || mail.kind === 'comment-confirm';
  if (!asks && (await isGivenUp(pool, hash, clock()))) return null;
  const ofComments = mail.kind.startsWith('comment-');
  if (ofComments && (await isUnasked(pool, unaskedHash(secret, mail.address)))) return null;
  const content = await composeMail({ db: pool, agency, publicUrl: publicUrl(), secret }, mail);
  if (!content) return null;
  const { from } = settings;
  return {
    shown: content.shown,
    outgoing: {
      messageId: messageIdOf(secret, publicUrl(), mail.id),
      date: mail.queuedAt,
      from: { name: from.name || content.agency, address: from.address },
      to: mail.address,
      returnPath: returnPathOf(secret, settings, mail.id),
      subject: content.subject,
      plain: mailPlain(content),
      html: mailHtml(content),
      headers: headersOf(secret, publicUrl(), mail, content),
    },
  };
}

async function noteOutcome(
  { pool, clock }: SendDeps,
  mail: TakenMail,
  hash: Buffer,
  shown: number[],
  outcome: SendOutcome,
): Promise<void> {
  const now = clock();
  await inTransaction(pool, async (db) => {
    const { id, followerId, address } = mail;
    const bounced = { id, followerId, addressHash: hash, covered: coveredAddress(address) };
    switch (outcome.kind) {
      case 'sent':
        if (!(await endMail(db, id, 'sent', hash, now))) return;
        if (mail.kind === 'newsletter') return noteIssueStories(db, id, shown);
        return noteAlertHits(db, id, shown, now);
      case 'refused': {
        const { of, status, said } = outcome;
        if (await endMail(db, id, 'bounced', hash, now))
          await noteBounce(db, bounced, { hard: of === 'address' && isHard(status), status, said }, now);
        return;
      }
      case 'later':
      case 'closed':
        if (now.getTime() - mail.queuedAt.getTime() < givenUpAfterMs)
          return putBack(db, id, new Date(now.getTime() + pauseAfter(mail.tries)));
        // A server of ours that is closed for days says nothing about the reader's address.
        if ((await endMail(db, id, 'given-up', hash, now)) && outcome.kind === 'later')
          await noteBounce(db, bounced, { hard: false, status: '', said: outcome.said }, now);
    }
  });
}

function pauseAfter(tries: number): number {
  return (pauses[Math.min(tries, pauses.length) - 1] ?? 1) * 60_000;
}
