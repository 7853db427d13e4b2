/**
 * The keys that sign the log. The first is made at the first start; a rotation makes another, which the old one signs; a
 * record that was taken over from an export goes on under a key of our own, and says so.
 */
import { randomBytes } from 'node:crypto';
import type { Client } from '../stories/story-store.ts';
import { makeNoteKey, openNote, signNote } from './signed-note.ts';

export type SigningKey = {
  origin: string;
  vkey: string;
  /** Null: not ours, or replaced. */
  secret: Buffer | null;
  /** Checkpoints of larger trees than this are signed with it. */
  fromSize: number;
  how: 'first' | 'rotated' | 'taken over';
  /** A signed note of the old key that names this one; rotated keys only. */
  handover: string | null;
  madeAt: Date;
};

/** All keys, the newest last. */
export async function readKeys(db: Client): Promise<SigningKey[]> {
  const { rows } = await db.query<SigningKey>(
    `select origin, vkey, secret, from_size as "fromSize", how, handover, made_at as "madeAt"
     from signing_keys order by id`,
  );
  return rows;
}

/** Makes the installation's first key where it has none. Its origin names the log for ever, whatever its address. */
export async function makeFirstKey(db: Client, now: Date): Promise<void> {
  if ((await readKeys(db)).length > 0) return;
  await insertKey(db, newKey(`wireroom-log/${randomBytes(8).toString('hex')}`, 0, 'first', now));
}

/** The key to sign the next checkpoint with. Where the record was taken over, ours is made at the first act. */
export async function keyForSigning(
  db: Client,
  size: number,
  now: Date,
): Promise<SigningKey & { secret: Buffer }> {
  const newest = (await readKeys(db)).at(-1);
  if (!newest) throw new Error('The log has no signing key: table signing_keys is empty.');
  if (newest.secret) return { ...newest, secret: newest.secret };
  const ours = newKey(newest.origin, size, 'taken over', now);
  await insertKey(db, ours);
  return ours;
}

/** Makes a new key, has the old one sign it, and forgets the old secret. The caller holds the log's head. */
export async function rotateKey(db: Client, size: number, now: Date): Promise<SigningKey> {
  const old = await keyForSigning(db, size, now);
  const next = newKey(old.origin, size, 'rotated', now);
  const both = [old, next];
  const handover = signNote(handoverText(old.origin, size, next.vkey), both);
  await insertKey(db, { ...next, handover });
  await db.query('update signing_keys set secret = null where vkey = $1', [old.vkey]);
  return { ...next, handover };
}

/** What the old key signs: the log, the size up to which it signed, and the key that goes on. */
function handoverText(origin: string, size: number, vkey: string): string {
  return `${origin}\nkey handover\n${size}\n${vkey}\n`;
}

/** Whether each key but the first, and but those of a record that was taken over, is signed by the one before it. */
export function whyKeysBreak(
  keys: Pick<SigningKey, 'origin' | 'vkey' | 'fromSize' | 'how' | 'handover'>[],
): string | null {
  for (const [at, key] of keys.entries()) {
    const before = keys[at - 1];
    if (!before) {
      if (key.how !== 'first') return `the first key ${key.vkey} is called “${key.how}”`;
      continue;
    }
    if (key.how === 'first') return `a second key, ${key.vkey}, is called the first`;
    if (key.fromSize < before.fromSize) return `the key ${key.vkey} begins before the one it follows`;
    if (key.how === 'taken over') continue;
    const opened = openNote(key.handover ?? '', [before.vkey]);
    if (!opened.ok || opened.text !== handoverText(key.origin, key.fromSize, key.vkey))
      return `the key ${key.vkey} is not signed by the one before it`;
  }
  return null;
}

function newKey(origin: string, fromSize: number, how: SigningKey['how'], madeAt: Date) {
  return { ...makeNoteKey(origin), origin, fromSize, how, handover: null, madeAt };
}

export async function insertKey(db: Client, key: SigningKey): Promise<void> {
  await db.query(
    `insert into signing_keys (origin, vkey, secret, from_size, how, handover, made_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [key.origin, key.vkey, key.secret, key.fromSize, key.how, key.handover, key.madeAt],
  );
}

/**
 * The public keys as text for people: a line for each key, then the tree size it begins above, and under a rotated key,
 * indented, the note that the old one signed.
 */
export function describeKeys(keys: SigningKey[]): string {
  return keys
    .map(({ vkey, fromSize, how, handover, madeAt }) =>
      [
        vkey,
        `  signs trees larger than ${fromSize}; ${how}, ${madeAt.toISOString()}`,
        (handover ?? '').replace(/^(?=.)/gm, '    '),
      ]
        .filter(Boolean)
        .join('\n'),
    )
    .join('\n\n')
    .concat('\n');
}
