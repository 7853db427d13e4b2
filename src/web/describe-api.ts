/** Describes the API as OpenAPI, from the same schemas that check each request: nothing is written down twice. */
import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { routeRules } from './route-rules.ts';

/** To be called before any route is made. */
export async function describeApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Wireroom',
        version: '0.1.0',
        description:
          'The desk’s API. Whoever uses it is signed in by a session’s cookie. Refusals are {"error": {"kind", "sentence"}}: a word for programs and a sentence for people.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      components: {
        securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'wireroom.session_token' } },
      },
    },
    transform: ({ schema, url, route }) => {
      const method = [route.method].flat()[0] ?? 'GET';
      const rule = routeRules[`${method} ${url}`];
      const hide = !url.startsWith('/api/') || url.endsWith('/*') || method === 'HEAD';
      const who = rule === 'anyone' ? {} : { security: [{ session: [] }], description: whoMay(rule) };
      return { schema: { ...schema, ...who, hide }, url };
    },
  });
  app.get('/api/openapi.json', async () => app.swagger());
}

function whoMay(rule: string | undefined): string {
  return rule === 'signed-in' ? 'Whoever is signed in.' : `Whoever a role allows “${rule}”: docs/roles.md.`;
}
