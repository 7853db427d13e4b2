/** What an export has beside the record: comments as readers see them, and fronts as they were arranged. */
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { actOn } from '../../test/acts.ts';
import { backUp, restoreInto } from '../../test/backups.ts';
import { putComments } from '../../test/beside-record.ts';
import { exportPlace, exportTo, filesIn, findingsIn, giveOwnKey, hideChanges } from '../../test/exports.ts';
import { agency, publishOne } from '../../test/invented-story.ts';
import { type TestDatabase, testDatabase } from '../../test/test-database.ts';
import { erasedIn } from '../backup/replay-removals.ts';
import { eraseAgain } from '../comments/erase-again.ts';
import { writeAgency } from '../editions/agency-store.ts';
import { insertArrangement, listArrangements } from '../fronts/front-store.ts';
import { adoptExport } from './adopt-export.ts';
import { exportJson } from './export-json.ts';

const at = (time: string) => new Date(`2026-04-${time}Z`);

type Filled = { database: TestDatabase; one: number; two: number; root: string };

async function filled(): Promise<Filled> {
  const database = await testDatabase();
  await giveOwnKey(database.pool);
  await writeAgency(database.pool, agency);
  const { code: one } = await publishOne(database);
  const { code: two } = await publishOne(database, { headline: 'A second story' });
  await putComments(database.pool, [
    { code: one, id: 7, email: 'mira@example.org', text: 'I was there.\n\nIt was cold.' },
    { code: two, id: 8, name: 'Lev', text: 'Of the second story.' },
    { code: one, id: 9, state: 'removed', at: at('02T10:00:00') },
    { code: one, id: 10, answers: 7, name: 'نیلوفر', text: 'من هم.' },
    { code: one, id: 11, text: 'Nobody has read this.', state: 'waiting' },
    { code: one, id: 12, text: 'Nobody should read this.', state: 'rejected' },
  ]);
  const pin = { slot: 'lead', code: one, until: null, headline: 'What the front calls it', picture: true };
  const other = {
    slot: 'second.1',
    code: two,
    until: at('20T18:00:00'),
    headline: 'And the second',
    picture: false,
  };
  const front = { lang: 'en', section: '' };
  await insertArrangement(database.pool, front, { madeAt: at('30T23:00:00'), by: 'Ana Moss', pins: [pin] });
  await insertArrangement(database.pool, front, {
    madeAt: at('02T08:00:00'),
    by: 'Ana Moss',
    pins: [other, pin],
  });
  await insertArrangement(
    database.pool,
    { lang: 'en', section: 'world' },
    { madeAt: new Date('2026-05-01T00:00:00Z'), by: 'Lina', pins: [] },
  );
  const root = exportPlace();
  await exportTo(database.pool, root);
  return { database, one, two, root };
}

const read = (root: string, name: string) => JSON.parse(readFileSync(path.join(root, name), 'utf8'));

it('has what readers see of comments, and nothing else of who wrote them', async () => {
  const { root, one, two } = await filled();
  expect(read(root, `data/comments/${one}.json`)).toEqual({
    code: one,
    format: 'wireroom-export/1',
    lang: 'en',
    comments: [
      {
        ...{ id: 7, answers: null, name: 'Mira', text: 'I was there.\n\nIt was cold.', version: 1 },
        ...{ at: '2026-04-01T10:00:00.000Z', state: 'published' },
      },
      {
        ...{ id: 9, answers: null, name: '', text: '', version: 1 },
        ...{ at: '2026-04-02T10:00:00.000Z', state: 'removed' },
      },
      {
        ...{ id: 10, answers: 7, name: 'نیلوفر', text: 'من هم.', version: 1 },
        ...{ at: '2026-04-01T10:00:00.000Z', state: 'published' },
      },
    ],
  });
  expect(read(root, `data/comments/${two}.json`).comments).toHaveLength(1);
  const all = [...filesIn(root).values()].join();
  for (const word of ['mira@example.org', 'Nobody has read', 'Nobody should read', 'network'])
    expect(all).not.toContain(word);
  expect(await findingsIn(root)).toEqual([]);
});

