/** The gate before every route: who may pass is in route-rules.ts, and a route that is not there stops the program. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { People } from '../people/people.ts';
import { may } from '../people/policy.ts';
import { answerWords } from './answer-words.ts';
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
    return refuseApi(reply, 401, {
      kind: 'not-signed-in',
      sentence: answerWords(request.saying).notSignedIn,
    });
  if (rule !== 'signed-in' && !may(person, rule))
    return refuseApi(reply, 403, {
      kind: 'not-allowed',
      sentence: answerWords(request.saying).notAllowed(rule),
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
    sentence: answerWords(request.saying).foreignOrigin(origin?.slice(0, 200) ?? null, people.publicUrl()),
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
    sentence: answerWords(request.saying).wrongType,
  });
}
