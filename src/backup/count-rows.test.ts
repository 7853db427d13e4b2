import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import copy from 'pg-copy-streams';
import { expect, it } from 'vitest';
import { testDatabase } from '../../test/test-database.ts';
import { countRows } from './count-rows.ts';

/** What PostgreSQL itself makes of a query's rows. */
async function copyOf(query: string): Promise<Buffer> {
  const { pool } = await testDatabase({ migrated: false });
  const db = await pool.connect();
  const bytes = await buffer(db.query(copy.to(`copy (${query}) to stdout (format binary)`)) as Readable);
  db.release(true);
  return bytes;
}

it.each([
  ['no row', 'select 1 where false', 0],
  ['one row', 'select 1', 1],
  ['rows of nulls', 'select null::text, null::int from generate_series(1, 7)', 7],
  ['rows without columns', 'select from generate_series(1, 5)', 5],
  ['long values', `select repeat('x', 300000), n, '' from generate_series(1, 9) n`, 9],
])('counts %s, however the bytes come', async (_, query, rows) => {
  const bytes = await copyOf(query);
  fc.assert(
    fc.property(fc.array(fc.nat(bytes.length), { maxLength: 40 }), (cuts) => {
      const counter = countRows();
      const edges = [0, ...cuts.toSorted((a, b) => a - b), bytes.length];
      edges.slice(1).forEach((end, at) => {
        counter.add(bytes.subarray(edges[at], end));
      });
      return counter.rows() === rows;
    }),
    { numRuns: 50 },
  );
});

it('does not take rows that end too early, go on too long, or are none', async () => {
  const bytes = await copyOf(`select n, 'word' from generate_series(1, 3) n`);
  for (let length = 0; length < bytes.length; length++) {
    const counter = countRows();
    counter.add(bytes.subarray(0, length));
    expect(() => counter.rows(), `${length} bytes`).toThrow('the last row is missing');
  }
  expect(() => countRows().add(Buffer.concat([bytes, Buffer.of(0)]))).toThrow('behind the last row');
  expect(() => countRows().add(Buffer.alloc(100))).toThrow('no rows begin here');
});
