import { expect, it } from 'vitest';
import { buildApp } from '../../test/built-app.ts';
import { agency } from '../../test/invented-story.ts';
import { testDatabase } from '../../test/test-database.ts';
import { writeAgency } from '../editions/agency-store.ts';
import type { Edition } from '../editions/edition.ts';

it('tells a reader in the language of the address that one connection asked too often, and that the program failed', async () => {
  const { pool } = await testDatabase();
  await writeAgency(pool, agency);
  const built = await buildApp(pool);
  const get = (url: string) => built.app.inject({ method: 'GET', url });
  let answer = await get('/fa/search');
  for (let asked = 0; answer.statusCode === 200 && asked < 1_000; asked++) answer = await get('/fa/search');
  expect(answer.statusCode).toBe(429);
  expect(answer.body).toContain('<html lang="fa" dir="rtl">');
  expect(answer.body).toContain('لطفاً یک دقیقه صبر کنید');
  await pool.query('alter table published rename to away');
  const broken = await get('/fa/');
  await pool.query('alter table away rename to published');
  expect(broken.statusCode).toBe(500);
  expect(broken.body).toContain('گناه از ماست');
  expect(broken.body).not.toContain('published');
  await built.close();
});

it('knows an edition whose tag has figures in it', async () => {
  const { pool } = await testDatabase();
  const spanish = { ...agency.editions[0], lang: 'es-419', name: 'Español' } as Edition;
  await writeAgency(pool, { ...agency, editions: [...agency.editions, spanish] });
  const built = await buildApp(pool);
  await pool.query('alter table published rename to away');
  const broken = await built.app.inject({ method: 'GET', url: '/es-419/' });
  await pool.query('alter table away rename to published');
  await built.close();
  expect(broken.statusCode).toBe(500);
  expect(broken.body).toContain('<html lang="es-419"');
  expect(broken.body).toContain('La culpa es nuestra');
});
