/** Every SQL statement about logos. They are named by the SHA-256 of their bytes, in hex. */
import { createHash } from 'node:crypto';
import type { Client } from '../stories/story-store.ts';

/** Size in CSS pixels; the picture (WebP) has twice as many. */
export type KeptLogo = { hash: string; width: number; height: number; bytes: Buffer };

/** @returns its hash. */
export async function keepLogo(
  db: Client,
  { width, height, bytes }: Omit<KeptLogo, 'hash'>,
): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest();
  await db.query(
    'insert into logos (sha256, width, height, bytes) values ($1, $2, $3, $4) on conflict do nothing',
    [sha256, width, height, bytes],
  );
  return sha256.toString('hex');
}

export async function readLogo(db: Client, hash: string): Promise<KeptLogo | null> {
  const { rows } = await db.query<Omit<KeptLogo, 'hash'>>(
    'select width, height, bytes from logos where sha256 = $1',
    [Buffer.from(hash, 'hex')],
  );
  return rows[0] ? { hash, ...rows[0] } : null;
}

/** Those of the hashes that are kept. */
export async function knownLogos(db: Client, hashes: string[]): Promise<string[]> {
  const { rows } = await db.query<{ hash: string }>(
    `select encode(sha256, 'hex') as hash from logos where encode(sha256, 'hex') = any ($1)`,
    [hashes],
  );
  return rows.map(({ hash }) => hash);
}

/** All but these go: those that were sent and never shown, and those that are shown no more. */
export async function dropOtherLogos(db: Client, hashes: (string | null)[]): Promise<void> {
  await db.query(`delete from logos where not encode(sha256, 'hex') = any ($1)`, [
    hashes.filter((one) => one !== null),
  ]);
}
