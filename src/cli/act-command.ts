/** `bin/wireroom act CODE KIND`: acts on a story, now or at a time to come. */
import type pg from 'pg';
import { backupsSince } from '../backup/backup-store.ts';
import { readConfig } from '../config.ts';
import { openDatabase } from '../database/open-database.ts';
import { readAgency } from '../editions/agency-store.ts';
import { type ActKind, actKinds } from '../record/act.ts';
import { readSoFar } from '../record/record-store.ts';
import { inTransaction } from '../record/transaction.ts';
import { wipeRemoved } from '../record/wipe-removed.ts';
import { isDay } from '../site/agency-day.ts';
import type { ActDeps } from '../stories/begin-act.ts';
import { type ActOrder, performAct } from '../stories/perform-act.ts';
import { reasonClasses } from '../stories/reason-class.ts';
import { type Refusal, type Result, refuse, sentenceOf } from '../stories/refusal.ts';
import { scheduleAct } from '../stories/schedule-act.ts';
import { cancelScheduled } from '../stories/schedule-store.ts';
import { findStoryByCode } from '../stories/story-store.ts';
import { patchDraft, readFieldWords } from './field-words.ts';
import { printable } from './import-lines.ts';
import { noteStopSignals } from './stop-signals.ts';
import { type Command, readWords, WrongUse } from './words.ts';

export const actCommand: Command = {
  summary: 'acts on a story: publishes, corrects, holds, kills, redacts …',
  help: `Usage: bin/wireroom act CODE publish|update|correct|hold|release|kill|redact|withdraw [options]

  --reason CLASS     why, as a class: ${Object.entries(reasonClasses)
    .map(([kind, classes]) => [kind, classes.filter(Boolean)] as const)
    .filter(([, classes]) => classes.length > 0)
    .map(([kind, classes]) => `${kind}: ${classes.join(', ')}`)
    .join('\n                     ')}
  --note TEXT        one sentence for readers
  --fields WORDS     publish, update, correct: new words, as headline='New words', a JSON object or @FILE with one;
                     given once for each field. Without it the story's draft is taken.
                     A body is plain text with blank lines between paragraphs, and no HTML; in JSON also a story text
                     as {"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"…"}]}]}
                     redact: names of the fields to remove, as headline,lead,body,note, or all
  --replacement CODE kill: the story that stands in its place
  --at TIME          acts at a time to come (RFC 3339, as 2030-01-31T09:00:00+01:00); never: takes back what waits
  --embargo TIME     publish: not before this time, and then
  --as NAME          who acts, as readers see it in the history (default: desk)
  --based-on VERSION refused where the story has a newer version than the one you saw; without it only what happens while
                     the command runs is
  --json             one JSON object

Exit code 1: the act was refused; the sentence says why and what happened meanwhile.`,
  run: async (words) => {
    const { values, positionals } = readWords('act', words, {
      reason: { type: 'string' },
      note: { type: 'string' },
      fields: { type: 'string', multiple: true },
      replacement: { type: 'string' },
      at: { type: 'string' },
      embargo: { type: 'string' },
      as: { type: 'string' },
      'based-on': { type: 'string' },
      json: { type: 'boolean', default: false },
    });
    const [stated = '', said = ''] = positionals;
    if (positionals.length !== 2 || !/^[1-9]\d{0,14}$/.test(stated))
      throw new WrongUse(`act takes a code and one of ${actKinds.join(', ')}.`);
    const kind = actKinds.find((one) => one === said);
    if (!kind) throw new WrongUse(`There is no act “${said}”: say one of ${actKinds.join(', ')}.`);
    const order = readOrder(kind, values);
    noteStopSignals();
    const database = await openDatabase(readConfig(process.env), { what: 'bin/wireroom act', server: false });
    try {
      const agency = await readAgency(database.pool);
      const outcome = await inTransaction(database.pool, async (db) => {
        const done = await carryOut({ db, agency, now: new Date() }, Number(stated), order);
        return done.ok ? done : undo(done.refusal);
      }).catch((error: unknown) => {
        if (error instanceof Refused) return refuse<Outcome>(error.refusal);
        throw error;
      });
      const code = tell(Number(stated), kind, outcome, values.json);
      if (kind === 'redact' && outcome.ok && outcome.value.what === 'done')
        await finishRedaction(database.pool, Number(stated), values.json);
      return code;
    } finally {
      await database.close();
    }
  },
};

/** The words are out of the tables: now out of the disk, and what cannot be reached is named. */
async function finishRedaction(pool: pg.Pool, code: number, json: boolean): Promise<void> {
  const { done, left } = await wipeRemoved(pool);
  const backups = await backupsSince(pool, code);
  if (json) {
    console.log(JSON.stringify({ outcome: done ? 'removed' : 'not wiped yet', code, left, backups }));
    return;
  }
  console.log(
    done
      ? 'Removed, also from the disk.'
      : 'Removed from the record, not yet from the disk; the running program tries again, and so does each redaction:',
  );
  for (const sentence of left) console.log(`  ! ${sentence}`);
  if (backups.length > 0)
    console.log('These backups have the words: destroy them by hand, and make a new one.');
  for (const { file, madeAt } of backups) console.log(printable(`  ${file} (${madeAt.toISOString()})`));
  console.log('An export has the words until it is run again.');
}

