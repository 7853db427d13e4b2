/** What the desk's routes have in common: who asks, one transaction, and the answer of a use case. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type pg from 'pg';
import type { Agency } from '../editions/edition.ts';
import type { People } from '../people/people.ts';
import type { Person } from '../people/session-store.ts';
import type { ReaderSite } from '../site/reader-site.ts';
import type { Result } from '../stories/refusal.ts';
import { decide, refuseStory } from '../web/refusal-answers.ts';
import type { DeskDeps } from './at-desk.ts';
import type { DeskLine } from './hear-desk.ts';

export type DeskSite = {
  pool: pg.Pool;
  agency: Agency;
  publicUrl: string;
  clock: () => Date;
  people: People;
  site: Pick<ReaderSite, 'frame'>;
  line: DeskLine;
};

/** The largest story that is taken: some 400,000 words with their marks. */
export const mostStoryBytes = 32 * 1024 * 1024;

export type OfStory = { Params: { id: number } };

type Work<T> = (deps: DeskDeps) => Promise<Result<T>>;

export type DeskAnswers = {
  /** The gate has let somebody in. */
  who: (request: FastifyRequest) => Promise<Person>;
  /** One use case in one transaction. */
  decideFor: <T>(request: FastifyRequest, work: Work<T>) => Promise<Result<T>>;
  /** Its value, or its refusal, is the answer. */
  answer: <T>(request: FastifyRequest, reply: FastifyReply, work: Work<T>) => Promise<FastifyReply>;
};

export function deskAnswers({ pool, agency, clock, people }: DeskSite): DeskAnswers {
  const who = async (request: FastifyRequest) => (await people.personOf(request)) as Person;
  const decideFor = async <T>(request: FastifyRequest, work: Work<T>) => {
    const person = await who(request);
    return decide(pool, (db) => work({ db, agency, now: clock(), person, saying: request.saying }));
  };
  return {
    who,
    decideFor,
    answer: async (request, reply, work) => {
      const result = await decideFor(request, work);
      if (!result.ok) return refuseStory(reply, result.refusal);
      return result.value === null ? reply.status(204).send() : reply.send(result.value);
    },
  };
}
