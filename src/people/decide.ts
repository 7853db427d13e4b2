/** From a use case about people to an answer: its transaction, its limits, its refusal. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { inTransaction } from '../record/transaction.ts';
import type { Client } from '../stories/story-store.ts';
import { refuseApi } from '../web/api-answers.ts';
import type { People } from './people.ts';
import {
  type PeopleRefusal,
  type PeopleResult,
  peopleSentence,
  refusePeople,
  statusOf,
} from './people-refusal.ts';
import { beginSession, type HowSignedIn, noteSignedIn } from './session.ts';
import { countTry, forgiveTry } from './tries.ts';

class Undone extends Error {
  readonly refusal: PeopleRefusal;
  constructor(refusal: PeopleRefusal) {
    super(refusal.kind);
    this.refusal = refusal;
  }
}

/** One transaction: a refusal leaves nothing behind. */
export async function decided<T>(
  { pool, clock }: People,
  work: (deps: { db: Client; now: Date }) => Promise<PeopleResult<T>>,
): Promise<PeopleResult<T>> {
  return inTransaction(pool, async (db): Promise<PeopleResult<T>> => {
    const done = await work({ db, now: clock() });
    if (done.ok) return done;
    throw new Undone(done.refusal);
  }).catch((error: unknown) => {
    if (error instanceof Undone) return refusePeople<T>(error.refusal);
    throw error;
  });
}

/** Words of links are counted like passwords, by address. */
export async function limited<T>(
  { pool, clock }: People,
  request: FastifyRequest,
  work: () => Promise<PeopleResult<T>>,
): Promise<PeopleResult<T>> {
  const tried = { address: request.ip };
  const wait = await countTry(pool, tried, clock());
  if (wait) return refusePeople({ kind: 'too-many-tries', ...wait });
  const done = await work();
  if (done.ok) await forgiveTry(pool, tried);
  return done;
}

/** Whoever `who` lets in is signed in, in the same transaction. */
export function signIn(
  people: People,
  request: FastifyRequest,
  how: HowSignedIn,
  who: (deps: { db: Client; now: Date }) => Promise<PeopleResult<{ id: string; name: string }>>,
): Promise<PeopleResult<{ cookie: string }>> {
  return decided(people, async (deps) => {
    const person = await who(deps);
    if (!person.ok) return person;
    const session = await beginSession(people, deps.db, {
      personId: person.value.id,
      address: request.ip,
      userAgent: request.headers['user-agent'] ?? '',
    });
    await noteSignedIn(deps.db, {
      person: person.value,
      how,
      sessionId: session.sessionId,
      at: deps.now,
    });
    return { ok: true, value: { cookie: session.cookie } };
  });
}

export function tellSignedIn(reply: FastifyReply, signedIn: PeopleResult<{ cookie: string }>): unknown {
  if (!signedIn.ok) return tell(reply, signedIn);
  reply.header('set-cookie', signedIn.value.cookie);
  return { signedIn: true };
}

export function tell<T>(reply: FastifyReply, result: PeopleResult<T>): unknown {
  if (result.ok) return result.value ?? { done: true };
  const { refusal } = result;
  if (refusal.kind === 'too-many-tries') reply.header('retry-after', refusal.waitSeconds);
  return refuseApi(reply, statusOf[refusal.kind], {
    kind: refusal.kind,
    sentence: peopleSentence(refusal, reply.request.saying),
  });
}
