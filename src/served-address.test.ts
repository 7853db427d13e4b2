import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { dataFolder } from '../test/program.ts';
import { readConfig } from './config.ts';
import { addressForLinks, leaveAddress } from './served-address.ts';

const left = 'http://localhost:4711';

it.each([
  [{}, left],
  [{ PORT: '' }, left],
  [{ PORT: '0' }, left],
  [{ PORT: '4100' }, 'http://localhost:4100'],
  [{ PUBLIC_URL: 'https://news.example' }, 'https://news.example'],
  [{ PUBLIC_URL: 'https://news.example', PORT: '4100' }, 'https://news.example'],
])('begins the links of a command that was told %j with %s', (told, address) => {
  const env = { DATA_DIR: dataFolder(), ...told };
  leaveAddress(env.DATA_DIR, 'http://localhost:4001');
  expect(leaveAddress(env.DATA_DIR, left)).toBeNull();
  expect(addressForLinks(readConfig(env), env)).toBe(address);
});

it.each(['', '{"url":"http://loc', '{"url":7}', 'null'])(
  'begins them as at a first start where nothing, or only %j, was left',
  (file) => {
    const env = { DATA_DIR: dataFolder() };
    expect(addressForLinks(readConfig(env), env)).toBe('http://localhost:4000');
    writeFileSync(path.join(env.DATA_DIR, 'address.json'), file);
    expect(addressForLinks(readConfig(env), env)).toBe('http://localhost:4000');
  },
);

it('says why an address could not be left', () => {
  const folder = dataFolder();
  mkdirSync(path.join(folder, 'address.json'));
  expect(leaveAddress(folder, left)).toMatch(
    /^The address could not be left in \S+address\.json \(EISDIR\): tell commands PUBLIC_URL,/,
  );
});
