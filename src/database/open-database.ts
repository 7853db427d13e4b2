/** One door to PostgreSQL, ours or another, for the program and for the commands. */
import { accessSync, constants } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Config } from '../config.ts';
import { makeFolder } from '../make-folder.ts';
import { completeRecord } from '../record/complete-record.ts';
import { StartRefusal } from '../start-refusal.ts';
import {
  connectionOf,
  type EmbeddedPostgres,
  readDatabaseAddress,
  startEmbeddedPostgres,
} from './embedded-postgres.ts';
import { migrate } from './migrate.ts';
import { type Owner, takeOwnerLock } from './owner-lock.ts';

export type Database = {
  pool: pg.Pool;
  /** Resolves when the database ends under us; never for an external one. */
  lost: Promise<void>;
  /** Closes the pool and, where we own it, stops the server and gives the data folder back. */
  close: () => Promise<void>;
};

type Asker = {
  /** "npm start", or the command in words: "bin/wireroom import". */
  what: string;
  server: boolean;
  /** A command that changes what running programs rely on: it never joins one. */
  alone?: boolean;
};

/** The data folder is another process's, and stays so. */
export class FolderInUse extends StartRefusal {
  override name = 'FolderInUse';
  /** That process, in words. */
  readonly owner: string;

  constructor(dataDir: string, { what, server, pid }: Owner) {
    const owner = `${server ? 'another Wireroom' : `the command ${what}`} (process ${pid})`;
    super(
      `The data folder ${dataDir} is in use by ${owner}: stop it first, or set DATA_DIR to another folder.`,
    );
    this.owner = owner;
  }
}

// int8 as number: codes and versions stay far below 2^53.
pg.types.setTypeParser(20, Number);

/**
 * Opens and migrates the database of an installation.
 * A command joins the running program's server; where none runs it starts the server for its own time.
 * @param migrated false: the database is left as it is found.
 * @throws StartRefusal in one sentence: no write permission, folder in use, database not reachable.
 */
export async function openDatabase(
  config: Config,
  asker: Asker,
  { migrated = true } = {},
): Promise<Database> {
  makeDataDir(config.dataDir);
  const database = config.databaseUrl
    ? openExternal(config.databaseUrl, asker)
    : await openOwn(config, asker).catch(sayDiskFull(config.dataDir));
  try {
    if (config.databaseUrl) await reach(config.databaseUrl);
    if (migrated) {
      await migrate(database.pool);
      await completeRecord(database.pool, new Date());
    }
    return database;
  } catch (error) {
    await database.close();
    throw config.databaseUrl ? withoutRights(error) : error;
  }
}

/** A full disk is said in a sentence; anything else is thrown on. */
function sayDiskFull(dataDir: string): (error: NodeJS.ErrnoException) => never {
  return (error) => {
    // Node says EIO where copying a folder fills the disk.
    if (!/^(?:ENOSPC|EDQUOT|EIO)$/.test(error.code ?? '')) throw error;
    throw new StartRefusal(
      `The data folder ${dataDir} cannot be written (${error.code}): its disk is full or broken; make room and start again.`,
    );
  };
}

/** PostgreSQL's "insufficient privilege" (42501), in a sentence. */
function withoutRights(error: unknown): unknown {
  if ((error as { code?: string }).code !== '42501') return error;
  return new StartRefusal(
    `The user of DATABASE_URL may not make tables in that database (${(error as Error).message}): make it the owner.`,
  );
}

function makeDataDir(dataDir: string): void {
  try {
    makeFolder(dataDir);
    accessSync(dataDir, constants.W_OK | constants.X_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new StartRefusal(
      `The data folder ${dataDir} cannot be written (${code}): give its user write permission, or set DATA_DIR to another folder.`,
    );
  }
}

/** What the connections of such an asker are called in an external database, unless DATABASE_URL names them itself. */
export function connectionName({ what }: Pick<Asker, 'what'>): string {
  return `wireroom: ${what}`;
}

function openExternal(url: string, asker: Asker): Database {
  const pool = newPool({ connectionString: url, application_name: connectionName(asker) });
  return { pool, lost: new Promise(() => undefined), close: () => pool.end() };
}

async function openOwn(config: Config, asker: Asker): Promise<Database> {
  // Meant for other servers; `pg` would obey them for ours.
  for (const name of ['PGOPTIONS', 'PGREPLICATION', 'PGSSLMODE', 'PGDATABASE', 'PGAPPNAME'])
    delete process.env[name];
  const waitMs = asker.server ? 10_000 : 60_000;
  for (let waited = 0; ; waited += 100) {
    const lock = takeOwnerLock(config.dataDir, asker.what, asker.server);
    if (lock.ok) return startOwn(config.dataDir, lock.release);
    if (lock.owner.server && asker.alone) throw new FolderInUse(config.dataDir, lock.owner);
    if (lock.owner.server && !asker.server) {
      const address = readDatabaseAddress(config.dataDir);
      if (address) {
        const pool = newPool({ ...connectionOf(address), database: 'wireroom' });
        if (await answers(pool)) return { pool, lost: new Promise(() => undefined), close: () => pool.end() };
        await pool.end();
      }
    } else if (lock.owner.server || waited >= waitMs) throw new FolderInUse(config.dataDir, lock.owner);
    if (waited >= waitMs) throw new FolderInUse(config.dataDir, lock.owner);
    await sleep(100);
  }
}

async function startOwn(dataDir: string, release: () => void): Promise<Database> {
  let server: EmbeddedPostgres | null = null;
  try {
    server = await startEmbeddedPostgres(dataDir);
    await makeDatabase(server);
  } catch (error) {
    await server?.stop();
    release();
    throw error;
  }
  const { address, ended, stop } = server;
  const pool = newPool({ ...connectionOf(address), database: 'wireroom' });
  const close = async () => {
    await pool.end();
    await stop();
    release();
  };
  return { pool, lost: ended, close };
}

async function makeDatabase({ address }: EmbeddedPostgres): Promise<void> {
  const admin = new pg.Client({ ...connectionOf(address), database: 'postgres' });
  await admin.connect();
  const { rowCount } = await admin.query("select 1 from pg_database where datname = 'wireroom'");
  if (!rowCount) await admin.query('create database wireroom');
  await admin.end();
}

/** A connection that breaks fails its own query and is replaced; the next query tells if the database itself is gone. */
export function newPool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({ max: 10, ...config });
  pool.on('error', () => undefined);
  // Also while it is in use, between two queries of a transaction: unheard, its error would end the program.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

async function answers(pool: pg.Pool): Promise<boolean> {
  return pool.query('select 1').then(
    () => true,
    () => false,
  );
}

/** One connection to an external database, for which a person who waits waits at most ten seconds. */
async function reach(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.end();
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException;
    const where = `${client.host}:${client.port}/${client.database}`;
    throw new StartRefusal(`The database ${where} of DATABASE_URL does not answer: ${message || code}.`);
  }
}
