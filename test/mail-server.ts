/** A real mail server on the loopback, which keeps what it was sent, and refuses as a test wants it. */
import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { onTestFinished } from 'vitest';
import type { MailSettings } from '../src/mail/mail-settings.ts';

export type Received = {
  from: string;
  to: string[];
  raw: Buffer;
  mail: Email;
  secure: boolean;
  user: string;
};

export type MailServer = {
  port: number;
  /** In the order in which they came in whole. */
  received: Received[];
  /** What goes out through it. */
  settings: MailSettings;
};

type Wishes = SMTPServerOptions & {
  /** Called before a mail is taken: what is thrown is the server's answer, by its `responseCode`. */
  onMail?: (to: string) => void | Promise<void>;
};

/** Listens until the test that calls it has finished. */
export async function mailServer(wishes: Wishes = {}): Promise<MailServer> {
  const { close, ...server } = await openMailServer(wishes);
  onTestFinished(close);
  return server;
}

/** The caller closes it. */
export async function openMailServer({
  onMail = () => {},
  ...options
}: Wishes = {}): Promise<MailServer & { close: () => Promise<void> }> {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    logger: false,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', async () => {
        const raw = Buffer.concat(chunks);
        const to = session.envelope.rcptTo.map(({ address }) => address);
        try {
          await onMail(to[0] ?? '');
          const { mailFrom } = session.envelope;
          const mail = await PostalMime.parse(raw);
          received.push({
            from: mailFrom ? mailFrom.address : '',
            to,
            raw,
            mail,
            secure: session.secure,
            user: String(session.user ?? ''),
          });
          done(null);
        } catch (error) {
          done(error as Error);
        }
      });
    },
    ...options,
  });
  // What a client does to its connection is what the test looks at.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { port, received, settings: settingsFor(port), close };
}

export function settingsFor(port: number): MailSettings {
  return {
    server: { host: '127.0.0.1', port, tls: 'none', signIn: null },
    from: { name: '', address: 'news@halim.example' },
    bounce: { local: 'bounce', domain: 'halim.example' },
    aMinute: 600,
  };
}

/** What a server says no with. */
export function refusal(responseCode: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode });
}

/** A header's value, unfolded. */
export function header({ mail }: Received, name: string): string | undefined {
  return mail.headers.find(({ key }) => key === name.toLowerCase())?.value;
}

/** The first address in a mail's plain text that has a part. */
export function linkIn({ mail }: Received, part: string): string {
  const found = (mail.text ?? '').match(/https?:\/\/\S+/g)?.find((one) => one.includes(part));
  if (!found) throw new Error(`There is no link with ${part} in: ${mail.text}`);
  return found;
}
