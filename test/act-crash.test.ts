/**
 * kill -9 at every statement of every kind of act: before it is sent, while it is on its way, and after its answer.
 * Afterwards the record is whole, the act is there or it is not, and what was acknowledged is there.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { projectRoot } from '../src/project-root.ts';
import type { ActKind } from '../src/record/act.ts';
import { readSoFar } from '../src/record/record-store.ts';
import { inTransaction } from '../src/record/transaction.ts';
import { type Finding, verifyRecord } from '../src/record/verify-record.ts';
import { performAct } from '../src/stories/perform-act.ts';
import { saveDraft } from '../src/stories/save-draft.ts';
import { agency, fileDraft, noon, storyFields } from './invented-story.ts';
import { type TestDatabase, testDatabase } from './test-database.ts';

/** What Node made of the sources for the first process, for all others: they are more than a hundred. */
const compiled = mkdtempSync(path.join(os.tmpdir(), 'wireroom-compiled-'));
afterAll(() => rmSync(compiled, { recursive: true }));

type When = 'before' | 'during' | 'after';

/** Runs an act in a process of its own. @returns what it said; it says nothing where it died. */
async function actAndDie(
  { url }: TestDatabase,
  storyId: number,
  kind: ActKind,
  dieAt: number,
  when: When,
): Promise<string> {
  const packed = path.join(projectRoot, 'node_modules/.bin/node');
  const node = existsSync(packed) ? packed : process.execPath;
  const words = [
    path.join(import.meta.dirname, 'act-and-die.ts'),
    url,
    String(storyId),
    kind,
    String(dieAt),
    when,
  ];
  const child = spawn(node, words, {
    env: { ...process.env, NODE_COMPILE_CACHE: compiled },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  let complaints = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  const signal = await new Promise((resolve) => child.once('close', (_code, by) => resolve(by)));
  if (signal !== 'SIGKILL' && !said) throw new Error(complaints);
  return said.trim();
}

const before: Record<ActKind, ActKind[]> = {
  publish: [],
  update: ['publish'],
  correct: ['publish'],
  hold: ['publish'],
  release: ['publish', 'hold'],
  kill: ['publish'],
  redact: ['publish'],
  withdraw: ['publish', 'update'],
};

/** A story that the act may follow on, with a draft where the act needs one. */
async function storyFor(database: TestDatabase, kind: ActKind): Promise<number> {
  const { storyId } = await fileDraft(database);
  const save = () =>
    saveDraft(
      { db: database.pool, now: noon },
      { storyId, fields: storyFields({ headline: 'Next' }), revision: 0 },
    );
  for (const one of before[kind]) {
    if (one === 'update') await save();
    await inTransaction(database.pool, (db) =>
      performAct({ db, agency, now: noon }, { storyId, kind: one, by: 'Ana Moss' }),
    );
  }
  if (kind === 'update' || kind === 'correct') await save();
  return storyId;
}

async function findings({ pool }: TestDatabase): Promise<Finding[]> {
  const found: Finding[] = [];
  await verifyRecord(pool, (one) => found.push(one));
  return found;
}

it.each(Object.keys(before) as ActKind[])(
  'keeps the record whole wherever a %s is killed',
  async (kind) => {
    const database = await testDatabase();
    const acknowledged = await actAndDie(database, await storyFor(database, kind), kind, 0, 'after');
    const statements = Number(/^acknowledged (\d+)$/.exec(acknowledged)?.[1]);
    expect(statements).toBeGreaterThan(8);
    const results: Record<string, string[]> = { there: [], 'not there': [] };
    const points: [number, When][] = [];
    for (let at = 1; at <= statements; at++) points.push([at, at === statements ? 'during' : 'before']);
    points.push([statements, 'before'], [statements, 'after']);
    const tryPoint = async ([at, when]: [number, When]) => {
      const storyId = await storyFor(database, kind);
      const previous = (await readSoFar(database.pool, storyId)).last?.actId ?? null;
      const said = await actAndDie(database, storyId, kind, at, when);
      // Killed, its connection may still be at work: the story is free when it has ended.
      await inTransaction(database.pool, (db) =>
        db.query('select from stories where id = $1 for update', [storyId]),
      );
      const { last } = await readSoFar(database.pool, storyId);
      const isThere = last !== null && last.actId !== previous && last.kind === kind;
      if (said.startsWith('acknowledged')) expect(isThere).toBe(true);
      results[isThere ? 'there' : 'not there']?.push(`${when} ${at}`);
    };
    for (let next = 0; next < points.length; next += 2)
      await Promise.all(points.slice(next, next + 2).map((point) => tryPoint(point)));
    console.log(
      `${kind}: ${points.length} points of ${statements} statements; there: ${results.there?.join(', ')}; not there: ${results['not there']?.length}`,
    );
    // The commit's own answer may be lost: everything before it leaves nothing.
    expect(
      results.there?.every((point) => point.endsWith(` ${statements}`) && !point.startsWith('before')),
    ).toBe(true);
    expect(results.there).toContain(`after ${statements}`);
    expect(await findings(database)).toEqual([]);
  },
  240_000,
);
