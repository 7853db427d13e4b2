import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { serversOf } from '../../test/data-folder.ts';
import { publishOne } from '../../test/invented-story.ts';
import { dataFolder, launch, sharedDataFolder, startProgram } from '../../test/program.ts';
import { testDatabase } from '../../test/test-database.ts';
import { readConfig } from '../config.ts';
import { openDatabase } from './open-database.ts';

/** Its database is made by the first test; none depends on what another left. */
const dataDir = sharedDataFolder();

const command = { what: 'bin/wireroom import', server: false };

function openAsCommand(env: NodeJS.ProcessEnv = { DATA_DIR: dataDir }) {
  return openDatabase(readConfig(env), command);
}

it('starts the server for a command where none runs, and stops it after it', async () => {
  const database = await openAsCommand();
  const { code } = await publishOne(database);
  expect(serversOf(dataDir).length).toBeGreaterThan(0);
  await database.close();
  expect(serversOf(dataDir)).toEqual([]);
  expect(existsSync(path.join(dataDir, 'wireroom.lock'))).toBe(false);

  const later = await openAsCommand();
  expect((await later.pool.query('select code from published')).rows).toEqual([{ code }]);
  await later.close();
});

it('lets a command join the running program, which hears of what it publishes', async () => {
  const program = await startProgram({ dataDir });
  const servers = serversOf(dataDir);
  const database = await openAsCommand();
  const { code } = await publishOne(database);
  await expect.poll(async () => (await fetch(`${program.url}/${code}`)).status).toBe(200);
  await database.close();
  expect(serversOf(dataDir)).toEqual(expect.arrayContaining([Math.min(...servers)]));
  expect((await fetch(`${program.url}/healthz`)).status).toBe(200);
});

it('lets the program wait for a command that has the database', async () => {
  const database = await openAsCommand();
  const { output } = launch({ dataDir });
  const { code } = await publishOne(database);
  await sleep(1_500);
  expect(output()).toBe('');
  await database.close();
  await expect.poll(output).toContain('Wireroom is ready');
  const again = await openAsCommand();
  const { rows } = await again.pool.query('select code from published where code = $1', [code]);
  expect(rows).toEqual([{ code }]);
  await again.close();
});

it('keeps what only its owner may read from everybody else', async () => {
  const database = await openAsCommand();
  const modes = ['database.json', 'database-password', 'installation.json', 'postgres'].map(
    (name) => statSync(path.join(dataDir, name)).mode & 0o777,
  );
  expect(modes).toEqual([0o600, 0o600, 0o600, 0o700]);
  await database.close();
});

it('makes the data folder at any depth, and nothing in it for an external database', async () => {
  const deep = path.join(dataFolder(), 'a', 'b');
  const external = await testDatabase();
  const database = await openAsCommand({ DATA_DIR: deep, DATABASE_URL: external.url });
  expect(readdirSync(deep)).toEqual([]);
  expect((await database.pool.query('select count(*) as n from stories')).rows).toEqual([{ n: 0 }]);
  await database.close();
});
