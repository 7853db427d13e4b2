/** The settings that come from the environment, read and checked once. */
import path from 'node:path';
import { projectRoot } from './project-root.ts';
import { StartRefusal } from './start-refusal.ts';

export type Config = {
  /** TCP port, 0 for any free one. */
  port: number;
  /** Address to listen on; null: loopback, IPv4 and IPv6. */
  host: string | null;
  /** Without a slash at its end. */
  publicUrl: string;
  /** What Fastify's `trustProxy` takes; false: `X-Forwarded-*` is not believed. */
  trustProxy: boolean | string;
  /** Absolute path. */
  dataDir: string;
  /** External PostgreSQL; null: our own. */
  databaseUrl: string | null;
  /** Start without the sample agency. */
  empty: boolean;
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
  if (/^postgres(ql)?:\/\//.test(value)) return value;
  throw new StartRefusal('DATABASE_URL must begin with postgres:// or postgresql://.');
}

function readTrustProxy(value: string | undefined): boolean | string {
  if (!value || !isOn(value)) return value && !/^(0|no|off|false)$/i.test(value) ? value : false;
  return true;
}

function isOn(value: string | undefined): boolean {
  return /^(1|yes|on|true)$/i.test(value ?? '');
}
