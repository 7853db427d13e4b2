import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { backupFolder } from '../../test/backups.ts';
import { beginPartFile } from './part-file.ts';

async function* words(...parts: string[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield Buffer.from(part);
}

it('has its name only when it is put in place, in the place of what a killed run left', async () => {
  const folder = backupFolder();
  writeFileSync(path.join(folder, 'a.part'), 'left by another');
  const part = await beginPartFile(path.join(folder, 'a'));
  await part.write(words('The harbour ', 'is closed.'));
  await part.sync();
  expect(readdirSync(folder)).toEqual(['a.part']);
  await part.putInPlace();
  await part.remove();
  expect([readdirSync(folder), readFileSync(path.join(folder, 'a'), 'utf8')]).toEqual([
    ['a'],
    'The harbour is closed.',
  ]);
  expect(statSync(path.join(folder, 'a')).mode & 0o777).toBe(0o600);
});

it('does not replace a file that came meanwhile', async () => {
  const folder = backupFolder();
  const file = path.join(folder, 'a');
  const part = await beginPartFile(file);
  await part.write(words('The harbour is closed.'));
  await part.sync();
  writeFileSync(file, 'dear');
  await expect(part.putInPlace()).rejects.toThrow(`${file} is there already`);
  await part.remove();
  expect([readdirSync(folder), readFileSync(file, 'utf8')]).toEqual([['a'], 'dear']);
});
