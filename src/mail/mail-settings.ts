/** Through which server mail goes out, and from whom: from the environment, checked once. */
import { StartRefusal } from '../start-refusal.ts';
import { readMailAddress } from './mail-address.ts';

export type MailServer = {
  host: string;
  port: number;
  /** `implicit`: TLS from the first byte; `starttls`: before anything is said; `none`: only where the server is this machine. */
  tls: 'implicit' | 'starttls' | 'none';
  /** Null: it asks nobody's name. Never in a log. */
  signIn: { user: string; password: string } | null;
};

export type MailSettings = {
  server: MailServer;
  from: { name: string; address: string };
  /** Where undeliverable mail comes back to; each mail has a word of its own in it. Null: to `from`, and nothing is read there. */
  bounce: { local: string; domain: string } | null;
  /** Mails that are sent in a minute at most, by all processes together. */
  aMinute: number;
};

const usualAMinute = 600;

/** @returns null: no mail is sent. @throws StartRefusal naming the variable that makes no sense, and none of its secrets. */
export function readMailSettings(env: NodeJS.ProcessEnv): MailSettings | null {
  if (!env.SMTP_URL) {
    if (env.MAIL_FROM || env.MAIL_BOUNCE || env.MAIL_A_MINUTE)
      throw new StartRefusal('MAIL_FROM, MAIL_BOUNCE and MAIL_A_MINUTE are of use with SMTP_URL alone.');
    return null;
  }
  return {
    server: readServer(env.SMTP_URL),
    from: readFrom(env.MAIL_FROM),
    bounce: env.MAIL_BOUNCE ? readBounce(env.MAIL_BOUNCE) : null,
    aMinute: readAMinute(env.MAIL_A_MINUTE),
  };
}

const example = 'smtps://user:password@mail.example.org, with %40 for an @ in the password';

function readServer(value: string): MailServer {
  const url = /^smtps?:\/\//.test(value) && URL.canParse(value) ? new URL(value) : null;
  const plain = url?.hostname && /^\/?$/.test(url.pathname) && !url.hash;
  if (!url || !plain) throw new StartRefusal(`SMTP_URL cannot be read: it must be like ${example}.`);
  const implicit = url.protocol === 'smtps:';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const isHere = /^(localhost|127(\.\d+){3}|::1)$/.test(host);
  const asked = url.searchParams.get('tls');
  if ([...url.searchParams.keys()].some((key) => key !== 'tls') || (asked !== null && asked !== 'required'))
    throw new StartRefusal('SMTP_URL may end in ?tls=required, and in nothing else.');
  return {
    host,
    port: url.port ? Number(url.port) : implicit ? 465 : 587,
    tls: implicit ? 'implicit' : isHere && asked === null ? 'none' : 'starttls',
    signIn: url.username ? { user: decoded(url.username), password: decoded(url.password) } : null,
  };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new StartRefusal(`SMTP_URL cannot be read: it must be like ${example}.`);
  }
}

function readFrom(value: string | undefined): MailSettings['from'] {
  const [, name, inside] = /^(?:(.*?)\s*<([^<>]*)>|[^<>]*)$/.exec(value ?? '') ?? [];
  const address = readMailAddress(inside ?? value ?? '');
  const said = (name ?? '').replace(/^"(.*)"$/, '$1');
  if (address && !/[\p{Cc}"<>]/u.test(said)) return { name: said, address };
  throw new StartRefusal(
    `MAIL_FROM is “${value ?? ''}”: with SMTP_URL it must be an address, like news@example.org or Harbour News <news@example.org>.`,
  );
}

/** A domain alone, every name of which comes to us, or an address that takes what follows a + in its name. */
function readBounce(value: string): NonNullable<MailSettings['bounce']> {
  const isDomain = !value.includes('@');
  const address = readMailAddress(isDomain ? `bounce@${value}` : value);
  // A token takes up to 50 of the 64 characters that a name may have.
  if (!address || (!isDomain && value.indexOf('@') > 12))
    throw new StartRefusal(
      `MAIL_BOUNCE is “${value}”: it must be a domain, like bounces.example.org, or an address with a name of up to 12 letters, like bounce@example.org.`,
    );
  const at = address.lastIndexOf('@');
  return { local: isDomain ? '' : address.slice(0, at), domain: address.slice(at + 1) };
}

function readAMinute(value: string | undefined): number {
  if (!value) return usualAMinute;
  if (/^[1-9]\d{0,5}$/.test(value)) return Number(value);
  throw new StartRefusal(`MAIL_A_MINUTE is “${value}”: it must be a number from 1 to 999999.`);
}
