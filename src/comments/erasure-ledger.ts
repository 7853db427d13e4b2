/**
 * Which comments were erased on a person's request, and which addresses are never to be asked again, in a file of the data folder,
 * beside the database and not in it: an older backup has the words still, and has nothing of the wish, and whoever restores it does
 * both again by this list. It has nothing of a person in it: the number of a comment, the keyed hash of an address, and times.
 */
import {
  appendFileSync,
  closeSync,
  existsSync,
  fchmodSync,
  fstatSync,
  fsyncSync,
  openSync,
  readFileSync,
  readSync,
} from 'node:fs';
import path from 'node:path';
import { makeFolder } from '../make-folder.ts';
import type { AddressWish } from './unasked-store.ts';

/**
 * Numbers are given again where a database was put back by other means than ours: only with the time at which it was sent is a
 * comment the one that was erased.
 */
export type Erasure = { comment: number; sentAt: Date; erasedAt: Date };

export type Ledger = {
  erasures: Erasure[];
  /** In the order in which they were said. */
  wishes: AddressWish[];
  /** Lines that say nothing that can be understood, counted from 1. */
  unread: number[];
};

export function ledgerIn(dataDir: string): string {
  return path.join(dataDir, 'erased-comments.jsonl');
}

/** On disk when it returns: to be called before the erasure is committed, so that none is ever missing here. */
export function noteErasures(dataDir: string, erasures: readonly Erasure[]): void {
  note(dataDir, erasures.map(lineOf));
}

/** As above, before the wish is committed. */
export function noteAddressWishes(dataDir: string, wishes: readonly AddressWish[]): void {
  note(dataDir, wishes.map(wishLineOf));
}

function note(dataDir: string, lines: readonly string[]): void {
  if (lines.length === 0) return;
  makeFolder(dataDir);
  const file = openSync(ledgerIn(dataDir), 'a+', 0o600);
  try {
    fchmodSync(file, 0o600);
    // A line that lost its end with the machine's power must not take the next one with it.
    const { size } = fstatSync(file);
    const last = Buffer.alloc(1);
    if (size > 0) readSync(file, last, 0, 1, size - 1);
    // On a full disk a single write takes a part, and says nothing.
    appendFileSync(file, (size > 0 && last.toString() !== '\n' ? '\n' : '') + lines.join(''));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** As above, of what was learnt elsewhere: what it has already is not noted again. */
export function noteLearnt(dataDir: string, { erasures, wishes }: Pick<Ledger, 'erasures' | 'wishes'>): void {
  const nameOf = ({ comment, sentAt }: Erasure) => `${comment} ${sentAt.toISOString()}`;
  const has = readLedger(ledgerIn(dataDir));
  const known = new Set([...has.erasures.map(nameOf), ...has.wishes.map(wishLineOf)]);
  noteErasures(
    dataDir,
    erasures.filter((erasure) => !known.has(nameOf(erasure))),
  );
  noteAddressWishes(
    dataDir,
    wishes.filter((wish) => !known.has(wishLineOf(wish))),
  );
}

/** Nothing where there is no such file. */
export function readLedger(file: string): Ledger {
  const ledger: Ledger = { erasures: [], wishes: [], unread: [] };
  if (!existsSync(file)) return ledger;
  for (const [at, line] of readFileSync(file, 'utf8').split('\n').entries()) {
    if (line === '') continue;
    const said = readLine(line);
    if (!said) ledger.unread.push(at + 1);
    else if ('comment' in said) ledger.erasures.push(said);
    else ledger.wishes.push(said);
  }
  return ledger;
}

function lineOf({ comment, sentAt, erasedAt }: Erasure): string {
  return `${JSON.stringify({ comment, sentAt: sentAt.toISOString(), erasedAt: erasedAt.toISOString() })}\n`;
}

function wishLineOf({ addressHash, unasked, saidAt }: AddressWish): string {
  const wish = { address: addressHash.toString('hex'), unasked, saidAt: saidAt.toISOString() };
  return `${JSON.stringify(wish)}\n`;
}

function readLine(line: string): Erasure | AddressWish | null {
  try {
    const said = JSON.parse(line) as Record<string, unknown>;
    return 'address' in said ? readWish(said) : readErasure(said);
  } catch {
    return null;
  }
}

function readErasure({ comment, sentAt, erasedAt }: Record<string, unknown>): Erasure | null {
  const erasure = {
    comment: Number(comment),
    sentAt: new Date(String(sentAt)),
    erasedAt: new Date(String(erasedAt)),
  };
  const areTimes = isTime(erasure.sentAt) && isTime(erasure.erasedAt);
  return Number.isSafeInteger(erasure.comment) && areTimes ? erasure : null;
}

function readWish({ address, unasked, saidAt }: Record<string, unknown>): AddressWish | null {
  const at = new Date(String(saidAt));
  if (!/^[0-9a-f]{64}$/.test(String(address)) || typeof unasked !== 'boolean' || !isTime(at)) return null;
  return { addressHash: Buffer.from(String(address), 'hex'), unasked, saidAt: at };
}

function isTime(time: Date): boolean {
  return !Number.isNaN(time.getTime());
}
