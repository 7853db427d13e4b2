/** Whatever is wrong with a file is found before anything of it is kept, and said in one sentence. */
import { randomBytes, randomInt } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { zstdCompressSync } from 'node:zlib';
import { Decrypter, Encrypter } from 'age-encryption';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { backUp, backupFolder, everything, restoreInto } from '../../test/backups.ts';
import { publishOne } from '../../test/invented-story.ts';
import { makeDatabase, type TestDatabase } from '../../test/test-database.ts';
import {
  type BackupRefusal,
  type BackupResult,
  backupSentence,
  Refused,
  refusable,
} from './backup-refusal.ts';
import { checkBackup } from './check-backup.ts';
import { pieceBytes } from './pieces.ts';
import { writeBackup } from './write-backup.ts';

const folder = backupFolder(afterAll);
const passphrase = 'ice floe at noon';

/** A backup with a value of more than two pieces; one that is small; the small one encrypted, and so that it opens quickly. */
let large: Buffer;
let small: Buffer;
let encrypted: Buffer;
let quick: Buffer;
/** Where it would be restored to. */
let place: TestDatabase;
let before: Awaited<ReturnType<typeof everything>>;

beforeAll(async () => {
  const from = await makeDatabase();
  await publishOne(from);
  const bytesOf = async (name: string, secret: string | null) => {
    const file = path.join(folder, name);
    await backUp(from.pool, { file, passphrase: secret });
    return readFileSync(file);
  };
  small = await bytesOf('small', null);
  encrypted = await bytesOf('encrypted', passphrase);
  quick = await encryptedForQuickOpening(encrypted);
  await from.pool.query(`insert into raw_evidence values (sha256($1), 'noise', $1, now())`, [
    randomBytes(2.5 * pieceBytes),
  ]);
  large = await bytesOf('large', null);
  await from.drop();
  place = await makeDatabase();
  before = await everything(place.pool);
});
afterAll(() => place.drop());

/** The same words under the same passphrase, by age itself: its key is derived in a moment, not in a second. */
async function encryptedForQuickOpening(bytes: Buffer): Promise<Buffer> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  const encrypter = new Encrypter();
  encrypter.setScryptWorkFactor(10);
  encrypter.setPassphrase(passphrase);
  return Buffer.from(await encrypter.encrypt(await decrypter.decrypt(bytes)));
}

/** A file with these bytes. */
function fileOf(bytes: Uint8Array): string {
  const file = path.join(folder, 'tried');
  writeFileSync(file, bytes);
  return file;
}

function flipped(bytes: Buffer, at: number, bit = randomInt(8)): Buffer {
  const changed = Buffer.from(bytes);
  changed[at] = (changed[at] as number) ^ (1 << bit);
  return changed;
}

/** `count` offsets: the first and the last bytes, the others anywhere. */
function offsets(bytes: Buffer, count: number): number[] {
  const edges = [0, 1, 3, 4, 5, bytes.length - 1, bytes.length - 33, bytes.length - 37];
  return [...edges, ...Array.from({ length: count - edges.length }, () => randomInt(bytes.length))];
}

function kindOf(result: BackupResult<unknown>): BackupRefusal['kind'] | 'fine' {
  return result.ok ? 'fine' : result.refusal.kind;
}

/** What one sees of a file by reading it; restoring sees the same and more. */
const check = async (bytes: Buffer, secret: string | null = null) =>
  kindOf(await refusable(() => checkBackup(fileOf(bytes), secret)));

it('takes the files as they are', async () => {
  expect([await check(large), await check(small)]).toEqual(['fine', 'fine']);
  expect([await check(encrypted, passphrase), await check(quick, passphrase)]).toEqual(['fine', 'fine']);
});

it('never restores a file of which one bit changed, and keeps nothing of it', async () => {
  for (const at of offsets(large, 40)) {
    const kind = kindOf(await restoreInto(place.pool, fileOf(flipped(large, at))));
    expect(['damaged', ...(at < 4 ? ['not-a-backup'] : [])], `byte ${at} of ${large.length}`).toContain(kind);
  }
  expect(await everything(place.pool)).toEqual(before);
}, 120_000);

it('sees every single byte of a small file change', async () => {
  const passed: number[] = [];
  for (let at = 4; at < small.length; at++)
    if ((await check(flipped(small, at))) !== 'damaged') passed.push(at);
  console.log(`${small.length} bytes, one changed at a time`);
  expect(passed).toEqual([]);
}, 180_000);

it('never opens an encrypted file of which one bit changed', async () => {
  const header = quick.indexOf('--- ');
  for (const at of [0, 30, 40, header - 10, header + 10, ...offsets(quick, 12).slice(6)]) {
    const kind = await check(flipped(quick, at, 0), passphrase);
    expect(['damaged', 'wrong-passphrase', 'not-a-backup'], `byte ${at} of ${quick.length}`).toContain(kind);
  }
}, 180_000);

