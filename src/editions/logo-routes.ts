/** Logos over HTTP: sent before they are chosen, and seen by whoever chooses. Readers get theirs among the site's assets. */
import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import { refuseApi } from '../web/api-answers.ts';
import { refusePicture } from '../web/refusal-answers.ts';
import { readLogo } from './logo-store.ts';
import { mostLogoBytes, takeLogo } from './take-logo.ts';

const hash = { type: 'string', pattern: '^[0-9a-f]{64}$' };

export function logoRoutes(app: FastifyInstance, { pool }: { pool: pg.Pool }): void {
  app.post('/api/settings/logos', { bodyLimit: mostLogoBytes }, async (request, reply) => {
    const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const taken = await takeLogo(pool, bytes);
    return taken.ok ? taken.value : refusePicture(reply, taken.refusal);
  });
  app.get<{ Params: { hash: string } }>(
    '/api/settings/logos/:hash',
    { schema: { params: { type: 'object', properties: { hash } } } },
    async (request, reply) => {
      const logo = await readLogo(pool, request.params.hash);
      if (!logo)
        return refuseApi(reply, 404, { kind: 'no-such-picture', sentence: 'There is no such logo.' });
      return reply.type('image/webp').send(logo.bytes);
    },
  );
}
