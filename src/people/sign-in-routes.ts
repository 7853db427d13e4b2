/** better-auth over HTTP: what it gets, what is written down of it, and what leaves the building. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { refuseApi } from '../web/api-answers.ts';
import { currentClient, inAmbientTransaction, type SessionMade } from './ambient-transaction.ts';
import { writeAudit } from './audit.ts';
import type { People } from './people.ts';
import { peopleSentence } from './people-refusal.ts';
import { findPerson } from './people-store.ts';
import { noteSignedIn } from './session.ts';
import type { Person } from './session-store.ts';
import { type End, ends, type Said } from './sign-in-ends.ts';
import { reasonFor, sayWhy } from './sign-in-reasons.ts';
import { addressHeader } from './sign-in-terms.ts';
import { spendCode } from './spent-codes.ts';
import { countTry, forgiveTry, type Tried } from './tries.ts';

export function signInRoutes(app: FastifyInstance, people: People): void {
  for (const end of ends) {
    const schema =
      end.method === 'GET'
        ? {}
        : {
            body: {
              type: end.required ? 'object' : ['object', 'null'],
              properties: end.properties ?? {},
              required: end.required ?? [],
              additionalProperties: false,
            },
          };
    app.route({
      method: end.method,
      url: `/api/auth${end.path}`,
      schema,
      // Also those that succeed: each leaves a row behind for some minutes. A newsroom may have one address.
      config: { rateLimit: { max: 300, timeWindow: '1 minute' } },
      handler: (request, reply) => answer(people, end, request, reply),
    });
  }
}

async function answer(
  people: People,
  end: End,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const said = (request.body ?? {}) as Said;
  const person = await people.personOf(request);
  const tried = triedBy(end, said, person, request.ip);
  const wait = tried && (await countTry(people.pool, tried, people.clock()));
  if (wait) {
    const refusal = { kind: 'too-many-tries', ...wait } as const;
    reply.header('retry-after', wait.waitSeconds);
    return refuseApi(reply, 429, { kind: refusal.kind, sentence: peopleSentence(refusal, request.saying) });
  }
  const auth = await people.auth();
  const response = await inAmbientTransaction(
    people.pool,
    async (sessionsMade) => {
      const answered = await auth.handler(asWebRequest(people, end, said, request));
      const words = await answered.text();
      if (answered.status < 400) {
        await refuseUsed(people, end, { said, personId: sessionsMade.at(-1)?.personId ?? person?.id });
        await note(people, end, { person, sessionsMade, words });
      }
      return { status: answered.status, headers: answered.headers, words };
    },
    { later: end.waits === true },
  ).catch((error: unknown) => {
    if (error instanceof UsedCode) return null;
    throw error;
  });
  if (!response) {
    const { status, ...error } = reasonFor('usedCode', request.saying);
    return refuseApi(reply, status, error);
  }
  if (tried && response.status < 400) await forgiveTry(people.pool, tried);
  return send(response, reply);
}

/** Takes back all that its transaction did: the session too. */
class UsedCode extends Error {}

/** @throws UsedCode */
async function refuseUsed(
  people: People,
  end: End,
  { said, personId }: { said: Said; personId: string | undefined },
): Promise<void> {
  const codeHash = end.once?.(said, people);
  if (codeHash === undefined || personId === undefined) return;
  const use = { personId, codeHash, now: people.clock() };
  if (!(await spendCode(currentClient(people.pool), use))) throw new UsedCode();
}

/** A second factor is tried for an account that better-auth counts itself: ten wrong codes lock it for a while. */
function triedBy(end: End, said: Said, person: Person | null, address: string): Tried | null {
  if (!end.tried) return null;
  return { address, account: end.tried(said) ?? person?.id };
}

function asWebRequest(people: People, end: End, said: Said, request: FastifyRequest): Request {
  const { cookie, origin, 'user-agent': userAgent } = request.headers;
  const headers = new Headers({
    // The gate has let it pass; a passkey is bound to the origin of the page that asks.
    origin: origin ?? people.publicUrl(),
    [addressHeader]: request.ip,
    'user-agent': (userAgent ?? '').slice(0, 500),
  });
  if (cookie) headers.set('cookie', cookie);
  const query = request.url.split('?', 2)[1];
  const url = `${people.publicUrl()}/api/auth${end.path}${query ? `?${query}` : ''}`;
  if (end.method === 'GET') return new Request(url, { headers });
  headers.set('content-type', 'application/json');
  const body = JSON.stringify(end.body ? end.body(said, people) : said);
  return new Request(url, { method: end.method, headers, body });
}

/** What happened, written where it happened. */
async function note(
  people: People,
  end: End,
  {
    person,
    sessionsMade,
    words,
  }: { person: Person | null; sessionsMade: readonly SessionMade[]; words: string },
): Promise<void> {
  const db = currentClient(people.pool);
  const at = people.clock();
  const made = sessionsMade.at(-1);
  if (person && end.changes) {
    // A code that is tried again when the app is there already changes nothing.
    if (end.signsIn && !made) return;
    return writeAudit(db, { by: person, what: end.changes, about: { person: person.id }, at });
  }
  // A right password whose second factor is still to come is no sign-in: its session is gone again.
  if (!end.signsIn || !made || words.includes('"twoFactorRedirect":true')) return;
  const whose = await findPerson(db, made.personId);
  if (whose) await noteSignedIn(db, { person: whose, how: end.signsIn, sessionId: made.sessionId, at });
}

type Answered = { status: number; headers: Headers; words: string };

function send({ status, headers, words }: Answered, reply: FastifyReply): FastifyReply {
  const cookies = headers.getSetCookie();
  if (cookies.length > 0) reply.header('set-cookie', cookies);
  const location = headers.get('location');
  if (status >= 300 && status < 400 && location) return reply.status(302).header('location', location).send();
  if (status >= 400) {
    const { status: told, ...error } = sayWhy(status, words, reply.request.saying);
    return refuseApi(reply, told, error);
  }
  return reply
    .status(status)
    .type('application/json; charset=utf-8')
    .send(JSON.stringify(withoutTokens(words)));
}

/** The cookie has the token; scripts need none. */
function withoutTokens(words: string): unknown {
  const value = JSON.parse(words || 'null') as Said | null;
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  const { token: _token, session: _session, ...rest } = value;
  // The device asks for its PIN or a finger; better-auth would only prefer that.
  return 'challenge' in rest && 'userVerification' in rest ? { ...rest, userVerification: 'required' } : rest;
}
