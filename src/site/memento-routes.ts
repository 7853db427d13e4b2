/** `/timegate/{code}` and `/timemap/{code}` (RFC 7089). A story that readers do not get keeps its entries, and its status. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { PublicState } from '../record/act.ts';
import { readSoFar } from '../record/record-store.ts';
import { readVersionTimes } from '../record/version-store.ts';
import { findStoryByCode } from '../stories/story-store.ts';
import {
  type Mementos,
  mementoAt,
  mementoPath,
  originalLinks,
  readAcceptDatetime,
  timeGateHeaders,
  timeMapJson,
  timeMapText,
} from './memento.ts';
import { type PageAnswer, type PreparedPage, preparePage } from './prepared-page.ts';
import type { ReaderSite, SiteDeps } from './reader-site.ts';
import { comeBackHeaders, statusOf } from './status-of.ts';

type Send = (page: PreparedPage, request: FastifyRequest, reply: FastifyReply) => void;

const plain = 'text/plain; charset=utf-8';

export function mementoRoutes(app: FastifyInstance, deps: SiteDeps, site: ReaderSite, send: Send): void {
  const answer = async (made: PageAnswer | null, request: FastifyRequest, reply: FastifyReply) =>
    send(made ? await preparePage(made) : await site.notFound(request.url), request, reply);

  app.get<{ Params: { code: string } }>('/timegate/:code', async (request, reply) => {
    const found = await readMementos(deps, request.params.code);
    const accepted = request.headers['accept-datetime'];
    return answer(found && timeGate(deps, found, accepted?.toString()), request, reply);
  });
  app.get<{ Params: { code: string } }>('/timemap/:code', async (request, reply) => {
    const [, code = '', json] = /^(\d+)(\.json)?$/.exec(request.params.code) ?? [];
    const found = await readMementos(deps, code);
    const asksJson = /application\/json/i.test(request.headers.accept ?? '');
    return answer(found && timeMap(deps, found, Boolean(json) || asksJson), request, reply);
  });
}

type Found = { mementos: Mementos; state: PublicState };

async function readMementos({ pool, publicUrl }: SiteDeps, said: string): Promise<Found | null> {
  if (!/^[1-9]\d{0,14}$/.test(said)) return null;
  const story = await findStoryByCode(pool, Number(said));
  const list = story ? await readVersionTimes(pool, story.id) : [];
  const state = story && (await readSoFar(pool, story.id)).state;
  if (!story || !state || list.length === 0) return null;
  return { mementos: { publicUrl, code: Number(said), lang: story.lang, list }, state };
}

function timeGate(
  { headers }: SiteDeps,
  { mementos, state }: Found,
  accepted: string | undefined,
): PageAnswer {
  const at = accepted === undefined ? null : readAcceptDatetime(accepted);
  const vary = 'accept-datetime';
  if (accepted !== undefined && !at)
    return {
      status: 400,
      type: plain,
      body: `Accept-Datetime is “${accepted.slice(0, 80)}”: it must be like “Sat, 05 Aug 2017 07:24:00 GMT”.\n`,
      headers: { ...headers.page, vary, link: originalLinks(mementos) },
    };
  const chosen = at ? mementoAt(mementos, at) : (mementos.list.at(-1) as Mementos['list'][0]);
  const location = mementoPath(mementos, chosen.version);
  const links = timeGateHeaders(mementos, chosen);
  if (state === 'public')
    return { status: 302, type: plain, body: '', headers: { ...headers.page, ...links, location } };
  return {
    status: statusOf[state],
    type: plain,
    body: '',
    headers: { ...headers.page, ...links, ...comeBackHeaders(state) },
  };
}

function timeMap({ headers }: SiteDeps, { mementos, state }: Found, json: boolean): PageAnswer {
  return {
    status: statusOf[state],
    type: json ? 'application/json; charset=utf-8' : 'application/link-format; charset=utf-8',
    body: json ? JSON.stringify(timeMapJson(mementos)) : timeMapText(mementos),
    headers: { ...headers.page, vary: 'Accept, Accept-Encoding', ...comeBackHeaders(state) },
  };
}
