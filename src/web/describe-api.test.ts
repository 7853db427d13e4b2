import { expect, test } from 'vitest';
import { buildApp } from '../../test/built-app.ts';
import { testDatabase } from '../../test/test-database.ts';
import { routeRules } from './route-rules.ts';

test('describes every route of the API with its parameters, its body and who may use it', async () => {
  const { pool } = await testDatabase();
  const built = await buildApp(pool);
  const answer = await built.app.inject({ url: '/api/openapi.json' });
  const described = answer.json();
  expect(described.openapi).toBe('3.1.0');
  const listed = Object.entries<Record<string, unknown>>(described.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
  );
  const expected = Object.keys(routeRules).filter((row) => / \/api\//.test(row) && !row.endsWith('*'));
  expect(listed.sort()).toEqual(expected.sort());
  const act = described.paths['/api/desk/stories/{id}/acts'].post;
  expect(act).toMatchObject({
    security: [{ session: [] }],
    description: expect.stringContaining('act.publish'),
  });
  expect(act.requestBody.content['application/json'].schema.required).toEqual(['kind', 'basedOn']);
  await built.close();
});
