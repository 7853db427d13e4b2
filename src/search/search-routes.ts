/** Search over HTTP: its page, the same in lite, and the feeds of any search. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Edition, editionOf } from '../editions/edition.ts';
import type { FeedForm } from '../site/address.ts';
import type { Tag } from '../site/page-cache.ts';
import { renderBusy } from '../site/pages/RefusalPage.tsx';
import { type PreparedPage, preparePage } from '../site/prepared-page.ts';
import type { ReaderSite, SiteDeps } from '../site/reader-site.ts';
import { searchFeed } from './search-feed.ts';
import { searchPage } from './search-page.ts';
import { askAgainSeconds, TooManySearch } from './search-turns.ts';

/** Searches that one address may ask for in a minute, and feeds of searches. */
const searchesAMinute = 120;
const config = { rateLimit: { max: searchesAMinute, timeWindow: '1 minute' } };

/** Letters of an address that an answer is kept under: a longer one is asked by nobody else. */
const longestKept = 600;

type Send = (page: PreparedPage, request: FastifyRequest, reply: FastifyReply) => void;

export function searchRoutes(app: FastifyInstance, deps: SiteDeps, site: ReaderSite, send: Send): void {
  /** An answer is good until the next act of any edition: a code finds its story in each. */
  const keep = async (path: string, make: () => Promise<{ page: PreparedPage; isWhole: boolean }>) => {
    const { moment } = deps.cache;
    const { page, isWhole } = await make().catch((error) => {
      if (error instanceof TooManySearch) return busy(path);
      throw error;
    });
    const tags = deps.agency.editions.map(({ lang }): Tag => `lists:${lang}`);
    if (isWhole && path.length <= longestKept) deps.cache.putAnswer(path, page, tags, moment);
    return page;
  };
  const busy = async (path: string) => {
    const edition = editionOf(deps.agency, path.split('/', 2)[1] ?? '') as Edition;
    const page = await preparePage({
      type: 'text/html; charset=utf-8',
      status: 503,
      body: renderBusy(site.frame(edition, `/${edition.lang}/search`)),
      headers: { ...deps.headers.page, 'cache-control': 'no-store', 'retry-after': String(askAgainSeconds) },
    });
    return { page, isWhole: false };
  };
  app.get<{ Params: { lang: string } }>('/:lang/search', { config }, async (request, reply) => {
    const edition = editionOf(deps.agency, request.params.lang);
    const page = edition
      ? await keep(request.url, () =>
          searchPage(deps, site, edition, queryOf(request), { signal: goneOf(reply) }),
        )
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
        return send(
          await keep(request.url, () =>
            searchPage(deps, site, edition, queryOf(request), { form: 'lite', signal: goneOf(reply) }),
          ),
          request,
          reply,
        );
      const form = /^feed\.(xml|atom|json)$/.exec(file)?.[1] as FeedForm | undefined;
      const page =
        edition && form
          ? await keep(request.url, () =>
              searchFeed(deps, site, edition, { form, query: queryOf(request), signal: goneOf(reply) }),
            )
          : await site.notFound(request.url);
      send(page, request, reply);
    },
  );
}

/** Aborts when whoever asked has gone: he waits for no turn any more. */
function goneOf({ raw }: FastifyReply): AbortSignal {
  const gone = new AbortController();
  raw.once('close', () => gone.abort());
  return gone.signal;
}

function queryOf(request: FastifyRequest): URLSearchParams {
  return new URLSearchParams(request.url.split('?', 2)[1] ?? '');
}
