/** Search over HTTP: its page, and the feeds of any search. */
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Edition, editionOf } from '../editions/edition.ts';
import type { FeedForm } from '../site/address.ts';
import { renderWrong } from '../site/pages/RefusalPage.tsx';
import { type PreparedPage, preparePage } from '../site/prepared-page.ts';
import type { ReaderSite, SiteDeps } from '../site/reader-site.ts';
import { editionWords } from '../site/words/catalogue.ts';
import { statusOfThrown } from '../web/api-answers.ts';
import { searchFeed } from './search-feed.ts';
import { searchPage } from './search-page.ts';

/** Searches that one address may ask for in a minute, and feeds of searches. */
const searchesAMinute = 120;
const config = { rateLimit: { max: searchesAMinute, timeWindow: '1 minute' } };

type Named = { lang: string };
type Send = (page: PreparedPage, request: FastifyRequest, reply: FastifyReply) => void;

export function searchRoutes(app: FastifyInstance, deps: SiteDeps, site: ReaderSite, send: Send): void {
  void app.register(async (scope) => {
    scope.setErrorHandler(async (error: FastifyError, request, reply) => {
      const edition = editionOf(deps.agency, (request.params as Named).lang);
      if (statusOfThrown(error) !== 429 || !edition) throw error;
      send(await tooMany(deps, site, edition), request, reply);
    });
    scope.get<{ Params: Named }>('/:lang/search', { config }, async (request, reply) => {
      const edition = editionOf(deps.agency, request.params.lang);
      const page = edition
        ? await searchPage(deps, site, edition, queryOf(request))
        : await site.notFound(request.url);
      send(page, request, reply);
    });
    scope.get<{ Params: Named & { file: string } }>(
      '/:lang/search/:file',
      { config },
      async (request, reply) => {
        const edition = editionOf(deps.agency, request.params.lang);
        const form = /^feed\.(xml|atom|json)$/.exec(request.params.file)?.[1] as FeedForm | undefined;
        const page =
          edition && form
            ? await searchFeed(deps, site, edition, { form, query: queryOf(request) })
            : await site.notFound(request.url);
        send(page, request, reply);
      },
    );
  });
}

/** In the reader's language: whoever sits in a library has done nothing wrong. */
function tooMany({ headers }: SiteDeps, site: ReaderSite, edition: Edition): Promise<PreparedPage> {
  const { searching } = editionWords(edition);
  return preparePage({
    type: 'text/html; charset=utf-8',
    status: 429,
    body: renderWrong(site.frame(edition, `/${edition.lang}/search`), searching.tooMany),
    headers: { ...headers.page, 'cache-control': 'no-store', 'retry-after': '60' },
  });
}

function queryOf(request: FastifyRequest): URLSearchParams {
  return new URLSearchParams(request.url.split('?', 2)[1] ?? '');
}
