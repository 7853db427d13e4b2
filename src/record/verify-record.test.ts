/** What was changed by hand in the database, and what verify says of it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { agency, fileDraft, noon, storyFields } from '../../test/invented-story.ts';
import { copyDatabase, makeDatabase, type TestDatabase } from '../../test/test-database.ts';
import { makeNoteKey, signNote } from '../log/signed-note.ts';
import { performAct } from '../stories/perform-act.ts';
import { saveDraft } from '../stories/save-draft.ts';
import type { ActKind } from './act.ts';
import { inTransaction } from './transaction.ts';
import { type Finding, verifyRecord } from './verify-record.ts';

let database: TestDatabase;
let codes: number[];

/** Four stories with every kind of act between them. */
beforeAll(async () => {
  database = await makeDatabase();
  codes = [
    await storyWith('publish', 'correct', 'update'),
    await storyWith('publish', 'hold', 'release', 'update', 'withdraw'),
    await storyWith('publish', 'kill', 'withdraw', 'kill'),
    await storyWith('publish', 'correct', 'redact'),
  ];
});
afterAll(() => database.drop());

async function storyWith(...kinds: ActKind[]): Promise<number> {
  const { storyId, code } = await fileDraft(database);
  for (const kind of kinds) {
    const done = await inTransaction(database.pool, async (db) => {
      if (kind === 'update' || kind === 'correct')
        await saveDraft(
          { db, now: noon },
          { storyId, fields: storyFields({ headline: `${kind} ${code}` }), revision: 0 },
        );
      const fields = ['byline', 'note'];
      return performAct(
        { db, agency, now: noon },
        { storyId, kind, by: 'Ana Moss', note: `Because of ${kind}.`, fields },
      );
    });
    if (!done.ok) throw new Error(done.refusal.kind);
  }
  return code;
}

/** Runs statements as whoever has the database may, looks, and puts everything back. */
async function findAfter(...statements: string[]): Promise<Finding[]> {
  const copy = await copyDatabase(database);
  try {
    const client = await copy.pool.connect();
    await client.query('set session_replication_role = replica');
    for (const statement of statements) await client.query(statement);
    client.release(true);
    return await findings(copy);
  } finally {
    await copy.drop();
  }
}

async function findings({ pool }: Pick<TestDatabase, 'pool'>): Promise<Finding[]> {
  const found: Finding[] = [];
  await verifyRecord(pool, (one) => found.push(one));
  return found;
}

it('finds nothing where nothing was changed', async () => {
  expect(await findings(database)).toEqual([]);
  expect(await findAfter()).toEqual([]);
});

const story = (at: number) => `(select id from stories where code = ${codes[at]})`;
const actOf = (at: number, kind: string) =>
  `(select id from acts where story_id = ${story(at)} and kind = '${kind}' order by id limit 1)`;
const leafOfAct = (at: number, kind: string) =>
  `(select index from leaves where act_id = ${actOf(at, kind)})`;