it('has every arrangement of every front, by month', async () => {
  const { root, one, two } = await filled();
  expect(readdirSync(path.join(root, 'data/fronts/en'))).toEqual(['2026-04.json', '2026-05.json']);
  const { arrangements } = read(root, 'data/fronts/en/2026-04.json');
  expect(arrangements.map(({ madeAt }: { madeAt: string }) => madeAt)).toEqual([
    '2026-04-02T08:00:00.000Z',
    '2026-04-30T23:00:00.000Z',
  ]);
  expect(arrangements[0]).toEqual({
    by: 'Ana Moss',
    madeAt: '2026-04-02T08:00:00.000Z',
    section: '',
    pins: [
      { slot: 'lead', code: one, until: null, headline: 'What the front calls it', picture: true },
      {
        ...{ slot: 'second.1', code: two, until: '2026-04-20T18:00:00.000Z' },
        ...{ headline: 'And the second', picture: false },
      },
    ],
  });
  expect(read(root, 'data/fronts/en/2026-05.json').arrangements).toEqual([
    { by: 'Lina', madeAt: '2026-05-01T00:00:00.000Z', section: 'world', pins: [] },
  ]);
});

it('is taken over with the record, and exported again with the same bytes', async () => {
  const { database, root } = await filled();
  const second = await testDatabase();
  const adopted = await adoptExport(second.pool, root, {
    threads: 0,
    now: at('05T00:00:00'),
    tell: () => undefined,
  });
  expect(adopted).toMatchObject({ ok: true });
  const again = exportPlace();
  await exportTo(second.pool, again);
  expect(filesIn(again)).toEqual(filesIn(root));
  const front = { lang: 'en', section: '' };
  const told = async ({ pool }: TestDatabase) =>
    (await listArrangements(pool, front, { limit: 9 })).map(({ id: _, ...one }) => one);
  expect(await told(second)).toEqual(await told(database));
  const { rows } = await second.pool.query(
    `insert into comments (story_id, lang, version, name, body, sent_at, state, reason, letters_hash)
     select id, 'en', 1, '', '', now(), 'waiting', '', '' from stories limit 1 returning id`,
  );
  expect(rows).toEqual([{ id: 11 }]);
});

it('goes when its story does, with what fronts called it, and comes back with it', async () => {
  const { database, root, one, two } = await filled();
  const words = () =>
    [...filesIn(root)].filter(([, text]) => /And the second|Of the second/.test(text)).map(([name]) => name);
  const before = words();
  expect(before).toEqual([`data/comments/${two}.json`, 'data/fronts/en/2026-04.json']);
  await actOn(database.pool, two, 'hold');
  await exportTo(database.pool, root);
  expect(words()).toEqual([]);
  expect(existsSync(path.join(root, `data/comments/${two}.json`))).toBe(false);
  expect(read(root, 'data/fronts/en/2026-04.json').arrangements[0].pins[1]).toMatchObject({
    code: two,
    headline: '',
  });
  expect(await findingsIn(root)).toEqual([]);
  await actOn(database.pool, two, 'release');
  await database.pool.query(
    'delete from comments where story_id = (select id from stories where code = $1)',
    [one],
  );
  await exportTo(database.pool, root);
  expect(words()).toEqual(before);
  expect(existsSync(path.join(root, `data/comments/${one}.json`))).toBe(false);
  expect(await findingsIn(root)).toEqual([]);
});

