import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { agency, fileDraft, noon, publishOne, storyFields } from '../../test/invented-story.ts';
import { type TestDatabase, testDatabase } from '../../test/test-database.ts';
import { publishStory } from '../stories/publish-story.ts';
import type { StoryFields } from '../stories/story.ts';
import { canonicalJson } from './canonical-json.ts';
import { type FieldCommitment, opensTo } from './commitment.ts';
import { inTransaction } from './transaction.ts';

const tables = [
  'acts',
  'versions',
  'field_commitments',
  'leaves',
  'checkpoints',
  'outbox',
  'published',
  'drafts',
] as const;

/** What the leaf of a publication commits to: the fields, and the facts of the act. */
const committed = [...Object.keys(storyFields()), 'by', 'note', 'reason'].sort();

async function rowsOf({ pool }: TestDatabase): Promise<Record<string, number>> {
  const counts = tables.map((table) => `(select count(*) from ${table}) as ${table}`);
  const { rows } = await pool.query(`select ${counts.join(', ')}`);
  return rows[0];
}

it('writes act, version, commitments, outbox and what is public in one publication', async () => {
  const database = await testDatabase();
  const { storyId, code } = await publishOne(database);
  expect(await rowsOf(database)).toEqual({
    acts: 1,
    versions: 1,
    field_commitments: committed.length,
    leaves: 1,
    checkpoints: 1,
    outbox: 1,
    published: 1,
    drafts: 0,
  });
  const { rows } = await database.pool.query(
    `select kind, acts.version, acted_by, acts.lang, acted_at, stated_at, acts.effective_at, versions.fields, code, taken_at
     from acts join versions on versions.act_id = acts.id join outbox on outbox.act_id = acts.id
       join published on published.story_id = acts.story_id where acts.story_id = $1`,
    [storyId],
  );
  expect(rows).toEqual([
    {
      ...{ kind: 'publish', version: 1, acted_by: 'Ana Moss', lang: 'en', code, taken_at: null },
      ...{ acted_at: noon, stated_at: null, effective_at: noon, fields: storyFields() },
    },
  ]);
});

it.each(tables)('keeps nothing of a publication where writing to %s fails', async (table) => {
  const database = await testDatabase();
  const { storyId } = await fileDraft(database);
  const before = await rowsOf(database);
  await database.pool.query(
    `create function fail() returns trigger language plpgsql as $$ begin raise exception 'the disk is full'; end $$;
     create trigger fails before insert or delete on ${table} for each row execute function fail()`,
  );
  const publishing = inTransaction(database.pool, (db) =>
    publishStory({ db, agency, now: noon }, { storyId, by: 'Ana Moss' }),
  );
  await expect(publishing).rejects.toThrow('the disk is full');
  expect(await rowsOf(database)).toEqual(before);
});

it('tells nobody of a publication that was taken back', async () => {
  const database = await testDatabase();
  const { storyId } = await fileDraft(database);
  const heard: string[] = [];
  const ear = await database.pool.connect();
  ear.on('notification', ({ channel }) => heard.push(channel));
  await ear.query('listen acts; listen afterwards');
  const publishing = inTransaction(database.pool, async (db) => {
    await publishStory({ db, agency, now: noon }, { storyId, by: 'Ana Moss' });
    throw new Error('taken back');
  });
  await expect(publishing).rejects.toThrow('taken back');
  await database.pool.query('notify afterwards');
  await expect.poll(() => heard).toEqual(['afterwards']);
  ear.release();
});

it('commits to each field with a salt of its own, and the stored words open the commitment', async () => {
  const database = await testDatabase();
  const body: StoryFields['body'] = {
    type: 'doc',
    content: [
      {
        type: 'heading',
        attrs: { level: 2, lang: 'fa', dir: 'rtl' },
        content: [{ type: 'text', text: 'توفان' }],
      },
      {
        type: 'paragraph',
        content: [{ type: 'text', text: '“Öffnen” 😀 \u2028 é e\u0301', marks: [{ type: 'strong' }] }],
      },
    ],
  };
  await publishOne(database, { body, byline: '' });
  const { rows } = await database.pool.query<FieldCommitment & { value: unknown }>(
    `select field, salt, commitment, (versions.fields || jsonb_build_object('by', acted_by, 'note', note,
       'reason', reason_class)) -> field as value
     from field_commitments join versions using (act_id) join acts on acts.id = act_id order by field`,
  );
  expect(rows.map((row) => row.field)).toEqual(committed);
  for (const row of rows) expect([row.field, opensTo(row, row.value)]).toEqual([row.field, true]);
  expect(rows.some((row) => opensTo(row, 'other words'))).toBe(false);
  expect(new Set(rows.map((row) => row.salt.toString('hex'))).size).toBe(rows.length);
});

it('makes a commitment as its definition says: SHA-256 of salt and canonical [field, value]', async () => {
  const database = await testDatabase();
  await publishOne(database, { headline: 'Storm' });
  const { rows } = await database.pool.query<FieldCommitment>(
    `select field, salt, commitment from field_commitments where field = 'headline'`,
  );
  const [made] = rows as [FieldCommitment];
  expect(canonicalJson(['headline', 'Storm'])).toBe('["headline","Storm"]');
  const expected = createHash('sha256').update(made.salt).update('["headline","Storm"]').digest();
  expect(made.commitment).toEqual(expected);
});

it('gives two publications of the same words different salts and commitments', async () => {
  const database = await testDatabase();
  await publishOne(database);
  await publishOne(database);
  const { rows } = await database.pool.query(
    'select count(distinct salt) as salts, count(distinct commitment) as commitments, count(*) as all from field_commitments',
  );
  const fields = 2 * committed.length;
  expect(rows).toEqual([{ salts: fields, commitments: fields, all: fields }]);
});

it('records acts at strictly increasing times, however many come at once', async () => {
  const database = await testDatabase();
  const stories = await Promise.all(Array.from({ length: 30 }, () => publishOne(database)));
  const { rows } = await database.pool.query<{ acted_at: Date }>('select acted_at from acts order by id');
  expect(rows.map((row) => row.acted_at.getTime() - noon.getTime())).toEqual(stories.map((_, nth) => nth));
});

it('does not go back where the clock is set back', async () => {
  const database = await testDatabase();
  await publishOne(database);
  const { storyId } = await fileDraft(database);
  const yesterday = new Date(noon.getTime() - 86_400_000);
  const late = await inTransaction(database.pool, (db) =>
    publishStory({ db, agency, now: yesterday }, { storyId, by: 'Ana Moss' }),
  );
  expect(late).toMatchObject({ ok: true, value: { actedAt: new Date(noon.getTime() + 1) } });
});