type Case = [what: string, change: () => string[], at: number | null, words: RegExp];
const cases: Case[] = [
  [
    'a word of a version',
    () => [
      `update versions set fields = jsonb_set(fields, '{lead}', '"All is well."') where story_id = ${story(0)} and version = 1`,
    ],
    0,
    /^The lead is not what was recorded\.$/,
  ],
  [
    'a link in a version, whose words stay',
    () => [
      `update versions set fields = jsonb_set(fields, '{body,content,0,content,0,marks}',
         '[{"type":"strong"}]') where story_id = ${story(0)} and version = 2`,
    ],
    0,
    /^The body is not what was recorded\.$/,
  ],
  [
    'a field that was taken away',
    () => [`update versions set fields = fields - 'byline' where story_id = ${story(0)} and version = 3`],
    0,
    /The byline is not what/,
  ],
  [
    'a field that was added',
    () => [
      `update versions set fields = fields || '{"kicker":"x"}' where story_id = ${story(0)} and version = 1`,
    ],
    0,
    /The kicker is there, but the leaf does not commit/,
  ],
  [
    'a redacted field put back',
    () => [
      `update versions set fields = fields || '{"byline":"Nobody"}' where story_id = ${story(3)} and version = 1`,
    ],
    3,
    /The byline was removed, but words or salt/,
  ],
  [
    'a salt',
    () => [
      `update field_commitments set salt = sha256(salt) where act_id = ${actOf(0, 'publish')} and field = 'headline'`,
    ],
    0,
    /The headline is not what was recorded/,
  ],
  [
    'a salt that was taken away',
    () => [
      `update field_commitments set salt = null where act_id = ${actOf(0, 'publish')} and field = 'body'`,
    ],
    0,
    /salt of the body is gone without a redaction/,
  ],
  [
    'a commitment',
    () => [
      `update field_commitments set commitment = sha256(commitment) where act_id = ${actOf(0, 'publish')} and field = 'lead'`,
    ],
    0,
    /The publish is not what its leaf \d+ says: commitments/,
  ],
  [
    'a commitment with its salt, made anew',
    () => [
      `update versions set fields = jsonb_set(fields, '{lead}', '"New"') where story_id = ${story(0)} and version = 1`,
      `update field_commitments set commitment = sha256(salt || '["lead","New"]'::bytea) where act_id = ${actOf(0, 'publish')} and field = 'lead'`,
    ],
    0,
    /The publish is not what its leaf \d+ says: commitments/,
  ],
  [
    'the time of an act',
    () => [
      `update acts set acted_at = acted_at + interval '3 microseconds' where id = ${actOf(0, 'publish')}`,
    ],
    0,
    /./,
  ],
  [
    'the time of an act, by a day',
    () => [`update acts set acted_at = acted_at - interval '1 day' where id = ${actOf(1, 'hold')}`],
    1,
    /is not what its leaf \d+ says: actedAt/,
  ],
  [
    'the reason of a kill',
    () => [`update acts set reason_class = 'legal' where id = ${actOf(2, 'kill')}`],
    2,
    /The reason is not what was recorded/,
  ],
  [
    'the sentence of a correction',
    () => [`update acts set note = 'Nothing was wrong.' where id = ${actOf(0, 'correct')}`],
    0,
    /The note is not what was recorded/,
  ],
  [
    'who acted',
    () => [`update acts set acted_by = 'Somebody' where id = ${actOf(0, 'correct')}`],
    0,
    /The by is not what was recorded/,
  ],
  [
    'a stated time that nobody stated',
    () => [`update acts set stated_at = '2001-01-01' where id = ${actOf(0, 'publish')}`],
    0,
    /The statedAt is there, but the leaf does not commit/,
  ],
  [
    'the kind of an act',
    () => [`update acts set kind = 'update' where id = ${actOf(0, 'correct')}`],
    0,
    /is not what its leaf \d+ says: act/,
  ],
  [
    'a killed story made public again',
    () => [`update acts set state = 'public' where story_id = ${story(2)}`],
    2,
    /it should be “killed”/,
  ],
  [
    'the code of a story',
    () => [
      `update stories set code = 999 where id = ${story(0)}; update published set code = 999 where story_id = ${story(0)}`,
    ],
    -1,
    /is not what its leaf \d+ says: code/,
  ],
  [
    'the language of a story',
    () => [`update stories set lang = 'fa' where id = ${story(0)}`],
    0,
    /language was changed from en to fa/,
  ],
  [
    'a version that was removed',
    () => [`delete from versions where story_id = ${story(0)} and version = 2`],
    0,
    /The correct lacks a version|not what was recorded/,
  ],
  [
    'an act that was removed',
    () => [`delete from acts where id = ${actOf(1, 'hold')}`],
    null,
    /Leaf \d+ belongs to no act/,
  ],
  [
    'a leaf that was removed',
    () => [`delete from leaves where index = ${leafOfAct(1, 'hold')}`],
    null,
    /The log has no leaf \d+/,
  ],
  [
    'a leaf that was added',
    () => [
      `insert into leaves (index, act_id, leaf, hash) select max(index) + 1, max(act_id) + 1, '{}', sha256('x') from leaves`,
    ],
    null,
    /The head of the log speaks of \d+ leaves; there are \d+|belongs to no act/,
  ],
  [
    'a leaf that was changed',
    () => [`update leaves set leaf = replace(leaf, '"version":1', '"version":9') where index = 0`],
    null,
    /Leaf 0 is not what its hash says/,
  ],
  [
    'a leaf that was changed with its hash',
    () => [
      `update leaves set leaf = leaf || ' ', hash = sha256('\\x00'::bytea || convert_to(leaf || ' ', 'UTF8')) where index = 1`,
    ],
    null,
    /Checkpoint 2: its root is not the root of the leaves/,
  ],
  [
    'two leaves that were swapped',
    () => [
      `update leaves set index = -1 where index = 1`.replace('-1', '1000000'),
      'update leaves set index = 1 where index = 2',
      'update leaves set index = 2 where index = 1000000',
    ],
    null,
    /Checkpoint 2: its root is not the root/,
  ],
  [
    'a checkpoint that was removed at the end',
    () => ['delete from checkpoints where size = (select max(size) from checkpoints)'],
    null,
    /The newest checkpoint covers \d+ of \d+ leaves/,
  ],
  ['the head', () => ['update log_head set size = size - 1'], null, /The head of the log speaks of/],
  [
    'a list row',
    () => [`update published set headline = 'Better news' where story_id = ${story(0)}`],
    0,
    /Lists and search show another headline/,
  ],
  [
    'the text that search reads',
    () => [`update published set plain = 'Better news' where story_id = ${story(0)}`],
    0,
    /another body/,
  ],
  [
    'the place in lists',
    () => [
      `update published set effective_at = effective_at + interval '1 hour' where story_id = ${story(0)}`,
    ],
    0,
    /another place in lists/,
  ],
  [
    'a story that lists lack',
    () => [`delete from published where story_id = ${story(0)}`],
    0,
    /lists and search lack it/,
  ],
  [
    'a killed story in lists',
    () => [
      `insert into published select (jsonb_populate_record(null::published, to_jsonb(p))).* from past_published as p where story_id = ${story(2)} limit 1`,
    ],
    2,
    /have it where readers should not get it|at other times/,
  ],
  [
    'a kill that readers do not see',
    () => [`delete from withheld where story_id = ${story(2)}`],
    2,
    /It is withheld, or not, against its newest act/,
  ],
  [
    'a past that was shortened',
    () => [
      `update past_published set until_at = until_at - interval '1 millisecond' where story_id = ${story(0)}`,
    ],
    0,
    /at other times/,
  ],
  [
    'an outbox row that was removed',
    () => [`delete from outbox where act_id = ${actOf(0, 'correct')}`],
    0,
    /has no outbox row/,
  ],
];

