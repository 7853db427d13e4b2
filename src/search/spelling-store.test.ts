import { expect, it } from 'vitest';
import { actOn } from '../../test/acts.ts';
import { publishSearched, questionOf } from '../../test/searched.ts';
import { testDatabase } from '../../test/test-database.ts';
import { readQuestionIn } from './read-question.ts';
import { offerSpelling } from './spelling-offer.ts';
import { findAlike, learnSpellings } from './spelling-store.ts';

const langs = ['en', 'fa'];

it('offers words that headlines and leads have, as they are spelled, and nothing for those that are there', async () => {
  const { pool } = await testDatabase();
  await publishSearched(pool, [
    { headline: 'Parliament meets in Marseille', lead: 'The harbour’s Économie', body: 'Zyxwvu' },
    { headline: 'The harbour again', lead: '' },
    { lang: 'fa', headline: 'مسئولان دانشگاه', lead: '' },
  ]);
  await learnSpellings(pool, langs);
  await learnSpellings(pool, langs);
  const { rows } = await pool.query(
    `select word, stories from search_words where word like 'harbour%' order by 1`,
  );
  expect(rows).toEqual([
    { word: 'harbour', stories: 1 },
    { word: 'harbours', stories: 1 },
  ]);
  expect(await findAlike(pool, 'en', ['parlament', 'marseile', 'economy', 'harbour', 'zyxwvv'])).toEqual([
    'parliament',
    'marseille',
    'économie',
    null,
    null,
  ]);
  expect(await findAlike(pool, 'fa', ['مسیولن'])).toEqual(['مسئولان']);
  expect(await findAlike(pool, 'fa', ['parlament'])).toEqual([null]);
});

it('puts the other spelling where the word stood, and leaves alone what was quoted or left out', async () => {
  const { pool } = await testDatabase();
  await publishSearched(pool, [{ headline: 'Parliament meets in Marseille' }]);
  await learnSpellings(pool, langs);
  const offer = async (q: string) => {
    const { question } = questionOf('en', { q });
    const [reading] = await readQuestionIn(pool, ['en'], question);
    return reading && offerSpelling(pool, reading, question);
  };
  expect(await offer('parlament OR marseile -"parlament" meets')).toBe(
    'parliament OR marseille -"parlament" meets',
  );
  expect(await offer('-parlament "parlament" parlament*')).toBe(null);
  expect(await offer('parliament')).toBe(null);
  expect(await offer('')).toBe(null);
});

it('forgets the words of what was killed, held, corrected or redacted, in the same transaction', async () => {
  const { pool } = await testDatabase();
  const codes = await publishSearched(
    pool,
    ['Quallompis', 'Verdizzelt', 'Brompfennig', 'Klaxovine'].map((word) => ({
      headline: `${word} shared`,
      lead: '',
    })),
  );
  await learnSpellings(pool, langs);
  const left = async () =>
    (await pool.query('select word from search_words order by 1')).rows.map(({ word }) => word).join(' ');
  expect(await left()).toBe('brompfennig klaxovine quallompis shared verdizzelt');
  const [killed, held, corrected, redacted] = codes as [number, number, number, number];
  await actOn(pool, killed, 'kill', { reasonClass: 'inaccurate', note: 'It was not so.' });
  expect(await left()).toBe('brompfennig klaxovine shared verdizzelt');
  await actOn(pool, held, 'hold');
  expect(await left()).toBe('brompfennig klaxovine shared');
  await actOn(pool, corrected, 'correct', { words: { headline: 'Grumbelase' }, note: 'The name was wrong.' });
  expect(await left()).toBe('klaxovine shared');
  await actOn(pool, redacted, 'redact', { fields: ['headline'], reasonClass: 'privacy' });
  expect(await left()).toBe('');
  await learnSpellings(pool, langs);
  expect(await left()).toBe('grumbelase');
  await actOn(pool, held, 'release');
  await learnSpellings(pool, langs);
  expect(await left()).toBe('grumbelase shared verdizzelt');
});

it('takes in each story once where two processes do it, while acts go on', async () => {
  const { pool } = await testDatabase();
  const codes = await publishSearched(
    pool,
    Array.from({ length: 40 }, (_, at) => ({ headline: `Common ${at % 2 ? 'oddly' : 'evenly'}`, lead: '' })),
  );
  await Promise.all([
    learnSpellings(pool, ['en']),
    learnSpellings(pool, ['en']),
    ...codes.slice(0, 10).map((code) => actOn(pool, code, 'hold')),
  ]);
  await learnSpellings(pool, ['en']);
  const { rows } = await pool.query('select word, stories from search_words order by 1');
  expect(rows).toEqual([
    { word: 'common', stories: 30 },
    { word: 'evenly', stories: 15 },
    { word: 'oddly', stories: 15 },
  ]);
});

it('offers nothing, and fails nowhere, in a database without pg_trgm', async () => {
  const { pool } = await testDatabase();
  await publishSearched(pool, [{ headline: 'Parliament' }]);
  await learnSpellings(pool, langs);
  await pool.query('drop extension pg_trgm cascade');
  expect(await findAlike(pool, 'en', ['parlament'])).toEqual([null]);
});
