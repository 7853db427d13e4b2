/** Does the acts that are due, each in a transaction of its own. Two processes share the work. */
import type pg from 'pg';
import type { Agency } from '../editions/edition.ts';
import { inTransaction } from '../record/transaction.ts';
import { type Keeping, keepDoing } from '../web/keep-doing.ts';
import type { Acted } from './begin-act.ts';
import { performAct } from './perform-act.ts';
import { type Result, sentenceOf } from './refusal.ts';
import { dueInRecord, type ScheduledAct, settleScheduled, takeDueAct } from './schedule-store.ts';

export type Clockwork = {
  pool: pg.Pool;
  agency: Agency;
  clock: () => Date;
  /** Hears what was done later than it should have been, and what was refused. */
  tell: (sentence: string) => void;
};

/** An act is late where it comes more than this after it was due, in milliseconds. */
const punctualMs = 1_000;

/** How often is looked for acts that are due, in milliseconds: none is later than that while the program runs. */
const lookEveryMs = 250;

/** Does everything that is due now, oldest first. @returns how many acts were done or refused. */
export async function fireDueActs(works: Clockwork): Promise<number> {
  for (let count = 0; ; count++) {
    if (!(await fireNext(works))) return count;
  }
}

async function fireNext({ pool, agency, clock, tell }: Clockwork): Promise<boolean> {
  const said = await inTransaction(pool, async (db) => {
    const now = clock();
    const due = await takeDueAct(db, now);
    if (!due) return null;
    // A refusal keeps what was read; what an act has written by then is taken back with it.
    await db.query('savepoint act');
    const basedOn = due.undoable ? due.asked.basedOn : undefined;
    const order = { ...due, ...due.asked, basedOn, dueAt: dueInRecord(due, now) };
    const done = await performAct({ db, agency, now }, order).catch(whatIsWrongWithIt);
    if (!done.ok) await db.query('rollback to savepoint act');
    const outcome = done.ok ? '' : 'why' in done ? done.why : sentenceOf(done.refusal);
    await settleScheduled(db, due.id, { actId: done.ok ? done.value.actId : null, outcome });
    return describe(due, done, outcome);
  });
  if (said) tell(said);
  return said !== null;
}

/** Data that the database will not take would stop all acts behind it; any other failure is tried again. */
function whatIsWrongWithIt(error: unknown): { ok: false; why: string } {
  const { code = '', message } = error as pg.DatabaseError;
  if (!/^(22|23|54)/.test(code)) throw error;
  return { ok: false, why: `The database does not take it: ${message}.` };
}

/** Empty where it was done on time: there is nothing to say. */
function describe(due: ScheduledAct, done: Result<Acted> | { ok: false }, outcome: string): string {
  const what = `Story ${due.code ?? '(no code)'}: ${due.kind}, due at ${due.dueAt.toISOString()}`;
  if (!done.ok) return `${what}, was refused. ${outcome}`;
  const lateMs = done.value.actedAt.getTime() - due.dueAt.getTime();
  return lateMs > punctualMs ? `${what}, was done ${lateWords(lateMs)} late.` : '';
}

function lateWords(ms: number): string {
  const seconds = Math.round(ms / 1_000);
  if (seconds < 120) return `${seconds} seconds`;
  const minutes = Math.round(seconds / 60);
  return minutes < 120 ? `${minutes} minutes` : `${Math.round(minutes / 60)} hours`;
}

/** Looks for due acts until it is stopped. */
export function keepFiring(works: Clockwork): Keeping {
  const work = () => fireDueActs(works);
  return keepDoing('Scheduled acts', { everyMs: lookEveryMs, work, tell: works.tell });
}
