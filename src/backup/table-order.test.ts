import { expect, it } from 'vitest';
import { testDatabase } from '../../test/test-database.ts';
import { Refused } from './backup-refusal.ts';
import { orderTables, readTables } from './table-order.ts';

it('puts each table after those it refers to, and otherwise keeps the order', () => {
  const references = [
    { from: 'acts', to: 'stories' },
    { from: 'commitments', to: 'acts' },
    { from: 'acts', to: 'desks' },
    { from: 'desks', to: 'desks' },
  ];
  expect(orderTables(['acts', 'commitments', 'desks', 'stories', 'topics'], references)).toEqual([
    'desks',
    'stories',
    'acts',
    'commitments',
    'topics',
  ]);
});

it('refuses tables that refer to each other in a circle, and names them alone', () => {
  const references = [
    { from: 'a', to: 'b' },
    { from: 'b', to: 'c' },
    { from: 'c', to: 'b' },
  ];
  expect(() => orderTables(['a', 'b', 'c'], references)).toThrow(Refused);
  expect(() => orderTables(['a', 'b', 'c'], references)).toThrow(/^The tables b, c refer to each other/);
});

it('finds every table with its columns, but for those that the database computes', async () => {
  const { pool } = await testDatabase();
  await pool.query(
    `create table "Odd ""name" (a int, b int generated always as (a + 1) stored, c int generated always as (a + 2) virtual, gone int);
     alter table "Odd ""name" drop column gone; create view numbers as select 1 as one`,
  );
  const tables = await readTables(pool);
  const { rows } = await pool.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public'",
  );
  expect(tables.map(({ name }) => name).sort()).toEqual(rows.map(({ name }) => name).sort());
  expect(tables).toContainEqual({ name: 'Odd "name', columns: ['a'] });
  const names = tables.map(({ name }) => name);
  for (const [child, parent] of [
    ['acts', 'stories'],
    ['versions', 'acts'],
    ['published', 'versions'],
    ['intake_items', 'raw_evidence'],
  ] as const)
    expect(names.indexOf(child)).toBeGreaterThan(names.indexOf(parent));
});

it('takes references that can wait for each other, and no others', async () => {
  const { pool } = await testDatabase();
  await pool.query(
    `create table hens (id int primary key, egg int);
     create table eggs (id int primary key, hen int references hens (id));
     alter table hens add constraint hatched foreign key (egg) references eggs (id) deferrable`,
  );
  const names = (await readTables(pool)).map(({ name }) => name);
  expect(names.indexOf('eggs')).toBeGreaterThan(names.indexOf('hens'));
  await pool.query('alter table hens alter constraint hatched not deferrable');
  await expect(readTables(pool)).rejects.toThrow(/^The tables (?:eggs, hens|hens, eggs) refer to each other/);
});
