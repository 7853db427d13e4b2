/** Where the desk's screens are got. They show nothing by themselves: what they show, they ask of /api. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type pg from 'pg';
import { readRendition } from '../pictures/picture-store.ts';
import type { PreparedPage } from '../site/prepared-page.ts';
import { refuseApi } from '../web/api-answers.ts';
import type { AppFiles } from './app-files.ts';

type Send = (page: PreparedPage, request: FastifyRequest, reply: FastifyReply) => void;

export function appRoutes(
  app: FastifyInstance,
  deps: { pool: pg.Pool; appFiles: AppFiles; notFound: () => Promise<PreparedPage>; send: Send },
): void {
  app.get('/desk', async (_request, reply) => reply.redirect('/desk/', 302));
  app.get('/desk/', async (request, reply) => deps.send(deps.appFiles.page, request, reply));
  // A draft's pictures are no reader's yet, so that the site has no address for them.
  app.get<{ Params: { hash: string } }>('/api/desk/pictures/:hash', async (request, reply) => {
    const { hash } = request.params;
    const bytes = /^[0-9a-f]{64}$/.test(hash)
      ? await readRendition(deps.pool, { hash, width: 960, format: 'jpg' })
      : null;
    if (!bytes)
      return refuseApi(reply, 404, { kind: 'no-such-picture', sentence: 'There is no such picture.' });
    return reply.type('image/jpeg').send(bytes);
  });
  app.get('/desk/assets/*', async (request, reply) => {
    const path = request.url.split('?', 1)[0] as string;
    deps.send(deps.appFiles.files.get(path) ?? (await deps.notFound()), request, reply);
  });
}
