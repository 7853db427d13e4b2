/** Every route of the program. */
import rateLimit from '@fastify/rate-limit';
import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerFactory,
} from 'fastify';
import { commentRoutes } from '../comments/comment-routes.ts';
import { commentLinkRoutes } from '../comments/mail-link-routes.ts';
import { moderationRoutes } from '../comments/moderation-routes.ts';
import { loadAppFiles } from '../desk/app-files.ts';
import { appRoutes } from '../desk/app-routes.ts';
import { deskRoutes } from '../desk/desk-routes.ts';
import type { DeskLine } from '../desk/hear-desk.ts';
import { settingsRoutes } from '../editions/settings-routes.ts';
import { followerRoutes } from '../followers/follower-routes.ts';
import { frontRoutes } from '../fronts/front-routes.ts';
import { hubRoutes } from '../hub/hub-routes.ts';
import { logRoutes } from '../log/log-routes.ts';
import { machineRoutes } from '../machines/machine-routes.ts';
import { mailRoutes } from '../mail/mail-routes.ts';
import { networkOf } from '../people/network.ts';
import type { People } from '../people/people.ts';
import { peopleRoutes } from '../people/people-routes.ts';
import { signInRoutes } from '../people/sign-in-routes.ts';
import { pictureRoutes } from '../pictures/picture-routes.ts';
import { planningRoutes } from '../planning/planning-routes.ts';
import { searchRoutes } from '../search/search-routes.ts';
import { mementoRoutes } from '../site/memento-routes.ts';
import type { PreparedPage } from '../site/prepared-page.ts';
import { proofJson, proofPage } from '../site/proof-page.ts';
import { workerRoutes } from '../site/reader/worker-routes.ts';
import { type ReaderSite, readerSite, type SiteDeps } from '../site/reader-site.ts';
import { sendPage } from '../site/send-page.ts';
import { subjectRoutes } from '../subjects/subject-routes.ts';
import { threadRoutes } from '../threads/thread-routes.ts';
import { answerThrown, isApi, refuseApi, statusOfThrown } from './api-answers.ts';
import { addSaying } from './asked-saying.ts';
import { describeApi } from './describe-api.ts';
import { addGate } from './gate.ts';
import { readerRefusal } from './reader-refusals.ts';