it.each(cases)('finds %s', async (_, change, at, words) => {
  const found = await findAfter(...change());
  const named = found.find(({ what }) => words.test(what));
  expect(named ?? found).toMatchObject({ what: expect.stringMatching(words) });
  const code = at === null ? null : at === -1 ? 999 : codes[at];
  expect(named?.code).toBe(code);
});

it('finds a checkpoint that another key signed, and a key that nobody handed over to', async () => {
  const { rows } = await database.pool.query<{ note: string; origin: string }>(
    'select note, origin from checkpoints, signing_keys order by size desc limit 1',
  );
  const [newest] = rows as [{ note: string; origin: string }];
  const forged = makeNoteKey(newest.origin);
  const note = signNote(`${newest.note.split('\n\n')[0]}\n`, [forged]);
  const swapped = await findAfter(
    `update checkpoints set note = '${note}' where size = (select max(size) from checkpoints)`,
  );
  expect(swapped).toMatchObject([
    { code: null, what: expect.stringMatching(/^Checkpoint \d+: it is not signed by the key of its time/) },
  ]);
  const slipped = await findAfter(
    `insert into signing_keys (origin, vkey, from_size, how, made_at) values ('${newest.origin}', '${forged.vkey}', 3, 'rotated', now())`,
  );
  expect(slipped[0]?.what).toContain('is not signed by the one before it');
});
