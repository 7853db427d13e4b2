import { expect, it } from 'vitest';
import { publishOne } from '../../test/invented-story.ts';
import { testDatabase } from '../../test/test-database.ts';

const kept = ['acts', 'versions', 'field_commitments', 'leaves', 'checkpoints'];
const changes = [
  ['acts', "update acts set note = 'better so'"],
  ['acts', "update acts set acted_at = acted_at - interval '1 day'"],
  ['acts', 'delete from acts'],
  ['acts', 'truncate acts cascade'],
  ['versions', "update versions set fields = '{}'"],
  ['versions', 'delete from versions'],
  ['versions', 'truncate versions cascade'],
  ['versions', "update versions set fields = fields - 'lead'"],
  ['field_commitments', 'update field_commitments set salt = commitment'],
  ['field_commitments', 'delete from field_commitments'],
  ['field_commitments', 'truncate field_commitments'],
  ['field_commitments', 'update field_commitments set salt = null'],
  ['leaves', "update leaves set leaf = '{}'"],
  ['leaves', 'delete from leaves'],
  ['leaves', 'truncate leaves'],
  ['checkpoints', "update checkpoints set note = ''"],
  ['checkpoints', 'delete from checkpoints'],
  ['checkpoints', 'truncate checkpoints'],
  ['redactions', 'delete from redactions'],
] as const;

it.each(changes)('%s refuses: %s', async (table, statement) => {
  const { pool } = await testDatabase();
  await publishOne({ pool });
  const all = () =>
    pool.query(`select ${kept.map((one) => `(select json_agg(${one}) from ${one})`).join(', ')}`);
  const before = (await all()).rows;
  await expect(pool.query(statement)).rejects.toThrow(`${table} is append-only`);
  expect((await all()).rows).toEqual(before);
});

it('refuses a story to be deleted that has acts', async () => {
  const { pool } = await testDatabase();
  const { storyId } = await publishOne({ pool });
  await expect(pool.query('delete from stories where id = $1', [storyId])).rejects.toThrow('foreign key');
});
