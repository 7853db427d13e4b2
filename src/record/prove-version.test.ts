/** What a proof opens to anybody. */
import { expect, it } from 'vitest';
import { actOn } from '../../test/acts.ts';
import { agency, publishOne } from '../../test/invented-story.ts';
import { testDatabase } from '../../test/test-database.ts';
import { writeAgency } from '../editions/agency-store.ts';
import { proveVersion } from './prove-version.ts';

it('opens who acted where the byline names the person, and keeps an account’s name inside', async () => {
  const { pool } = await testDatabase();
  await writeAgency(pool, agency);
  const { code } = await publishOne({ pool }, { byline: 'N. Reyl and Ana Moss' });
  await actOn(pool, code, 'correct', { words: { lead: 'Ferries sail.' }, by: 'owner' });
  await actOn(pool, code, 'update', { words: { byline: '' }, by: 'Ana Moss' });
  const [first, second, third] = await Promise.all(
    [1, 2, 3].map((number) => proveVersion(pool, code, number)),
  );
  expect(first?.fields.by?.value).toBe('Ana Moss');
  for (const proof of [second, third]) {
    expect(proof?.fields.by).toBeNull();
    expect(proof?.fields.lead?.value).toBe('Ferries sail.');
    expect(JSON.parse(proof?.leaf ?? '{}').commitments).toHaveProperty('by');
    expect(JSON.stringify(proof)).not.toMatch(/owner|"Ana Moss"/);
  }
  // The record itself has it, and proves as it did.
  const { rows } = await pool.query('select acted_by from acts order by id');
  expect(rows.map((row) => row.acted_by)).toEqual(['Ana Moss', 'owner', 'Ana Moss']);
});
