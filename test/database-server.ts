/**
 * One PostgreSQL for the whole run, started as the program starts its own, in a folder of its own. Test files copy
 * their databases from its template (see test-database.ts); nothing of it stays on the machine.
 */
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import {
  connectionOf,
  type DatabaseAddress,
  startEmbeddedPostgres,
} from '../src/database/embedded-postgres.ts';
import { migrate } from '../src/database/migrate.ts';
import { completeRecord } from '../src/record/complete-record.ts';
import { makeDataFolder, removeDataFolder } from './data-folder.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the server of this run listens. */
    databaseServer: DatabaseAddress;
  }
}

/** Database with every migration and nothing else. */
export const templateName = 'migrated_template';

export default async function startDatabaseServer(project: TestProject): Promise<() => Promise<void>> {
  const folder = makeDataFolder();
  const server = await startEmbeddedPostgres(folder);
  const stop = async () => {
    await server.stop();
    removeDataFolder(folder);
  };
  try {
    await makeTemplate(server.address);
  } catch (error) {
    await stop();
    throw error;
  }
  project.provide('databaseServer', server.address);
  return stop;
}

async function makeTemplate(address: DatabaseAddress): Promise<void> {
  const admin = new pg.Client({ ...connectionOf(address), database: 'postgres' });
  await admin.connect();
  // Nothing here outlives the run: no need to wait for the disk. What a crash keeps is tested on other clusters.
  await admin.query('alter system set fsync = off');
  await admin.query('select pg_reload_conf()');
  await admin.query(`create database ${templateName}`);
  await admin.end();
  const pool = new pg.Pool({ ...connectionOf(address), database: templateName });
  await migrate(pool);
  await completeRecord(pool, new Date());
  await pool.end();
}