type Order = Omit<ActOrder, 'storyId'> & {
  kind: ActKind;
  words: Record<string, unknown> | null;
  at: Date | 'never' | null;
  embargo: Date | null;
  /** The newest version that its author saw. */
  basedOnVersion: number | null;
};

type Given = Partial<
  Record<'reason' | 'note' | 'replacement' | 'at' | 'embargo' | 'as' | 'based-on', string>
> & {
  fields?: string[];
};

function readOrder(kind: ActKind, given: Given): Order {
  const makesWords = kind === 'publish' || kind === 'update' || kind === 'correct';
  if (given.fields && !makesWords && kind !== 'redact') throw new WrongUse(`${kind} takes no --fields.`);
  if (given.replacement !== undefined && kind !== 'kill')
    throw new WrongUse(`${kind} takes no --replacement.`);
  if (given.replacement !== undefined && !/^[1-9]\d{0,14}$/.test(given.replacement))
    throw new WrongUse(`--replacement is “${given.replacement}”: it must be the code of a story.`);
  if (given['based-on'] !== undefined && !/^[1-9]\d{0,8}$/.test(given['based-on']))
    throw new WrongUse(`--based-on is “${given['based-on']}”: it must be the number of a version.`);
  if (given.embargo !== undefined && (kind !== 'publish' || given.at !== undefined))
    throw new WrongUse('--embargo goes with publish, and without --at.');
  return {
    kind,
    by: given.as ?? 'desk',
    reasonClass: given.reason,
    note: given.note,
    replacement: given.replacement === undefined ? null : Number(given.replacement),
    fields: kind === 'redact' ? (given.fields ?? []).flatMap((names) => names.split(/[\s,]+/)) : undefined,
    words: makesWords && given.fields ? readFieldWords(given.fields) : null,
    at: given.at === undefined ? null : given.at === 'never' ? 'never' : readTime('--at', given.at),
    embargo: given.embargo === undefined ? null : readTime('--embargo', given.embargo),
    basedOnVersion: given['based-on'] === undefined ? null : Number(given['based-on']),
  };
}

function readTime(option: string, said: string): Date {
  const at = new Date(said);
  const isTime = /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?([Zz]|[+-]\d{2}:\d{2})$/.test(said);
  if (!isTime || !isDay(said.slice(0, 10)) || Number.isNaN(at.getTime()))
    throw new WrongUse(
      `${option} is “${said}”: it must be a time with its zone, as 2030-01-31T09:00:00+01:00.`,
    );
  return at;
}

type Outcome =
  | { what: 'done'; code: number; version: number; actedAt: Date }
  | { what: 'scheduled'; code: number; dueAt: Date }
  | { what: 'cancelled'; code: number; count: number };

/** Inside one transaction; a refusal is thrown out of it, so that nothing of it stays. */
async function carryOut(
  deps: ActDeps,
  code: number,
  { words, at, embargo, basedOnVersion, ...order }: Order,
): Promise<Result<Outcome>> {
  const story = await findStoryByCode(deps.db, code);
  if (!story) return refuse({ kind: 'no-such-story' });
  if (at === 'never')
    return { ok: true, value: { what: 'cancelled', code, count: await cancelScheduled(deps.db, story.id) } };
  const { last } = await readSoFar(deps.db, story.id);
  if (last && basedOnVersion !== null && last.version !== basedOnVersion)
    return refuse({ kind: 'acted-since', code, last });
  if (words) {
    const saved = await patchDraft(deps, story.id, words);
    if (!saved.ok) return saved;
  }
  const whole = { ...order, storyId: story.id, basedOn: last?.actId ?? null };
  const dueAt = embargo ?? at;
  if (dueAt) {
    const scheduled = await scheduleAct(deps, { ...whole, dueAt, embargo: embargo !== null });
    return scheduled.ok ? { ok: true, value: { what: 'scheduled', code, dueAt } } : scheduled;
  }
  const done = await performAct(deps, whole);
  return done.ok ? { ok: true, value: { what: 'done', ...done.value } } : done;
}

class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.kind);
    this.refusal = refusal;
  }
}

function undo(refusal: Refusal): never {
  throw new Refused(refusal);
}

function tell(code: number, kind: ActKind, outcome: Result<Outcome>, json: boolean): number {
  if (!outcome.ok) {
    const sentence =
      outcome.refusal.kind === 'no-such-story' ? `There is no story ${code}.` : sentenceOf(outcome.refusal);
    if (json)
      console.log(
        JSON.stringify({ outcome: 'refused', code, act: kind, refusal: outcome.refusal, sentence }),
      );
    else console.error(printable(sentence));
    return 1;
  }
  const { what, ...facts } = outcome.value;
  if (json) console.log(JSON.stringify({ outcome: what, act: kind, ...facts }));
  else console.log(describe(kind, outcome.value));
  return 0;
}

function describe(kind: ActKind, outcome: Outcome): string {
  switch (outcome.what) {
    case 'done':
      return `Story ${outcome.code}: ${kind}, version ${outcome.version}, at ${outcome.actedAt.toISOString()}`;
    case 'scheduled':
      return `Story ${outcome.code}: ${kind} waits for ${outcome.dueAt.toISOString()}. It comes while the program runs, or when it starts again.`;
    case 'cancelled':
      return `Story ${outcome.code}: ${outcome.count === 1 ? 'one scheduled act' : `${outcome.count} scheduled acts`} taken back.`;
  }
}