it.each<[what: string, change: (root: string, filled: Filled) => void, found: RegExp]>([
  [
    'a comment with an address in it',
    (root, { one }) =>
      edit(root, `data/comments/${one}.json`, (json) =>
        Object.assign(json.comments[0], { email: 'a@b.example' }),
      ),
    /the file is not as an export writes it/,
  ],
  [
    'an answer to nothing',
    (root, { one }) =>
      edit(root, `data/comments/${one}.json`, (json) => Object.assign(json.comments[2], { answers: 99 })),
    /what comment 10 answers is not/,
  ],
  [
    'words of a comment that was removed',
    (root, { one }) =>
      edit(root, `data/comments/${one}.json`, (json) =>
        Object.assign(json.comments[1], { text: 'Still here' }),
      ),
    /comment 9 is not/,
  ],
  [
    'comments of another story',
    (root, { one }) => rename(root, `data/comments/${one}.json`, 'data/comments/999999.json'),
    /It is of story 1\d+\.|There is no story 999999/,
  ],
  [
    'one comment in two files',
    (root, { two }) =>
      edit(root, `data/comments/${two}.json`, (json) => Object.assign(json.comments[0], { id: 7 })),
    /Comment 7 is in data\/comments\/1\d+\.json too\./,
  ],
  [
    'a comment on a version that is not there',
    (root, { one }) =>
      edit(root, `data/comments/${one}.json`, (json) => Object.assign(json.comments[2], { version: 2 })),
    /Comment 10 is on version 2, which the story does not have\./,
  ],
  [
    'a number behind which no comment could be numbered',
    (root, { one }) =>
      edit(root, `data/comments/${one}.json`, (json) => Object.assign(json.comments[2], { id: 2 ** 53 - 1 })),
    /the number of comment 9007199254740991 is not/,
  ],
  [
    'letters that no form takes',
    (root, { one }) =>
      edit(root, `data/comments/${one}.json`, (json) =>
        Object.assign(json.comments[0], { text: 'Turned \u202e round' }),
      ),
    /what comment 7 says is not/,
  ],
  [
    'a place that no front has',
    (root) =>
      edit(root, 'data/fronts/en/2026-04.json', (json) =>
        Object.assign(json.arrangements[0].pins[0], { slot: 'second.99' }),
      ),
    /slot is not as an export writes it/,
  ],
  [
    'a pin of a story that is not there',
    (root) =>
      edit(root, 'data/fronts/en/2026-04.json', (json) =>
        Object.assign(json.arrangements[0].pins[0], { code: 999_999 }),
      ),
    /There is no story 999999, which stands in what was arranged at 2026-04-02/,
  ],
  [
    'a front of another month',
    (root) => rename(root, 'data/fronts/en/2026-04.json', 'data/fronts/en/2026-06.json'),
    /It is of en, 2026-04\./,
  ],
])('its check finds %s', async (_, change, found) => {
  const all = await filled();
  change(all.root, all);
  hideChanges(all.root);
  expect((await findingsIn(all.root)).map(({ what }) => what).join('\n')).toMatch(found);
});

/** As far as they are changed here: three comments, an arrangement with a pin. */
type Json = { comments: [object, object, object]; arrangements: [{ pins: [object] }] };

function edit(root: string, name: string, change: (json: Json) => void): void {
  const file = path.join(root, name);
  const text = readFileSync(file, 'utf8');
  const json = JSON.parse(text);
  change(json);
  writeFileSync(file, exportJson(json, 3));
}

function rename(root: string, from: string, to: string): void {
  renameSync(path.join(root, from), path.join(root, to));
}

it('tells a restored older backup what was removed at its writer’s request since', async () => {
  const { database, root } = await filled();
  const { file } = await backUp(database.pool);
  await database.pool.query("update comments set state = 'removed', name = '', body = '' where id = 7");
  await exportTo(database.pool, root);
  const elsewhere = await testDatabase({ migrated: false });
  let again: number[] = [];
  const mend = async (db: Parameters<typeof eraseAgain>[0]) => {
    again = await eraseAgain(db, erasedIn(root), at('06T00:00:00'));
  };
  expect(await restoreInto(elsewhere.pool, file, { mend })).toMatchObject({ ok: true });
  expect(again).toEqual([7]);
});
