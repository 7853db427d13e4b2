/** Comments at the desk over HTTP. What is asked and answered is in comment-api.ts. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type pg from 'pg';
import { object } from '../desk/desk-schemas.ts';
import type { People } from '../people/people.ts';
import { everywhere, may, whatHeMay } from '../people/policy.ts';
import type { Person } from '../people/session-store.ts';
import { inTransaction } from '../record/transaction.ts';
import type { Client } from '../stories/story-store.ts';
import { refuseApi } from '../web/api-answers.ts';
import { type QueueState, queueStates, rejectReasons } from './comment.ts';
import type * as api from './comment-api.ts';
import {
  banWriter,
  decideComments,
  decideStory,
  endBan,
  type Moderating,
  mostAtOnce,
  undoDecisions,
} from './moderate-comments.ts';
import { eraseOf, exportOf } from './person-requests.ts';
import { type Ban, listBans, type Places, readQueue } from './queue-store.ts';

/** `dataDir`: where it is kept which comments were erased. */
type Deps = { pool: pg.Pool; people: People; clock: () => Date; dataDir: string };

const id = { type: 'integer', minimum: 1, maximum: Number.MAX_SAFE_INTEGER };
const ids = { type: 'array', minItems: 1, maxItems: mostAtOnce, items: id };
const number = { type: 'string', pattern: '^[1-9][0-9]{0,14}$' };

export function moderationRoutes(app: FastifyInstance, { pool, people, clock, dataDir }: Deps): void {
  // The gate lets nobody through who is not signed in.
  const who = async (request: FastifyRequest) => (await people.personOf(request)) as Person;
  const moderate = async <T>(
    request: FastifyRequest,
    work: (moderating: Moderating) => Promise<T>,
  ): Promise<T> => {
    const person = await who(request);
    return inTransaction(pool, (db: Client) =>
      work({ db, now: clock(), by: person, places: placesOf(person) }),
    );
  };

  app.get<{ Querystring: { state?: QueueState } }>(
    '/api/desk/comments',
    { schema: { querystring: object({ state: { type: 'string', enum: [...queueStates] } }) } },
    async (request): Promise<api.QueueJson> => {
      const places = placesOf(await who(request));
      // One moment, so that the counts are those of the rows.
      return inTransaction(pool, async (db) => {
        await db.query('set transaction isolation level repeatable read read only');
        return readQueue(db, request.query.state ?? 'waiting', places);
      });
    },
  );
  app.post<{ Body: api.DecideAsk }>(
    '/api/desk/comments/decisions',
    {
      schema: {
        body: object(
          {
            to: { enum: ['published', 'rejected'] },
            ids,
            surgeUntil: id,
            reason: { enum: [...rejectReasons] },
          },
          ['to'],
        ),
      },
    },
    async (request): Promise<api.DecidedJson> => ({
      ids: await moderate(request, (moderating) => decideComments(moderating, request.body)),
    }),
  );
  app.post<{ Body: { ids: number[] } }>(
    '/api/desk/comments/undo',
    { schema: { body: object({ ids }, ['ids']) } },
    async (request): Promise<api.DecidedJson> => ({
      ids: await moderate(request, (moderating) => undoDecisions(moderating, request.body.ids)),
    }),
  );
  app.get('/api/desk/comments/bans', async (): Promise<api.BansJson> => {
    return { bans: (await listBans(pool, clock())).map(banJson) };
  });
  app.post<{ Body: api.BanAsk }>(
    '/api/desk/comments/bans',
    {
      schema: {
        body: object(
          {
            comment: id,
            by: { enum: ['name', 'address'] },
            days: { type: 'integer', minimum: 1, maximum: 3650 },
          },
          ['comment', 'by', 'days'],
        ),
      },
    },
    async (request, reply) => {
      const ban = await moderate(request, (moderating) => banWriter(moderating, request.body));
      return ban ? banJson(ban) : notThere(reply);
    },
  );
  app.delete<{ Params: { id: string } }>(
    '/api/desk/comments/bans/:id',
    { schema: { params: object({ id: number }) } },
    async (request, reply) => {
      const ended = await moderate(request, (moderating) => endBan(moderating, Number(request.params.id)));
      return ended ? reply.status(204).send() : notThere(reply);
    },
  );
  app.put<{ Params: { code: string }; Body: api.StoryRuleAsk }>(
    '/api/desk/comments/stories/:code',
    {
      schema: {
        params: object({ code: number }),
        body: object(
          {
            taken: { enum: ['open', 'closed', 'days', null] },
            days: { type: ['integer', 'null'], minimum: 0, maximum: 3650 },
          },
          ['taken', 'days'],
        ),
      },
    },
    async (request, reply) => {
      const done = await moderate(request, (moderating) =>
        decideStory(moderating, Number(request.params.code), request.body),
      );
      return done ? reply.status(204).send() : notThere(reply);
    },
  );
  app.post<{ Body: api.PersonAsk }>(
    '/api/desk/comments/of-person',
    {
      schema: {
        body: object(
          { email: { type: 'string', minLength: 3, maxLength: 254 }, what: { enum: ['export', 'erase'] } },
          ['email', 'what'],
        ),
      },
    },
    async (request, reply) => {
      const { email, what } = request.body;
      const person = await who(request);
      // A person asks about all comments, on whatever desk and in whatever language.
      if (placesOf(person) !== null) return notThere(reply);
      return moderate(request, async (moderating) =>
        what === 'export'
          ? { comments: await exportOf(moderating, email) }
          : { ids: await eraseOf(moderating, { email, dataDir }) },
      );
    },
  );
}

/** Where a person looks after comments, by desk and language of their stories; null: everywhere. */
function placesOf(person: Person): Places {
  if (may(person, 'comment.moderate', everywhere)) return null;
  return whatHeMay(person)['comment.moderate'] ?? [];
}

function banJson({ until, ...ban }: Ban): api.BanJson {
  return { ...ban, until: until.toISOString() };
}

function notThere(reply: FastifyReply): FastifyReply {
  const sentence =
    reply.request.saying.lang === 'fa'
      ? 'چنین چیزی نیست، یا در میزها و زبان‌های شما نیست.'
      : 'There is no such thing, or not on your desks and in your languages.';
  return refuseApi(reply, 404, { kind: 'not-there', sentence });
}
