/** The log as files: tiles and entries as C2SP tlog-tiles has them, every signed head, and the public keys. */

import { packEntries } from '../log/entry-bundle.ts';
import { checkpointsFrom, readEntries, tileReader, tileWidth } from '../log/log-store.ts';
import { readKeys, type SigningKey } from '../log/signing-keys.ts';
import { entriesPath, hashTilePath } from '../log/tile-path.ts';
import type { Client } from '../stories/story-store.ts';
import { exportJson } from './export-json.ts';
import { logFolder } from './export-paths.ts';

/** One file of the log. `whole`: it never changes again. */
export type LogFile = { path: string; whole: boolean; read: (db: Client) => Promise<Buffer> };

/** All files of a log of `size` entries but the newest checkpoint and the keys. */
export function* logFiles(size: number): Generator<LogFile> {
  for (let level = 0, count = size; count > 0; level++, count = Math.floor(count / tileWidth)) {
    for (let index = 0; index * tileWidth < count; index++) {
      const width = Math.min(tileWidth, count - index * tileWidth);
      const whole = width === tileWidth;
      yield {
        path: `${logFolder}/${hashTilePath(level, index, width)}`,
        whole,
        read: (db) => tileReader(db)(level, index, width),
      };
      if (level > 0) continue;
      yield {
        path: `${logFolder}/${entriesPath(index, width)}`,
        whole,
        read: async (db) => packEntries(await readEntries(db, index, width)),
      };
      yield {
        path: checkpointsPath(index, width),
        whole,
        read: async (db) =>
          Buffer.from(joinNotes(await checkpointsFrom(db, index * tileWidth, index * tileWidth + width))),
      };
    }
  }
}

/** Checkpoints of the sizes from 256 * index + 1 on, `width` sizes: `data/log/checkpoints/x001/234.txt`, as entries lie. */
export function checkpointsPath(index: number, width: number): string {
  return `${logFolder}/checkpoints/${entriesPath(index, width).slice('tile/entries/'.length)}.txt`;
}

/** Notes one after the other, with an empty line between. */
export function joinNotes(notes: string[]): string {
  return notes.join('\n');
}

/** @returns null where the text is not notes, each of a text, an empty line and signatures. */
export function partNotes(text: string): string[] | null {
  if (text === '') return [];
  const parts = text.split('\n\n');
  if (parts.length % 2 !== 0 || !text.endsWith('\n')) return null;
  const notes: string[] = [];
  for (let at = 0; at < parts.length; at += 2)
    notes.push(`${parts[at]}\n\n${parts[at + 1]}${at + 2 < parts.length ? '\n' : ''}`);
  return notes;
}

export type PublicKey = Omit<SigningKey, 'secret' | 'madeAt'> & { madeAt: string };

/** Public: the secrets stay. */
export async function publicKeys(db: Client): Promise<PublicKey[]> {
  return (await readKeys(db)).map(({ origin, vkey, fromSize, how, handover, madeAt }) => ({
    origin,
    vkey,
    fromSize,
    how,
    handover,
    madeAt: madeAt.toISOString(),
  }));
}

export function keysJson(keys: PublicKey[]): string {
  return exportJson(keys, 2);
}
