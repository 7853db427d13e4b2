/** Logos over HTTP: sent before they are chosen, and seen by whoever chooses. Readers get theirs among the site's assets. */
import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import { refuseApi } from '../web/api-answers.ts';
import { readLogo } from './logo-store.ts';
import { mostLogoBytes, takeLogo } from './take-logo.ts';

const hash = { type: 'string', pattern: '^[0-9a-f]{64}$' };

export function logoRoutes(app: FastifyInstance, { pool }: { pool: pg.Pool }): void {
  app.post<{ Body: Buffer }>('/api/settings/logos', { bodyLimit: mostLogoBytes }, async (request, reply) => {
    const bytes = request.body;
    if (!Buffer.isBuffer(bytes) || bytes.length === 0)
      return refuseApi(reply, 422, { kind: 'no-picture', sentence: 'Send the bytes of a picture.' });
    const taken = await takeLogo(pool, bytes);
    return taken.ok ? taken.value : refuseApi(reply, 422, taken);
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
