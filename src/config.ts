/** The settings that come from the environment, read and checked once. */
import { isIP, isIPv4 } from 'node:net';
import path from 'node:path';
import pg from 'pg';
import { type MailSettings, readMailSettings } from './mail/mail-settings.ts';
import { type Opened, readOpened } from './outgoing/may-reach.ts';
import type { SingleSignOnSettings } from './people/single-sign-on.ts';
import { projectRoot } from './project-root.ts';
import { StartRefusal } from './start-refusal.ts';

export type Config = {
  /** TCP port, 0 for any free one. */
  port: number;
  /** Address to listen on; null: loopback, IPv4 and IPv6. */
  host: string | null;
  /** Without a slash at its end. */
  publicUrl: string;
  /** Addresses of the proxies whose `X-Forwarded-*` is believed; true: that of the one proxy in front; false: nobody's. */
  trustProxy: boolean | string;
  /** Absolute path. */
  dataDir: string;
  /** External PostgreSQL; null: our own. */
  databaseUrl: string | null;
  /** Start without the sample agency. */
  empty: boolean;
  /** Of closed networks, what the program may call. */
  outgoing: Opened;
  /** OpenID Connect; null: none. */
  singleSignOn: SingleSignOnSettings | null;
  /** Null: no mail goes out. */
  mail: MailSettings | null;
};

/** @throws StartRefusal naming the variable that makes no sense. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const port = readPort(env.PORT);
  return {
    port,
    host: env.HOST || null,
    publicUrl: readPublicUrl(env.PUBLIC_URL, port),
    trustProxy: readTrustProxy(env.TRUST_PROXY),
    dataDir: path.resolve(env.DATA_DIR ? env.DATA_DIR : path.join(projectRoot, 'data')),
    databaseUrl: readDatabaseUrl(env.DATABASE_URL),
    empty: isOn(env.EMPTY),
    outgoing: readOutgoing(env.OUTGOING_ALLOW),
    singleSignOn: readSingleSignOn(env),
    mail: readMailSettings(env),
  };
}

function readPort(value: string | undefined): number {
  if (!value) return 4000;
  const port = Number(value);
  if (/^\d{1,5}$/.test(value) && port <= 65_535) return port;
  throw new StartRefusal(`PORT is "${value}": it must be a number from 0 to 65535.`);
}

function readPublicUrl(value: string | undefined, port: number): string {
  if (!value) return `http://localhost:${port}`;
  const url = URL.canParse(value) ? new URL(value) : null;
  const plain = url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash;
  if (plain) return url.origin;
  throw new StartRefusal(`PUBLIC_URL is "${value}": it must be like https://news.example.org, with no path.`);
}

function readDatabaseUrl(value: string | undefined): string | null {
  if (!value) return null;
  if (!/^postgres(ql)?:\/\//.test(value))
    throw new StartRefusal('DATABASE_URL must begin with postgres:// or postgresql://.');
  if (canRead(value)) return value;
  throw new StartRefusal(
    'DATABASE_URL cannot be read: it must be like postgres://user:password@host:5432/name, with %40 for an @ in the password.',
  );
}

function readOutgoing(value: string | undefined): Opened {
  const opened = readOpened(value ?? '');
  if (opened) return opened;
  throw new StartRefusal(
    `OUTGOING_ALLOW is "${value}": it must be addresses, networks or host names such as 192.168.7.0/24, feeds.intern, with commas between.`,
  );
}

function readSingleSignOn(env: NodeJS.ProcessEnv): SingleSignOnSettings | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env;
  if (!issuer && !clientId && !clientSecret) return null;
  if (!issuer || !clientId || !clientSecret)
    throw new StartRefusal(
      'Single sign-on needs OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET, all three or none.',
    );
  if (!/^https?:\/\/[^?#]+$/.test(issuer) || !URL.canParse(issuer))
    throw new StartRefusal(`OIDC_ISSUER is “${issuer}”: it must be like https://login.example.org.`);
  return { issuer, clientId, clientSecret, name: env.OIDC_NAME || new URL(issuer).hostname };
}

/** Asks `pg` itself: a socket's address, with no host between @ and /, is no URL to anybody else. */
function canRead(databaseUrl: string): boolean {
  try {
    new pg.Client(databaseUrl);
    return true;
  } catch {
    return false;
  }
}

function readTrustProxy(value: string | undefined): boolean | string {
  if (!value || /^(0|no|off|false)$/i.test(value)) return false;
  if (isOn(value)) return true;
  if (value.split(',').every((part) => isProxy(part.trim()))) return value;
  throw new StartRefusal(
    `TRUST_PROXY is "${value}": it must be on, off, or addresses of proxies such as 10.0.0.0/8, with commas between.`,
  );
}

/** What the package proxy-addr reads: an address, with the bits of its network or without, or a name for some. */
function isProxy(part: string): boolean {
  if (/^(loopback|linklocal|uniquelocal)$/.test(part)) return true;
  const [address = '', bits = '0', ...more] = part.split('/');
  return (
    more.length === 0 &&
    /^\d{1,3}$/.test(bits) &&
    Number(bits) <= (isIPv4(address) ? 32 : 128) &&
    isIP(address) > 0
  );
}

function isOn(value: string | undefined): boolean {
  return /^(1|yes|on|true)$/i.test(value ?? '');
}
