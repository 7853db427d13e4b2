/** Where the desk's screens are got. They show nothing by themselves: what they show, they ask of /api. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { PreparedPage } from '../site/prepared-page.ts';
import type { AppFiles } from './app-files.ts';

type Send = (page: PreparedPage, request: FastifyRequest, reply: FastifyReply) => void;

export function appRoutes(
  app: FastifyInstance,
  deps: { appFiles: AppFiles; notFound: () => Promise<PreparedPage>; send: Send },
): void {
  app.get('/desk', async (_request, reply) => reply.redirect('/desk/', 302));
  app.get('/desk/', async (request, reply) => deps.send(deps.appFiles.page, request, reply));
  app.get('/desk/assets/*', async (request, reply) => {
    const path = request.url.split('?', 1)[0] as string;
    deps.send(deps.appFiles.files.get(path) ?? (await deps.notFound()), request, reply);
  });
}
