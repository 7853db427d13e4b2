import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actOn } from '../../test/acts.ts';
import { putComments } from '../../test/beside-record.ts';
import { exportPlace, exportTo, filesIn, findingsIn, giveOwnKey, hideChanges } from '../../test/exports.ts';
import { agency, publishOne, storyFields } from '../../test/invented-story.ts';
import { makeDatabase, testDatabase } from '../../test/test-database.ts';
import { writeAgency } from '../editions/agency-store.ts';
import type { Edition } from '../editions/edition.ts';
import { insertArrangement } from '../fronts/front-store.ts';
import { lockHead } from '../log/log-store.ts';
import { rotateKey } from '../log/signing-keys.ts';
import { keepPicture } from '../pictures/picture-store.ts';
import { inTransaction } from '../record/transaction.ts';
import { codeOf } from './export-paths.ts';
import { verifyExport } from './verify-export.ts';
import type { ExportFinding } from './verify-findings.ts';

/** An export with everything in it: 300 acts, two keys, a picture, comments, a front, a killed, a held and a redacted story. */
const whole = exportPlace(afterAll);

beforeAll(async () => {
  const database = await makeDatabase();
  await giveOwnKey(database.pool);
  await writeAgency(database.pool, agency);
  const picture = await keepPicture(
    database.pool,
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>'),
  );
  const body = storyFields().body;
  const image = {
    alt: 'A square',
    caption: '',
    credit: '',
    src: null,
    width: 8,
    height: 8,
    picture: picture.hash,
  };
  body.content.push({ type: 'image', attrs: image });
  const { code } = await publishOne(database, { body });
  for (let count = 0; count < 12; count++) await publishOne(database, { headline: `Story ${count}` });
  await actOn(database.pool, code, 'correct', {
    words: { lead: 'No ferry sails.' },
    note: 'A word was wrong.',
  });
  await actOn(database.pool, code + 1, 'kill', { reasonClass: 'inaccurate', note: 'It was not so.' });
  await actOn(database.pool, code + 2, 'hold');
  await actOn(database.pool, code + 3, 'redact', { reasonClass: 'privacy', fields: ['byline'] });
  await inTransaction(database.pool, async (db) => rotateKey(db, (await lockHead(db)).size, new Date()));
  for (let count = 0; count < 125; count++) {
    await actOn(database.pool, code + 4, 'hold');
    await actOn(database.pool, code + 4, 'release');
  }
  await putComments(database.pool, [
    { code, id: 1 },
    { code, id: 2, answers: 1, name: 'Lev' },
    { code: code + 1, id: 3 },
  ]);
  const pin = { slot: 'lead', code, until: null, headline: 'In short', picture: true };
  const arrangement = { madeAt: new Date('2026-04-01T10:00:00Z'), by: 'Ana Moss', pins: [pin] };
  await insertArrangement(database.pool, { lang: 'en', section: '' }, arrangement);
  await exportTo(database.pool, whole);
  await database.drop();
}, 300_000);

/** A copy that may be changed. */
function copyOf(root = whole): string {
  const copy = exportPlace();
  cpSync(root, copy, { recursive: true });
  return copy;
}

const said = (findings: ExportFinding[]) =>
  findings.map(({ code, version, file, what }) => `${code ?? ''} ${version ?? ''} ${file ?? ''}: ${what}`);

test('finds nothing wrong with an export that is as it was written', async () => {
  expect(await findingsIn(whole)).toEqual([]);
});