it('never restores a file of which an end is missing, or that goes on', async () => {
  for (const part of [0.001, 0.3, 0.6, 0.999])
    expect(kindOf(await restoreInto(place.pool, fileOf(large.subarray(0, large.length * part))))).toBe(
      'damaged',
    );
  for (const missing of [1, 39, 40, 41, 100, 600])
    expect(kindOf(await restoreInto(place.pool, fileOf(large.subarray(0, -missing))))).toBe('damaged');
  for (const length of [0, 1, 3]) expect(await check(small.subarray(0, length))).toBe('not-a-backup');
  for (const more of [Buffer.of(0), Buffer.alloc(512), small])
    expect(kindOf(await restoreInto(place.pool, fileOf(Buffer.concat([large, more]))))).toBe('damaged');
  for (const length of [30, 150, 300, quick.length - 1])
    expect(await check(quick.subarray(0, length), passphrase)).toBe('damaged');
  expect(await everything(place.pool)).toEqual(before);
});

it('asks for the passphrase, and refuses another', async () => {
  const file = fileOf(quick);
  const sentence = async (secret: string | null) => {
    const result = await restoreInto(place.pool, file, { passphrase: secret });
    return result.ok ? '' : backupSentence(result.refusal);
  };
  expect(await sentence(null)).toBe(
    `${file} is encrypted: give its passphrase with --passphrase-file FILE or in WIREROOM_PASSPHRASE.`,
  );
  expect(await sentence('ice floe at one')).toBe(
    `The passphrase does not open ${file}: it is another one, or the beginning of the file is damaged.`,
  );
  expect(await everything(place.pool)).toEqual(before);
});

it.each<[string, Uint8Array, BackupRefusal['kind']]>([
  ['text', Buffer.from('The harbour is closed.'), 'not-a-backup'],
  ['zeros', Buffer.alloc(10_000), 'not-a-backup'],
  ['something else in zstd', zstdCompressSync(Buffer.from('The harbour is closed.')), 'damaged'],
  ['something else in age', Buffer.from('age-encryption.org/v1\n-> X25519 abc\n'), 'damaged'],
])('refuses %s', async (_, bytes, kind) => {
  expect(kindOf(await restoreInto(place.pool, fileOf(bytes), { passphrase }))).toBe(kind);
  expect(await everything(place.pool)).toEqual(before);
});

it('says in a sentence that there is no file, or that it is a folder', async () => {
  mkdirSync(path.join(folder, 'inner'), { recursive: true });
  const cases = [
    [path.join(folder, 'none'), 'cannot be read (ENOENT): there is no such file.'],
    [path.join(folder, 'inner'), 'cannot be read (EISDIR): see to it that it is a file which you may read.'],
  ] as const;
  for (const [file, words] of cases) {
    const result = await restoreInto(place.pool, file);
    expect(result.ok ? '' : backupSentence(result.refusal)).toBe(`${file} ${words}`);
  }
});

/** A file whose seal and hashes fit, with what a mistake of ours could have put in it. */
async function written(head: object, pieces: { table: string; bytes: Buffer }[]): Promise<string> {
  const parts: Uint8Array[] = [];
  const all = async function* () {
    yield* pieces;
  };
  const whole = {
    format: 1,
    program: '',
    postgres: '',
    agency: '',
    madeAt: '2026-03-14T12:00:00Z',
    migrations: [],
  };
  await writeBackup(
    { head: { ...whole, tables: [], sequences: [], ...head }, pieces: all() },
    {
      passphrase: null,
      write: async (source) => {
        for await (const part of source) parts.push(part);
      },
    },
  );
  return fileOf(Buffer.concat(parts));
}

const noRows = Buffer.concat([
  Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1'),
  Buffer.alloc(8),
  Buffer.from('ffff', 'hex'),
]);

it.each([
  ['fewer rows than its head says', { tables: [{ name: 'acts', columns: ['id'], rows: 1 }] }, [], 'damaged'],
  ['no rows at all of a table', { tables: [{ name: 'acts', columns: ['id'], rows: 0 }] }, [], 'damaged'],
  ['rows of a table its head does not name', {}, [{ table: 'acts', bytes: noRows }], 'damaged'],
  [
    'rows that are none',
    { tables: [{ name: 'acts', columns: ['id'], rows: 0 }] },
    [{ table: 'acts', bytes: Buffer.from('no rows at all, these') }],
    'damaged',
  ],
  ['a format that is to come', { format: 2 }, [], 'newer'],
])('checks for %s', async (_, head, pieces, kind) => {
  const file = await written(head, pieces);
  expect(kindOf(await refusable(() => checkBackup(file, null)))).toBe(kind);
});

it('hands on what the sink refuses', async () => {
  const refusal = new Refused({ kind: 'cannot-write', file: 'f', code: 'ENOSPC' });
  const head = {
    tables: [],
    sequences: [],
    migrations: [],
    format: 1,
    program: '',
    postgres: '',
    agency: '',
    madeAt: '2026-03-14T12:00:00Z',
  };
  const pieces = async function* () {
    for (;;) yield { table: 'noise', bytes: randomBytes(pieceBytes) };
  };
  for (const secret of [null, passphrase]) {
    const write = async (source: AsyncIterable<Uint8Array>) => {
      let room = 9_000_000;
      for await (const bytes of source) {
        room -= bytes.length;
        if (room < 0) throw refusal;
      }
    };
    await expect(writeBackup({ head, pieces: pieces() }, { passphrase: secret, write })).rejects.toBe(
      refusal,
    );
  }
});
