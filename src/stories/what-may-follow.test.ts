/** Each pair of the table in docs/acts.md, on a real database. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { agency, fileDraft, noon, storyFields } from '../../test/invented-story.ts';
import { makeDatabase, type TestDatabase } from '../../test/test-database.ts';
import { projectRoot } from '../project-root.ts';
import type { ActKind } from '../record/act.ts';
import { listActs, readSoFar } from '../record/record-store.ts';
import { inTransaction } from '../record/transaction.ts';
import { readPublicStory, readVersions } from '../record/version-store.ts';
import { performAct } from './perform-act.ts';
import { reasonClasses } from './reason-class.ts';
import { sentenceOf } from './refusal.ts';
import { saveDraft } from './save-draft.ts';

const document = readFileSync(path.join(projectRoot, 'docs/acts.md'), 'utf8');

/** Rows of the table whose head begins with these words, each as its cells. */
function table(head: string): string[][] {
  const lines = document.split('\n');
  const at = lines.findIndex((line) => line.startsWith(head));
  const rows: string[][] = [];
  for (const line of lines.slice(at)) {
    if (!line.startsWith('|')) break;
    rows.push(
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  }
  return rows.filter((_, row) => row !== 1);
}

let database: TestDatabase;
beforeAll(async () => {
  database = await makeDatabase();
});
afterAll(() => database.drop());

/** One act, with a fresh draft where it wants one. */
async function act(storyId: number, said: string) {
  const { pool } = database;
  const kind = said.split(' ')[0] as ActKind;
  return inTransaction(pool, async (db) => {
    const { rows } = await db.query<{ revision: number }>('select revision from drafts where story_id = $1', [
      storyId,
    ]);
    const revision = rows[0]?.revision ?? 0;
    await saveDraft(
      { db, now: noon },
      { storyId, fields: storyFields({ headline: `After ${said}` }), revision },
    );
    return performAct(
      { db, agency, now: noon },
      {
        storyId,
        kind,
        by: 'Ana Moss',
        reasonClass: said.includes('legal') ? 'legal' : '',
        fields: ['byline'],
      },
    );
  });
}

const waysTo: Record<string, string[]> = {
  'nothing yet': [],
  public: ['publish'],
  held: ['publish', 'hold'],
  killed: ['publish', 'kill'],
  removed: ['publish', 'kill (legal)'],
};

async function storyAfter(acts: string[]): Promise<number> {
  const { storyId } = await fileDraft(database);
  for (const one of acts) expect(await act(storyId, one)).toMatchObject({ ok: true });
  return storyId;
}

const [heads = [], ...states] = table('| | publish');
const pairs = states.flatMap(([state = '', ...cells]) =>
  cells.map((then, at) => [state, heads[at + 1] as string, then] as const),
);

it('knows the whole table', () => {
  expect(pairs).toHaveLength(5 * 8);
});

it.each(pairs)('%s, then %s: %s', async (state, said, then) => {
  const storyId = await storyAfter(waysTo[state] as string[]);
  const before = (await listActs(database.pool, storyId)).length;
  const done = await act(storyId, said);
  expect(done.ok ? (await readSoFar(database.pool, storyId)).state : '–').toBe(then);
  expect((await listActs(database.pool, storyId)).length).toBe(before + (done.ok ? 1 : 0));
  if (!done.ok) expect(sentenceOf(done.refusal)).toMatch(/^Story \d+ .+\.$/);
});

const waysToNewest: Record<string, string[]> = {
  publish: ['publish'],
  update: ['publish', 'update'],
  correct: ['publish', 'correct'],
  hold: ['publish', 'hold'],
  release: ['publish', 'hold', 'release'],
  kill: ['publish', 'kill'],
  redact: ['publish', 'redact'],
  withdraw: ['publish', 'update', 'withdraw'],
};
const withdrawals = table('| newest act')
  .slice(1)
  .flatMap(([acts = '', then = '']) =>
    acts.split(', ').map((kind) => [kind, then.startsWith('–') ? 'refused' : 'done'] as const),
  );

it.each(withdrawals)('a withdrawal after %s is %s', async (kind, outcome) => {
  const storyId = await storyAfter(waysToNewest[kind] as string[]);
  const done = await act(storyId, 'withdraw');
  expect(done.ok ? 'done' : 'refused').toBe(outcome);
  if (!done.ok) expect(sentenceOf(done.refusal)).toMatch(/cannot be set back: .+\. The newest act is/);
});

it('brings the words before a withdrawn correction back as a new version', async () => {
  const { storyId, code } = await fileDraft(database, { headline: 'As it was' });
  // `act` writes over the draft: the first publication is done by hand.
  await inTransaction(database.pool, (db) =>
    performAct({ db, agency, now: noon }, { storyId, kind: 'publish', by: 'A' }),
  );
  await act(storyId, 'correct');
  await act(storyId, 'withdraw');
  const versions = await readVersions(database.pool, storyId);
  expect(versions.map(({ fields }) => fields.headline)).toEqual(['As it was', 'After correct', 'As it was']);
  expect(await readPublicStory(database.pool, code)).toMatchObject({
    version: 3,
    fields: { headline: 'As it was' },
  });
  expect((await listActs(database.pool, storyId)).at(-1)).toMatchObject({
    kind: 'withdraw',
    reasonClass: 'mistaken',
  });
});

it('brings a story back where its kill was the mistake, also after a hold', async () => {
  const storyId = await storyAfter(['publish', 'hold', 'kill', 'withdraw']);
  expect((await readSoFar(database.pool, storyId)).state).toBe('held');
});

it('lets nobody bring redacted words back by a withdrawal', async () => {
  const storyId = await storyAfter(['publish', 'redact', 'correct']);
  expect(await act(storyId, 'withdraw')).toMatchObject({
    ok: false,
    refusal: { kind: 'words-redacted', version: 1 },
  });
});

it('names the reason classes that the document names', () => {
  const named = table('| act | classes')
    .slice(1)
    .map(([kind = '', classes = '']) => [
      kind,
      classes.split(', ').map((one) => (one === 'none' ? '' : one)),
    ]);
  const { publish: _, ...classes } = reasonClasses;
  expect(Object.fromEntries(named)).toEqual(classes);
});

it('refuses a class that an act does not have, naming those it has', async () => {
  const storyId = await storyAfter(['publish']);
  const done = await inTransaction(database.pool, (db) =>
    performAct({ db, agency, now: noon }, { storyId, kind: 'kill', by: 'A', reasonClass: 'clarified' }),
  );
  expect(done).toMatchObject({ ok: false, refusal: { kind: 'no-such-reason' } });
  if (!done.ok) expect(sentenceOf(done.refusal)).toContain('withdrawn, inaccurate, legal');
});

it('takes a class in a person’s spelling', async () => {
  const storyId = await storyAfter(['publish']);
  const done = await inTransaction(database.pool, (db) =>
    performAct({ db, agency, now: noon }, { storyId, kind: 'kill', by: 'A', reasonClass: 'Embargo broken' }),
  );
  expect(done.ok).toBe(true);
  expect((await listActs(database.pool, storyId)).at(-1)?.reasonClass).toBe('embargo-broken');
});

it('lets one of two people who act on what they saw win, and shows the other what happened', async () => {
  const storyId = await storyAfter(['publish']);
  const { last } = await readSoFar(database.pool, storyId);
  const asked = (kind: ActKind, by: string) =>
    inTransaction(database.pool, (db) =>
      performAct({ db, agency, now: noon }, { storyId, kind, by, basedOn: last?.actId }),
    );
  const both = await Promise.all([asked('hold', 'Ana Moss'), asked('kill', 'Ben Cole')]);
  expect(both.filter((one) => one.ok)).toHaveLength(1);
  const loser = both.find((one) => !one.ok);
  expect(loser).toMatchObject({
    refusal: { kind: 'acted-since', last: { by: expect.stringMatching(/Ana|Ben/) } },
  });
  if (loser && !loser.ok)
    expect(sentenceOf(loser.refusal)).toMatch(/The newest act is a (hold|kill) \(.+\) by \w+ \w+ at/);
});