test('one byte changed anywhere is found, and its file and story are named', async () => {
  const files = filesIn(whole);
  const names = [...files.keys()];
  const kinds = Map.groupBy(names, (name) =>
    name
      .replace(/\d+/g, '0')
      .replace(/[0-9a-f]{20,}/g, 'h')
      .replace(/x000\/|\.p\/0/g, ''),
  );
  const copy = copyOf();
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...kinds.values()).chain((those) => fc.constantFrom(...those)),
      fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
      fc.integer({ min: 1, max: 255 }),
      async (name, place, flip) => {
        const file = path.join(copy, name);
        const bytes = readFileSync(file);
        const at = Math.floor(bytes.length * place);
        const changed = Buffer.from(bytes);
        changed[at] = (changed[at] as number) ^ flip;
        writeFileSync(file, changed);
        const outcome: ExportFinding[] = [];
        const verified = await verifyExport(copy, { threads: 0, tell: (finding) => outcome.push(finding) });
        writeFileSync(file, bytes);
        const lines = verified.ok ? said(outcome) : [verified.why];
        expect(lines.some((line) => line.includes(name))).toBe(true);
        const code = codeOf(name);
        if (code !== null) expect(outcome.some((one) => one.code === code && one.file === name)).toBe(true);
      },
    ),
    { numRuns: 60 },
  );
  expect(await findingsIn(copy)).toEqual([]);
}, 600_000);

test('a file that is missing, added, or no file at all is named', async () => {
  const copy = copyOf();
  const gone = [
    'data/stories/1000/1.html',
    'data/stories/1002/record.json',
    'data/log/tile/0/000',
    'data/style.css',
  ];
  for (const name of gone) rmSync(path.join(copy, name));
  for (const name of [
    'data/stories/1000/3.html',
    'data/extra.txt',
    'data/log/tile/9/000',
    'note.txt',
    'data/stories/77/index.html',
  ]) {
    mkdirSync(path.dirname(path.join(copy, name)), { recursive: true });
    writeFileSync(path.join(copy, name), 'x');
  }
  renameSync(path.join(copy, 'data/stories/1004/1.txt'), path.join(copy, '../elsewhere'));
  symlinkSync('../../../../elsewhere', path.join(copy, 'data/stories/1004/1.txt'));
  const lines = said(await findingsIn(copy));
  for (const name of [
    ...gone,
    'data/extra.txt',
    'data/log/tile/9/000',
    'note.txt',
    'data/stories/77',
    'data/stories/1000/3.html',
  ])
    expect(lines.join('\n')).toContain(name);
  expect(lines).toContain('1004 1 data/stories/1004/1.txt: It is no plain file.');
});

