/** `/sw.js`: the service worker that keeps what was opened, or the one that forgets it. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { SiteDeps } from '../answering.ts';
import { type PreparedPage, preparePage } from '../prepared-page.ts';
import { readScript } from './reader-scripts.ts';

type Send = (page: PreparedPage, request: FastifyRequest, reply: FastifyReply) => void;

export async function workerRoutes(
  app: FastifyInstance,
  { pages, headers }: SiteDeps,
  send: Send,
): Promise<void> {
  const prepared = (name: 'reader/keep-pages' | 'reader/keep-nothing') =>
    preparePage({ type: 'text/javascript; charset=utf-8', body: readScript(name), headers: headers.proof });
  const [keeping, leaving] = await Promise.all([
    prepared('reader/keep-pages'),
    prepared('reader/keep-nothing'),
  ]);
  app.get('/sw.js', async (request, reply) => send(pages.keepsPages ? keeping : leaving, request, reply));
}
