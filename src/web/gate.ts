/** The gate before every route: who may pass is in route-rules.ts, and a route that is not there stops the program. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { People } from '../people/people.ts';
import { may } from '../people/policy.ts';
import { isApi, refuseApi } from './api-answers.ts';
import { type RouteRule, ruleOf } from './route-rules.ts';

/** To be called before any route is made. */
export function addGate(app: FastifyInstance, people: People): void {
  app.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat())
      if (!ruleOf(one, url))
        throw new Error(`${one} ${url} has no row in src/web/route-rules.ts: say there who may use it.`);
  });
  app.addHook('onRequest', async (request, reply) => {
    if (isApi(request) && isWriting(request)) {
      const refused = refuseForeign(people, request, reply) ?? refuseForms(request, reply);
      if (refused) return refused;
    }
    // No pattern: no route was found, and whatever answers that shows nothing.
    const pattern = request.routeOptions.url;
    const rule = pattern === undefined ? 'anyone' : ruleOf(request.method, pattern);
    if (rule !== 'anyone') return admit(people, rule as Exclude<RouteRule, 'anyone'>, request, reply);
  });
}

async function admit(
  people: People,
  rule: Exclude<RouteRule, 'anyone'>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  const person = await people.personOf(request);
  if (!person)
    return refuseApi(reply, 401, { kind: 'not-signed-in', sentence: 'Nobody is signed in: sign in first.' });
  if (rule !== 'signed-in' && !may(person, rule))
    return refuseApi(reply, 403, {
      kind: 'not-allowed',
      sentence: `Your roles do not allow that (${rule}): ask an administrator.`,
    });
}

function isWriting({ method }: FastifyRequest): boolean {
  return method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS';
}

/** Another site's page may not write with the cookies of somebody who reads it. */
function refuseForeign(people: People, request: FastifyRequest, reply: FastifyReply): FastifyReply | null {
  const { origin, 'sec-fetch-site': site } = request.headers;
  const own =
    origin !== undefined
      ? people.ownOrigins().includes(origin)
      : site === undefined || site === 'same-origin' || site === 'none';
  if (own) return null;
  return refuseApi(reply, 403, {
    kind: 'foreign-origin',
    sentence: `This came from a page at ${String(origin ?? 'another site').slice(0, 200)}, and is taken from ${people.publicUrl()} alone. Set PUBLIC_URL to the address that people use.`,
  });
}

/** What a plain HTML form can send is not taken, whoever sends it. */
function refuseForms(request: FastifyRequest, reply: FastifyReply): FastifyReply | null {
  const type = request.headers['content-type'];
  if (
    type === undefined ||
    /^(application\/(json|octet-stream)|image\/[\w.+-]+|text\/[\w.+-]+)\s*(;|$)/i.test(type)
  )
    return null;
  return refuseApi(reply, 415, {
    kind: 'wrong-type',
    sentence: 'Send JSON, with the content type application/json.',
  });
}
