/** Running events at the desk over HTTP. What is asked and answered is in thread-api.ts. */
import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import { object } from '../desk/desk-schemas.ts';
import { readRows } from '../desk/row-store.ts';
import type { People } from '../people/people.ts';
import { may, whatHeMay } from '../people/policy.ts';
import type { Person } from '../people/session-store.ts';
import { isThreadSlug } from '../stories/story.ts';
import { refuseStory } from '../web/refusal-answers.ts';
import { listRunning, listThreadEvents, listThreadStories, readNameAtDesk } from './desk-thread-store.ts';
import type * as api from './thread-api.ts';

const lang = { type: 'string', pattern: '^[a-z0-9-]+$', maxLength: 35 };
const slug = { type: 'string', maxLength: 300 };

export function threadRoutes(
  app: FastifyInstance,
  { pool, people, clock }: { pool: pg.Pool; people: People; clock: () => Date },
): void {
  app.get<{ Querystring: { lang: string } }>(
    '/api/desk/threads',
    { schema: { querystring: object({ lang }, ['lang']) } },
    async (request, reply) => {
      const person = (await people.personOf(request)) as Person;
      const { lang } = request.query;
      // Their names are those of stories.
      if (!may(person, 'story.read', { lang })) return { threads: [] };
      const places = whatHeMay(person)['story.read'] ?? [];
      const threads = await listRunning(pool, { lang, places, now: clock() });
      const answer: api.ThreadsJson = {
        threads: threads.map((thread) => ({ ...thread, lastAt: thread.lastAt.toISOString() })),
      };
      return reply.send(answer);
    },
  );
  app.get<{ Params: { lang: string; slug: string } }>(
    '/api/desk/threads/:lang/:slug',
    { schema: { params: { type: 'object', properties: { lang, slug } } } },
    async (request, reply) => {
      const person = (await people.personOf(request)) as Person;
      const found = await readTimeline(pool, request.params, { person, now: clock() });
      return found ?? refuseStory(reply, { kind: 'no-such-thread' });
    },
  );
}

/** As far as the person may read its stories. Null: there is none. */
async function readTimeline(
  pool: pg.Pool,
  { lang, slug }: { lang: string; slug: string },
  { person, now }: { person: Person; now: Date },
): Promise<api.ThreadTimelineJson | null> {
  if (!isThreadSlug(slug)) return null;
  const rows = (await readRows(pool, now, await listThreadStories(pool, lang, slug))).filter((row) =>
    may(person, 'story.read', { desk: row.desk, lang: row.lang }),
  );
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return null;
  const name = (await readNameAtDesk(pool, ids, slug)) ?? slug;
  const events = await listThreadEvents(pool, ids);
  return {
    slug,
    name,
    lang,
    rows,
    entries: events.map(({ story, at, kind, version, by }) => ({
      story,
      at: at.toISOString(),
      kind,
      version,
      by,
    })),
  };
}