describe('changes that are hidden in the manifests', () => {
  const change = async (name: string, how: (text: string) => string): Promise<string[]> => {
    const copy = copyOf();
    const file = path.join(copy, name);
    const text = readFileSync(file, 'utf8');
    const changed = how(text);
    expect(changed).not.toBe(text);
    writeFileSync(file, changed);
    hideChanges(copy);
    return said(await findingsIn(copy));
  };

  test.each([
    [
      '1.html',
      'data/stories/1000/1.html',
      'Ferries stay',
      'Ferries sail',
      /^1000 1 data\/stories\/1000\/1\.html: It does not say what the data beside it says\.$/,
    ],
    [
      '1.txt',
      'data/stories/1000/1.txt',
      'Ferries stay',
      'Ferries sail',
      /^1000 1 data\/stories\/1000\/1\.txt: It does not say/,
    ],
    [
      '1.json',
      'data/stories/1000/1.json',
      'Ferries stay',
      'Ferries sail',
      /^1000 1 data\/stories\/1000\/1\.json: The lead is not what was recorded\.$/,
    ],
    [
      'a salt',
      'data/stories/1000/1.json',
      '"salt": "',
      '"salt": "A',
      /^1000 1 data\/stories\/1000\/1\.json: It cannot be read: the salt/,
    ],
    [
      'a field',
      'data/stories/1000/1.json',
      '"fields": {',
      '"fields": {\n    "x": {"salt": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "value": 1},',
      /^1000 1 data\/stories\/1000\/1\.json: The x is there, but the leaf does not commit to it\.$/,
    ],
    [
      'a letter that is none',
      'data/stories/1000/1.json',
      '"Ferries stay',
      '"\\ud800 stay',
      /^1000 1 data\/stories\/1000\/1\.json: It cannot be read: fields\.lead is not as an export writes it\.$/,
    ],
    [
      'a sentence',
      'data/stories/1000/record.json',
      'A word was wrong.',
      'A word was right.',
      /^1000 2 data\/stories\/1000\/record\.json: The note of the correct is not what was recorded\.$/,
    ],
    [
      'a leaf',
      'data/stories/1000/record.json',
      '\\"version\\":2',
      '\\"version\\":3',
      /^1000 3 data\/stories\/1000\/record\.json: The leaf of the correct is not entry 13 of the log\.$/,
    ],
    [
      'a state',
      'data/stories/1001/record.json',
      '"state": "killed"',
      '"state": "public"',
      /^1001 1 data\/stories\/1001\/record\.json: The story is “public” after the kill; it should be “killed”\.$/,
    ],
    [
      'a month',
      'data/index/2026-03.html',
      'Storm closes',
      'Storm opens',
      /data\/index\/2026-03\.html: What it lists on 2026-03-14 is not what the records/,
    ],
    [
      'a year',
      'data/index/2026.html',
      '13 stories',
      '12 stories',
      /data\/index\/2026\.html: It does not say what/,
    ],
    [
      'a link',
      'data/stories/1000/index.html',
      'href="1.html"',
      'href="9.html"',
      /^1000 {2}data\/stories\/1000\/index\.html: Its link 9\.html leads to no file\.$/,
    ],
    [
      'a key',
      'data/log/keys.json',
      '"how": "rotated"',
      '"how": "taken over"',
      /data\/log\/keys\.json: It is not keys as an export writes them\./,
    ],
    [
      'a time',
      'data/log/keys.json',
      '"fromSize": 17',
      '"fromSize": 18',
      /data\/log\/keys\.json: Signing keys: the key .* is not signed by the one before it/,
    ],
    ['the newest head', 'data/log/checkpoint', '267', '266', /data\/log\/checkpoint/],
    [
      'the settings',
      'data/agency.json',
      'Europe/Paris',
      'Asia/Tehran',
      /record\.json: Its pages were drawn otherwise/,
    ],
    ['the style', 'data/style.css', '#111', '#222', /data\/style\.css: It is not the style sheet/],
  ])('are found: %s', async (_, name, from, to, expected) => {
    const lines = await change(name, (text) => text.replace(from, to));
    expect(lines.join('\n')).toMatch(new RegExp(expected.source, 'm'));
  });

  test('are found: words, salt and page of one version, all changed to fit each other', async () => {
    const copy = copyOf();
    for (const ending of ['html', 'txt', 'json']) {
      const file = path.join(copy, `data/stories/1000/1.${ending}`);
      writeFileSync(file, readFileSync(file, 'utf8').replaceAll('Ferries stay', 'Ferries sail'));
    }
    hideChanges(copy);
    expect(said(await findingsIn(copy))).toEqual([
      '1000 1 data/stories/1000/1.json: The lead is not what was recorded.',
    ]);
  });

  test('are found: a story that was left out', async () => {
    const copy = copyOf();
    rmSync(path.join(copy, 'data/stories/1005'), { recursive: true });
    hideChanges(copy);
    const lines = said(await findingsIn(copy));
    expect(lines).toContain(
      '1005  data/stories/1005: Entry 5 of the log belongs to no act of a story that is here.',
    );
  });

  test('are found: a story that is there twice', async () => {
    const copy = copyOf();
    cpSync(path.join(copy, 'data/stories/1005'), path.join(copy, 'data/stories/2005'), { recursive: true });
    hideChanges(copy);
    const lines = said(await findingsIn(copy)).join('\n');
    expect(lines).toContain('2005  data/stories/2005/record.json: It is of story 1005.');
    expect(lines).toMatch(/Act 5 of the log is another story’s too\./);
  });

  test('are found: words put back where they were killed, held or redacted', async () => {
    const copy = copyOf();
    const field =
      '"fields": {\n    "headline": {"salt":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=","value":"Back"}';
    for (const [code, from] of [
      [1001, '"fields": {}'],
      [1002, '"fields": {}'],
    ] as const) {
      const file = path.join(copy, `data/stories/${code}/1.json`);
      writeFileSync(file, readFileSync(file, 'utf8').replace(from, `${field}\n  }`));
    }
    const file = path.join(copy, 'data/stories/1003/1.json');
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace('"fields": {', `${field.replace('headline', 'byline')},`),
    );
    hideChanges(copy);
    const lines = said(await findingsIn(copy)).join('\n');
    expect(lines).toContain(
      '1001 1 data/stories/1001/1.json: The story is withheld, but its headline is there.',
    );
    expect(lines).toContain(
      '1002 1 data/stories/1002/1.json: The story is withheld, but its headline is there.',
    );
    expect(lines).toContain('1003 1 data/stories/1003/1.json: The byline was redacted, but is there.');
  });

  test('are found: a picture taken out, and one that no story shows', async () => {
    const copy = copyOf();
    const [name] = [...filesIn(copy).keys()].filter((one) => one.startsWith('data/pictures/'));
    renameSync(path.join(copy, name as string), path.join(copy, 'data/pictures/other.svg'));
    hideChanges(copy);
    const lines = said(await findingsIn(copy)).join('\n');
    expect(lines).toContain(`${name}: manifest-sha256.txt does not have it, but a story shows it.`);
    expect(lines).toContain('data/pictures/other.svg: No story shows it.');
  });
});

