import { expect, it } from 'vitest';
import { testDatabase } from '../../test/test-database.ts';
import { keptWords } from './kept-words.ts';

const story = { lang: 'en', headline: '', lead: '', byline: '', dateline: '', plain: '' };

it('keeps each word at its place with its weight, stems once, and the byline apart', async () => {
  const { pool } = await testDatabase();
  const [kept] = await keptWords(pool, [
    { ...story, headline: 'Ships collide', lead: 'Two ships', byline: 'Ana Moss', plain: 'A ship.' },
  ]);
  const { rows } = await pool.query('select $1::tsvector::text as kept', [kept]);
  expect(rows[0].kept).toBe(
    "'@ana':25C '@moss':26C 'a':47C 'ana':25C 'collide':2A 'moss':26C 'ship':48C 'ships':1A,14B 'two':13B '~collid':2A '~ship':1A",
  );
});

it('keeps no more of a story than PostgreSQL takes', async () => {
  const { pool } = await testDatabase();
  const endless = Array.from({ length: 40_000 }, (_, at) => `${at.toString(36)}${'x'.repeat(40)}`).join(' ');
  const pairs = Array.from({ length: 90_000 }, (_, at) =>
    String.fromCodePoint(0x4e00 + ((at * 7) % 20_000)),
  ).join('');
  const same = 'same '.repeat(20_000);
  const texts = [endless, pairs, same].map((plain) => ({
    ...story,
    plain,
    lead: plain,
    headline: "it's \\ a 'b",
  }));
  for (const kept of await keptWords(pool, texts))
    await expect(pool.query('select length($1::tsvector) as words', [kept])).resolves.toMatchObject({
      rowCount: 1,
    });
});
