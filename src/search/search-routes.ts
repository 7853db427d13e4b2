/** Search over HTTP: its page, the same in lite, and the feeds of any search. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { editionOf } from '../editions/edition.ts';
import type { FeedForm } from '../site/address.ts';
import type { PreparedPage } from '../site/prepared-page.ts';
import type { ReaderSite, SiteDeps } from '../site/reader-site.ts';
import { searchFeed } from './search-feed.ts';
import { searchPage } from './search-page.ts';

/** Searches that one address may ask for in a minute, and feeds of searches. */
const searchesAMinute = 120;
const config = { rateLimit: { max: searchesAMinute, timeWindow: '1 minute' } };

type Send = (page: PreparedPage, request: FastifyRequest, reply: FastifyReply) => void;

export function searchRoutes(app: FastifyInstance, deps: SiteDeps, site: ReaderSite, send: Send): void {
  app.get<{ Params: { lang: string } }>('/:lang/search', { config }, async (request, reply) => {
    const edition = editionOf(deps.agency, request.params.lang);
    const page = edition
      ? await searchPage(deps, site, edition, queryOf(request))
      : await site.notFound(request.url);
    send(page, request, reply);
  });
  app.get<{ Params: { lang: string; file: string } }>(
    '/:lang/search/:file',
    { config },
    async (request, reply) => {
      const edition = editionOf(deps.agency, request.params.lang);
      const { file } = request.params;
      if (edition && file === 'lite')
        return send(await searchPage(deps, site, edition, queryOf(request), 'lite'), request, reply);
      const form = /^feed\.(xml|atom|json)$/.exec(file)?.[1] as FeedForm | undefined;
      const page =
        edition && form
          ? await searchFeed(deps, site, edition, { form, query: queryOf(request) })
          : await site.notFound(request.url);
      send(page, request, reply);
    },
  );
}

function queryOf(request: FastifyRequest): URLSearchParams {
  return new URLSearchParams(request.url.split('?', 2)[1] ?? '');
}
