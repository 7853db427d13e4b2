/** The first and the last entry of a backup: what it holds, and the hash of each of its pieces. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../project-root.ts';
import type { Table } from './table-order.ts';

/** Of the container and of these two entries. A program refuses one that it does not know. */
export const format = 1;

export type BackupHead = {
  format: number;
  /** Version of the Wireroom that made it. */
  program: string;
  /** Of the PostgreSQL it comes from. */
  postgres: string;
  /** Name of the agency in its first edition; empty where the installation has no settings. */
  agency: string;
  /** UTC instant of the snapshot. */
  madeAt: string;
  migrations: { name: string; sha256: string }[];
  /** In the order in which they can be loaded. */
  tables: (Table & { rows: number })[];
  /** Where the numbers of identity columns continue; `last` in decimal digits. */
  sequences: { name: string; last: string; called: boolean }[];
};

/** One entry of the container. `sha256` in hex. */
export type Piece = { name: string; bytes: number; sha256: string };

/** Every entry before it, in order. */
export type Manifest = { pieces: Piece[] };

export const headName = 'backup.json';
/** Comes right behind the head: what it says decides what is done with the rest. */
export const headSumName = 'backup.json.sha256';
export const manifestName = 'manifest.json';

/** `nth` counts from 1. The hash in the name lets each piece be checked before anything is done with it. */
export function pieceName(table: string, nth: number, sha256: string): string {
  return `tables/${table}/${String(nth).padStart(6, '0')}-${sha256}`;
}

/** What `pieceName` made; null for any other name. */
export function readPieceName(name: string): { table: string; nth: number; sha256: string } | null {
  const [, table, nth, sha256] = /^tables\/([^/]+)\/(\d{6,})-([0-9a-f]{64})$/.exec(name) ?? [];
  return table && nth && sha256 ? { table, nth: Number(nth), sha256 } : null;
}

export function rowsOf(head: BackupHead, table: string): number {
  return head.tables.find(({ name }) => name === table)?.rows ?? 0;
}

export function programVersion(): string {
  const { version } = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as {
    version: string;
  };
  return version;
}
