/** The verbs, their help and their wrong use: no database is started for any of it. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { dataFolder } from '../../test/program.ts';
import { folderWith, wireroom } from '../../test/wireroom-command.ts';

it.each(['--help', '-h', 'help'])('lists the verbs for %s', async (word) => {
  const dataDir = dataFolder();
  const { code, out, err } = await wireroom({ dataDir }, word);
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(/^Usage: bin\/wireroom VERB \[options\]\n/);
  for (const verb of ['import', 'repair', 'story', 'backup', 'restore'])
    expect(out).toContain(`\n  ${verb} `);
  expect(readdirSync(dataDir)).toEqual([]);
});

it.each([
  ['import', '--help'],
  ['import', 'page.html', '--publish', '--help'],
  ['repair', '-h'],
  ['story', '--help'],
  ['backup', 'agency.backup', '--help'],
  ['restore', '-h'],
])('explains %s %s', async (...words) => {
  const dataDir = dataFolder();
  const { code, out, err } = await wireroom({ dataDir }, ...words);
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(new RegExp(`^Usage: bin/wireroom ${words[0]} `));
  expect(readdirSync(dataDir)).toEqual([]);
});

it('lists the verbs where none is given, as wrong use', async () => {
  const dataDir = dataFolder();
  const { code, out } = await wireroom({ dataDir });
  expect([code, out]).toEqual([2, expect.stringMatching(/^Usage: /)]);
  expect(readdirSync(dataDir)).toEqual([]);
});

const page = path.join(import.meta.dirname, 'wireroom.ts');
it.each([
  [['publish'], 'There is no verb “publish”: bin/wireroom --help lists them.'],
  [['constructor'], 'There is no verb “constructor”: bin/wireroom --help lists them.'],
  [['--publish'], 'There is no verb “--publish”: bin/wireroom --help lists them.'],
  [['import'], 'import needs at least one file or folder.'],
  [
    ['import', page, '--zone', 'Mars/Olympus'],
    'There is no time zone “Mars/Olympus”: name one like Europe/Paris.',
  ],
  [
    ['import', page, '--zone'],
    /^Option '--zone <value>' argument missing\. bin\/wireroom import --help tells what it takes\.$/,
  ],
  [
    ['import', page, '--force'],
    /^Unknown option '--force'\. bin\/wireroom import --help tells what it takes\.$/,
  ],
  [
    ['import', '/no/such/page.html', page],
    'There is no file or folder /no/such/page.html: nothing was taken in.',
  ],
  [['repair', 'text.txt'], 'repair reads standard input: bin/wireroom repair < FILE'],
  [['repair', '--langs', 'en'], /^Unknown option '--langs'\./],
  [['story'], 'story takes one code, a whole number.'],
  [['story', '1', '2'], 'story takes one code, a whole number.'],
  [['story', '0'], 'story takes one code, a whole number.'],
  [['story', 'abc'], 'story takes one code, a whole number.'],
  [['story', '1.5'], 'story takes one code, a whole number.'],
  [['story', '99999999999999999999'], 'story takes one code, a whole number.'],
])('refuses %j in one sentence and starts no database', async (words, sentence) => {
  const dataDir = dataFolder();
  const { code, out, err } = await wireroom({ dataDir }, ...words);
  expect([code, out]).toEqual([2, '']);
  expect(err.trimEnd()).toEqual(typeof sentence === 'string' ? sentence : expect.stringMatching(sentence));
  expect(readdirSync(dataDir)).toEqual([]);
});

it('takes a file whose name looks like an option after --', async () => {
  const dataDir = dataFolder();
  const { code, err } = await wireroom({ dataDir }, 'import', '--', '--publish');
  expect([code, err]).toEqual([2, 'There is no file or folder --publish: nothing was taken in.\n']);
});

it('refuses a data folder that cannot be made in one sentence', async () => {
  const { code, err } = await wireroom({ dataDir: '/proc/wireroom' }, 'import', folderWith({ 'a.txt': 'a' }));
  expect([code, err]).toEqual([
    2,
    expect.stringMatching(/^The data folder \/proc\/wireroom cannot be written/),
  ]);
});