export async function buildRoutes(
  deps: SiteDeps,
  { people, line }: { people: People; line: DeskLine },
  settings: { trustProxy: boolean | string; dataDir: string; serverFactory?: FastifyServerFactory },
): Promise<{ app: FastifyInstance; site: ReaderSite }> {
  const site = readerSite(deps);
  /** Prepared pages carry all their headers; Fastify has nothing to add to them. */
  const send = (page: PreparedPage, request: FastifyRequest, reply: FastifyReply): void => {
    reply.hijack();
    deps.reads.hear(page.readOf, request.raw);
    sendPage(page, request.raw, reply.raw);
  };
  const app = Fastify({
    // Of one proxy the last address that it says is its own word. Those before it anybody may have made up.
    trustProxy: settings.trustProxy === true ? (_address, hop) => hop === 0 : settings.trustProxy,
    ...(settings.serverFactory ? { serverFactory: settings.serverFactory } : {}),
    routerOptions: { maxParamLength: 4_000 },
    frameworkErrors: (_error, request, reply) =>
      void site.notFound(request.url).then((page) => send(page, request, reply)),
  });
  await app.register(rateLimit, { global: false, keyGenerator: ({ ip }) => networkOf(ip) });
  app.addHook('onSend', async (request, reply) => {
    reply.headers(deps.headers.page);
    if (isApi(request)) reply.header('cache-control', 'no-store');
  });
  // Before any route: one that was there before would have Fastify's own.
  app.setNotFoundHandler(async (request, reply) => {
    if (request.method === 'GET' || request.method === 'HEAD')
      return send(await site.notFound(request.url), request, reply);
    return reply
      .status(405)
      .headers({ ...deps.headers.page, allow: 'GET, HEAD' })
      .type('text/plain; charset=utf-8')
      .send('Nothing can be written here.\n');
  });
  app.setErrorHandler(async (error: FastifyError, request, reply) => {
    const status = statusOfThrown(error);
    if (status >= 500) console.error(`${request.method} ${request.url.split('?', 1)[0]}:`, error);
    if (isApi(request)) return answerThrown(error, reply);
    const { type, body, headers } = readerRefusal(deps, site, status, request.url);
    return reply
      .status(status)
      .headers(headers ?? {})
      .type(type)
      .send(body);
  });
  addSaying(app, () => deps.agency.zone);
  addGate(app, people);
  await describeApi(app);

  app.get('/healthz', async (_request, reply) => {
    await deps.pool.query('select 1');
    reply.header('cache-control', 'no-store').type('application/json');
    return { ready: true };
  });
  machineRoutes(app, deps, site, send);
  hubRoutes(app, deps, site);
  await workerRoutes(app, deps, send);
  app.get('/assets/:name', async (request, reply) => {
    send(deps.assets.files.get(request.url) ?? (await site.notFound()), request, reply);
  });
  const appFiles = await loadAppFiles(deps.headers.page);
  appRoutes(app, { pool: deps.pool, appFiles, notFound: site.notFound, send });
  logRoutes(app, { pool: deps.pool, notFound: site.notFound, common: deps.headers.page, send });
  mementoRoutes(app, deps, site, send);
  pictureRoutes(app, {
    pool: deps.pool,
    cache: deps.cache,
    notFound: site.notFound,
    common: deps.headers.page,
    lang: deps.agency.defaultLang,
    send,
  });
  searchRoutes(app, deps, site, send);
  app.get<{ Params: Record<'lang' | 'code' | 'version', string> }>(
    '/:lang/proof/:code/:version',
    async (request, reply) => {
      const { lang, code, version } = request.params;
      const numbers = readNumbers(code, version);
      const page = numbers && (await proofPage(deps, site, { lang, ...numbers }));
      send(page ?? (await site.notFound(request.url)), request, reply);
    },
  );
  app.get<{ Params: Record<'code' | 'version', string> }>(
    '/log/version/:code/:version',
    async (request, reply) => {
      const numbers = readNumbers(request.params.code, request.params.version);
      const page = numbers && (await proofJson(deps, numbers.code, numbers.version));
      send(page ?? (await site.notFound(request.url)), request, reply);
    },
  );
  await followerRoutes(app, {
    deps,
    site,
    send,
    behindLinks: (scope, follower) => commentLinkRoutes(scope, follower, settings.dataDir),
  });
  commentRoutes(app, deps, { site, ownOrigins: people.ownOrigins, send });
  moderationRoutes(app, { pool: deps.pool, people, clock: deps.clock, dataDir: settings.dataDir });
  signInRoutes(app, people);
  settingsRoutes(app, { pool: deps.pool, people, clock: deps.clock });
  mailRoutes(app, { pool: deps.pool, people, clock: deps.clock, mail: deps.mail ?? null });
  subjectRoutes(app, { pool: deps.pool, people, clock: deps.clock });
  threadRoutes(app, { pool: deps.pool, people, clock: deps.clock });
  planningRoutes(app, { ...deps, people });
  deskRoutes(app, { ...deps, people, line, site });
  peopleRoutes(app, people, { sendsMail: Boolean(deps.mail) });
  frontRoutes(app, { ...deps, people, line, site });
  app.route({
    method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
    url: '/api/*',
    handler: async (_request, reply) =>
      refuseApi(reply, 404, { kind: 'not-there', sentence: 'There is nothing at this address.' }),
  });
  app.get('/*', async (request, reply) => {
    const path = request.url.split('?', 1)[0] as string;
    send(await site.answer(path, queryOf(request)), request, reply);
  });
  await app.ready();
  return { app, site };
}

/** A code and a version have one spelling each. */
function readNumbers(code: string, version: string): { code: number; version: number } | null {
  if (!/^[1-9]\d{0,14}$/.test(code) || !/^[1-9]\d{0,8}$/.test(version)) return null;
  return { code: Number(code), version: Number(version) };
}

function queryOf(request: FastifyRequest): URLSearchParams {
  return new URLSearchParams(request.url.split('?', 2)[1] ?? '');
}
