/**
 * Which comments were erased on a person's request, in a file of the data folder, beside the database and not in it: an older
 * backup has the words of them still, and whoever restores it erases again by this list. It has nothing of a person in it: the
 * number of a comment, and two times.
 */
import {
  closeSync,
  existsSync,
  fchmodSync,
  fstatSync,
  fsyncSync,
  openSync,
  readFileSync,
  readSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { makeFolder } from '../make-folder.ts';

/**
 * Numbers are given again where a database was put back by other means than ours: only with the time at which it was sent is a
 * comment the one that was erased.
 */
export type Erasure = { comment: number; sentAt: Date; erasedAt: Date };

export type Ledger = {
  erasures: Erasure[];
  /** Lines that say nothing that can be understood, counted from 1. */
  unread: number[];
};

export function ledgerIn(dataDir: string): string {
  return path.join(dataDir, 'erased-comments.jsonl');
}

/** On disk when it returns: to be called before the erasure is committed, so that none is ever missing here. */
export function noteErasures(dataDir: string, erasures: readonly Erasure[]): void {
  if (erasures.length === 0) return;
  makeFolder(dataDir);
  const file = openSync(ledgerIn(dataDir), 'a+', 0o600);
  try {
    fchmodSync(file, 0o600);
    // A line that lost its end with the machine's power must not take the next one with it.
    const { size } = fstatSync(file);
    const last = Buffer.alloc(1);
    if (size > 0) readSync(file, last, 0, 1, size - 1);
    writeSync(file, (size > 0 && last.toString() !== '\n' ? '\n' : '') + erasures.map(lineOf).join(''));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** As above, of erasures that were learnt elsewhere: those that it has already are not noted again. */
export function noteLearntErasures(dataDir: string, erasures: readonly Erasure[]): void {
  const nameOf = ({ comment, sentAt }: Erasure) => `${comment} ${sentAt.toISOString()}`;
  const known = new Set(readLedger(ledgerIn(dataDir)).erasures.map(nameOf));
  noteErasures(
    dataDir,
    erasures.filter((erasure) => !known.has(nameOf(erasure))),
  );
}

/** Nothing where there is no such file. */
export function readLedger(file: string): Ledger {
  const ledger: Ledger = { erasures: [], unread: [] };
  if (!existsSync(file)) return ledger;
  for (const [at, line] of readFileSync(file, 'utf8').split('\n').entries()) {
    if (line === '') continue;
    const erasure = readLine(line);
    if (erasure) ledger.erasures.push(erasure);
    else ledger.unread.push(at + 1);
  }
  return ledger;
}

function lineOf({ comment, sentAt, erasedAt }: Erasure): string {
  return `${JSON.stringify({ comment, sentAt: sentAt.toISOString(), erasedAt: erasedAt.toISOString() })}\n`;
}

function readLine(line: string): Erasure | null {
  try {
    const { comment, sentAt, erasedAt } = JSON.parse(line) as Record<string, unknown>;
    const erasure = {
      comment: Number(comment),
      sentAt: new Date(String(sentAt)),
      erasedAt: new Date(String(erasedAt)),
    };
    const times = [erasure.sentAt, erasure.erasedAt].every((time) => !Number.isNaN(time.getTime()));
    return Number.isSafeInteger(erasure.comment) && times ? erasure : null;
  } catch {
    return null;
  }
}