describe('a log that was made anew as a whole', () => {
  test('is found by a checkpoint that somebody kept', async () => {
    const [honest, rewritten] = [await testDatabase(), await testDatabase()];
    await giveOwnKey(honest.pool);
    await publishOne(honest, { headline: 'The minister lied' });
    const kept = exportPlace();
    await exportTo(honest.pool, kept);
    const note = readFileSync(path.join(kept, 'data/log/checkpoint'), 'utf8');
    // The owner has the key, and records other words with it.
    const { rows } = await honest.pool.query(
      'select origin, vkey, secret, from_size, how, made_at from signing_keys',
    );
    await rewritten.pool.query('delete from signing_keys');
    await rewritten.pool.query(
      'insert into signing_keys (origin, vkey, secret, from_size, how, made_at) values ($1, $2, $3, $4, $5, $6)',
      Object.values(rows[0]),
    );
    await publishOne(rewritten, { headline: 'The minister did not lie' });
    await publishOne(rewritten);
    const root = exportPlace();
    await exportTo(rewritten.pool, root);
    expect(await findingsIn(root)).toEqual([]);
    expect(said(await findingsIn(root, note))).toEqual([
      expect.stringContaining(
        'this log does not go on from it: what was recorded up to entry 1 was changed since it was signed',
      ),
    ]);
    expect(await findingsIn(kept, note)).toEqual([]);
    await publishOne(honest);
    await exportTo(honest.pool, kept);
    expect(await findingsIn(kept, note)).toEqual([]);
  });

  test('is found too where other keys sign it, or entries were taken from its end', async () => {
    const [one, other] = [await testDatabase(), await testDatabase()];
    await giveOwnKey(one.pool);
    await giveOwnKey(other.pool);
    for (const { pool } of [one, other]) await publishOne({ pool });
    const [first, second] = [exportPlace(), exportPlace()];
    await exportTo(one.pool, first);
    await exportTo(other.pool, second);
    await publishOne(one);
    const longer = exportPlace();
    await exportTo(one.pool, longer);
    const note = (root: string) => readFileSync(path.join(root, 'data/log/checkpoint'), 'utf8');
    expect(said(await findingsIn(second, note(first)))).toEqual([
      expect.stringContaining('it is of another log'),
    ]);
    expect(said(await findingsIn(first, note(longer)))).toEqual([
      expect.stringContaining('it has 2 entries and this log 1: what came after was taken away'),
    ]);
    expect(said(await findingsIn(first, 'nonsense'))).toEqual([expect.stringContaining('it is none')]);
  });
});

test('reads nothing outside of the folder, whatever its manifest says', async () => {
  const copy = copyOf();
  const manifest = path.join(copy, 'manifest-sha256.txt');
  const line = `${'0'.repeat(64)}  data/../../secret\n`;
  writeFileSync(manifest, readFileSync(manifest, 'utf8') + line);
  expect(said(await findingsIn(copy)).join('\n')).toContain(
    'It has a line that is none of an export: data/../../secret',
  );
});

