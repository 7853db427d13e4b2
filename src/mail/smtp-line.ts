/** The line to the one mail server: sends a mail, and says what became of it in words that the queue understands. */
import { createTransport, type Transporter } from 'nodemailer';
import type SMTPPool from 'nodemailer/lib/smtp-pool';
import { withoutAddresses } from './mail-address.ts';
import type { MailServer } from './mail-settings.ts';

export type OutgoingMail = {
  messageId: string;
  date: Date;
  from: { name: string; address: string };
  to: string;
  /** Where it comes back to (RFC 5321 return path). */
  returnPath: string;
  subject: string;
  plain: string;
  html: string;
  /** Each value as it is to stand there: of ASCII alone, on one line. */
  headers: Record<string, string>;
};

/** Of what was said no address is kept. `status`: RFC 3463, empty where none was said. */
export type SendOutcome =
  | { kind: 'sent' }
  /** The server has refused this address, or this mail, for good. */
  | { kind: 'refused'; of: 'address' | 'mail'; status: string; said: string }
  /** Not now: this mail. */
  | { kind: 'later'; said: string }
  /** Not now: no mail at all. The server is not reached, does not let us in, or takes nothing from our address. */
  | { kind: 'closed'; said: string };

export type SmtpLine = { send: (mail: OutgoingMail) => Promise<SendOutcome>; close: () => void };

/** Longest that a mail may take, in milliseconds: well within the time for which a process has taken it. */
const usualPatience = { connectMs: 20_000, idleMs: 60_000, wholeMs: 180_000 };

/** @param trusted PEM of an authority that is trusted besides those of Node. */
export function openSmtpLine(
  { host, port, tls, signIn }: MailServer,
  { trusted, patience = usualPatience }: { trusted?: string; patience?: typeof usualPatience } = {},
): SmtpLine {
  const open = () =>
    createTransport({
      pool: true,
      maxConnections: linesAtOnce,
      host,
      port,
      secure: tls === 'implicit',
      requireTLS: tls === 'starttls',
      ignoreTLS: tls === 'none',
      tls: { rejectUnauthorized: true, minVersion: 'TLSv1.2', ...(trusted ? { ca: trusted } : {}) },
      ...(signIn ? { auth: { user: signIn.user, pass: signIn.password } } : {}),
      connectionTimeout: patience.connectMs,
      greetingTimeout: patience.connectMs,
      socketTimeout: patience.idleMs,
      // Nothing in a mail may make the program read a file or an address.
      disableFileAccess: true,
      disableUrlAccess: true,
    } satisfies SMTPPool.Options);
  let transport: Transporter | null = null;
  const hangUp = () => {
    transport?.close();
    transport = null;
  };
  const send = async (mail: OutgoingMail): Promise<SendOutcome> => {
    transport ??= open();
    const { messageId, date, from, to, returnPath, subject, plain, html, headers } = mail;
    const sending = transport.sendMail({
      messageId,
      date,
      from,
      to,
      envelope: { from: returnPath, to },
      subject,
      text: plain,
      html,
      // What looks like free text would be put into an encoded word whole, an id or an address with it.
      headers: Object.entries(headers).map(([key, value]) => ({
        key,
        value: { prepared: true, foldLines: true, value },
      })),
    });
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<SendOutcome>((resolve) => {
      timer = setTimeout(() => {
        // A server that drips one byte a minute would hold the line for ever.
        hangUp();
        resolve({ kind: 'closed', said: 'The server took too long.' });
      }, patience.wholeMs);
    });
    const sent = sending.then((): SendOutcome => ({ kind: 'sent' }), outcomeOf);
    return Promise.race([sent, late]).finally(() => clearTimeout(timer));
  };
  return { send, close: hangUp };
}

export const linesAtOnce = 4;

type SmtpError = Error & { code?: string; command?: string; response?: string; responseCode?: number };

/** What the server's refusal means for the mail (RFC 5321, 4.2.1): 5xx for ever, 4xx for now. */
function outcomeOf(error: SmtpError): SendOutcome {
  const { command = '', responseCode = 0 } = error;
  const said = withoutAddresses(error.response ?? error.message);
  const status = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(error.response ?? '')?.[1] ?? '';
  const isRecipient = command === 'RCPT TO';
  if (isRecipient || command === 'DATA') {
    if (responseCode >= 500) return { kind: 'refused', of: isRecipient ? 'address' : 'mail', status, said };
    if (responseCode >= 400) return { kind: 'later', said };
  }
  return { kind: 'closed', said };
}
