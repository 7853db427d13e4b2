/** What the site says to other programs beside its pages and feeds: crawlers, browsers' shells, programs that embed. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { editionOf } from '../editions/edition.ts';
import { askAgainSeconds, drawInTurn } from '../pictures/draw-in-turn.ts';
import type { Tag } from '../site/page-cache.ts';
import type { PageAnswer, PreparedPage } from '../site/prepared-page.ts';
import { preparePage } from '../site/prepared-page.ts';
import type { ReaderSite, SiteDeps } from '../site/reader-site.ts';
import { drawIcon } from './icon.ts';
import { makeNewsSitemap, makeSitemap, makeSitemapIndex } from './make-sitemap.ts';
import { manifestJson } from './manifest.ts';
import { type IconSize, iconPath, iconSizes } from './manifest-paths.ts';
import { oEmbed } from './oembed.ts';
import { robotsText } from './robots.ts';
import { securityText } from './security-text.ts';

type Send = (page: PreparedPage, request: FastifyRequest, reply: FastifyReply) => void;

const plain = 'text/plain; charset=utf-8';
const xml = 'application/xml; charset=utf-8';
/** What makes the program work is asked for seldom by those who mean well. */
const aMinute = (max: number) => ({ config: { rateLimit: { max, timeWindow: '1 minute' } } });
const forAnHour = { 'cache-control': 'public, max-age=3600' };

export function machineRoutes(app: FastifyInstance, deps: SiteDeps, site: ReaderSite, send: Send): void {
  const { pool, agency, machines, publicUrl, clock, headers, cache } = deps;
  const answer = async (made: PageAnswer | null, request: FastifyRequest, reply: FastifyReply) =>
    send(
      made
        ? await preparePage({ ...made, headers: { ...headers.page, ...made.headers } })
        : await site.notFound(request.url),
      request,
      reply,
    );

  app.get('/robots.txt', (request, reply) =>
    answer({ type: plain, body: robotsText(machines, publicUrl) }, request, reply),
  );
  app.get('/.well-known/security.txt', (request, reply) => {
    const { securityContact: contact } = machines;
    const langs = [...new Set([agency.defaultLang, ...agency.editions.map(({ lang }) => lang)])];
    const body = contact && securityText(contact, langs, publicUrl, clock());
    return answer(body ? { type: plain, body } : null, request, reply);
  });
  /** Kept until the next act: whoever asks again costs nothing. */
  const answerMap = async (
    path: string,
    langs: string[],
    make: () => Promise<string | null>,
    request: FastifyRequest,
    reply: FastifyReply,
  ) => {
    const kept = cache.get(path);
    if (kept) return send(kept, request, reply);
    const { moment } = cache;
    const body = await make();
    if (body === null) return answer(null, request, reply);
    const page = await preparePage({ type: xml, body, headers: headers.page });
    const tags = langs.map((lang): Tag => `lists:${lang}`);
    cache.put(path, page, tags, moment);
    return send(page, request, reply);
  };
  app.get('/sitemap.xml', aMinute(30), async (request, reply) => {
    const langs = agency.editions.map(({ lang }) => lang);
    return answerMap('/sitemap.xml', langs, () => makeSitemapIndex(deps), request, reply);
  });
  app.get('/sitemap-news.xml', aMinute(60), async (request, reply) =>
    answer({ type: xml, body: await makeNewsSitemap(deps, clock()) }, request, reply),
  );
  app.get<{ Params: { lang: string; file: string } }>(
    '/sitemap/:lang/:file',
    aMinute(60),
    async (request, reply) => {
      const edition = editionOf(agency, request.params.lang);
      const name = /^(.+)\.xml$/.exec(request.params.file)?.[1];
      const make = async () => (edition && name ? makeSitemap(deps, edition, name) : null);
      // There are few maps of names; those of the months would push readers' pages out.
      if (edition && name && /^(bylines|subjects)\b/.test(name))
        return answerMap(`/sitemap/${edition.lang}/${name}.xml`, [edition.lang], make, request, reply);
      const body = await make();
      return answer(body === null ? null : { type: xml, body }, request, reply);
    },
  );
  app.get('/oembed', aMinute(300), async (request, reply) => {
    const query = new URLSearchParams(request.url.split('?', 2)[1] ?? '');
    const open = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' };
    return answer({ ...(await oEmbed({ ...deps, pool }, site, query)), headers: open }, request, reply);
  });
  app.get<{ Params: { lang: string } }>('/:lang/manifest.webmanifest', async (request, reply) => {
    const edition = editionOf(agency, request.params.lang);
    const type = 'application/manifest+json; charset=utf-8';
    return answer(edition && { type, body: manifestJson(edition), headers: forAnHour }, request, reply);
  });
  const icon = async (size: number, request: FastifyRequest, reply: FastifyReply) => {
    const known = iconSizes.includes(size as IconSize);
    const home = editionOf(agency, agency.defaultLang) ?? agency.editions[0];
    if (!known || !home) return answer(null, request, reply);
    // Whatever stands behind a question mark or in percent signs asks for nothing else: it is drawn, and kept, once.
    const path = iconPath(size as IconSize);
    const kept = deps.cache.get(path);
    if (kept) return send(kept, request, reply);
    const { moment } = deps.cache;
    const drawing = drawInTurn(() => drawIcon(home.agency, home.dir, size as IconSize));
    if (!drawing) return reply.status(503).header('retry-after', String(askAgainSeconds)).send();
    const body = await drawing;
    const page = await preparePage({ type: 'image/png', body, headers: { ...headers.page, ...forAnHour } });
    // Until the settings change, or midnight.
    deps.cache.put(path, page, [], moment);
    return send(page, request, reply);
  };
  app.get<{ Params: { file: string } }>('/icon/:file', (request, reply) =>
    icon(Number(/^(\d{2,3})\.png$/.exec(request.params.file)?.[1] ?? 0), request, reply),
  );
  app.get('/favicon.ico', (request, reply) => icon(32, request, reply));
}