test('names lines of the manifest that are none, out of order, or without an end', async () => {
  const copy = copyOf();
  const manifest = path.join(copy, 'manifest-sha256.txt');
  const lines = readFileSync(manifest, 'utf8').trimEnd().split('\n');
  const [first, second] = lines.splice(0, 2) as [string, string];
  writeFileSync(manifest, [second, first, 'no line', ...lines].join('\n'));
  const found = said(await findingsIn(copy));
  const [early, late] = [first.slice(66), second.slice(66)];
  expect(
    found.some((line) =>
      line.endsWith(
        `${early}: It stands after ${late} in manifest-sha256.txt, out of the order of an export.`,
      ),
    ),
  ).toBe(true);
  expect(found).toContain('  manifest-sha256.txt: It has a line that is none of an export: no line');
  expect(found).toContain('  manifest-sha256.txt: Its last line has no end.');
});

test('says what a folder is that holds no export', async () => {
  const root = exportPlace();
  const why = async () => {
    const outcome = await verifyExport(root, { threads: 0, tell: () => {} });
    return outcome.ok ? '' : outcome.why;
  };
  expect(await why()).toMatch(/There is no folder/);
  mkdirSync(root);
  expect(await why()).toMatch(/holds no export/);
  const copy = copyOf();
  rmSync(path.join(copy, 'manifest-sha256.txt'));
  expect(await verifyExport(copy, { threads: 0, tell: () => {} })).toMatchObject({
    ok: false,
    why: expect.stringMatching(/unfinished/),
  });
  expect(existsSync(copy)).toBe(true);
});

test('an export whose pages another version of the program drew is checked by its words', async () => {
  const copy = copyOf();
  const info = path.join(copy, 'bag-info.txt');
  const { drawnWith } = JSON.parse(readFileSync(path.join(copy, 'data/stories/1000/record.json'), 'utf8'));
  // As if every label had been worded otherwise.
  const { drawingOf } = await import('./drawing.ts');
  const other = drawingOf(
    JSON.parse(readFileSync(path.join(copy, 'data/agency.json'), 'utf8')),
    'f'.repeat(32),
  );
  writeFileSync(
    info,
    readFileSync(info, 'utf8').replace(/^Drawn-With: .*$/m, `Drawn-With: ${'f'.repeat(32)}`),
  );
  for (const [name, text] of filesIn(copy)) {
    const file = path.join(copy, name);
    const utf8 = Buffer.from(text, 'latin1').toString();
    if (name.endsWith('record.json')) writeFileSync(file, utf8.replace(drawnWith, other.drawnWith));
    if (/stories\/.*(html|txt)$/.test(name))
      writeFileSync(file, utf8.replaceAll('Published by', 'Released to readers by'));
  }
  hideChanges(copy);
  expect(await findingsIn(copy)).toEqual([]);
  const file = path.join(copy, 'data/stories/1000/1.html');
  writeFileSync(file, readFileSync(file, 'utf8').replace('Ferries stay', 'Ferries sail'));
  hideChanges(copy);
  expect(said(await findingsIn(copy))).toEqual([
    '1000 1 data/stories/1000/1.html: It does not say what the data beside it says.',
  ]);
});

test('an export says its dates in the calendars of its agency, and a calendar that is none is found', async () => {
  const database = await makeDatabase();
  await giveOwnKey(database.pool);
  const [edition, ...others] = agency.editions as [Edition, ...Edition[]];
  const dates = { calendar: 'gregory', beside: 'islamic-umalqura', numerals: 'latn' } as const;
  await writeAgency(database.pool, { ...agency, editions: [{ ...edition, dates }, ...others] });
  await publishOne(database);
  const root = exportPlace();
  await exportTo(database.pool, root);
  await database.drop();
  const page = readFileSync(path.join(root, 'data/stories/1000/1.html'), 'utf8');
  expect(page).toMatch(/<small>\d+ Ramadan 1447<\/small>/);
  expect(await findingsIn(root)).toEqual([]);
  const file = path.join(root, 'data/agency.json');
  writeFileSync(file, readFileSync(file, 'utf8').replace('islamic-umalqura', 'x y'));
  hideChanges(root);
  expect(said(await findingsIn(root)).join('\n')).toContain('It is not the settings of an agency');
});
