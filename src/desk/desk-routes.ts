/** The desk over HTTP: its lists and what they hear. What is asked and answered is in desk-api.ts. */
import type { FastifyInstance } from 'fastify';
import { datesOf } from '../editions/edition-dates.ts';
import { may, whatHeMay } from '../people/policy.ts';
import { readRoleNames } from '../people/role-setting.ts';
import { personAgain } from '../people/session.ts';
import type { Person } from '../people/session-store.ts';
import { reasonClasses } from '../stories/reason-class.ts';
import { fieldNames } from '../stories/story.ts';
import { refuseApi } from '../web/api-answers.ts';
import { actRoutes } from './act-routes.ts';
import { type DeskSite, deskAnswers } from './desk-answers.ts';
import type * as api from './desk-api.ts';
import { schemas } from './desk-schemas.ts';
import { listDesks } from './desk-store.ts';
import { limits } from './limits.ts';
import { findRows, listRows, readRows } from './row-store.ts';
import { storyRoutes } from './story-routes.ts';
import { readTemplates } from './template-setting.ts';
import { placeOf } from './templates.ts';
import { textRoutes } from './text-routes.ts';
import { viewRoutes } from './view-routes.ts';

export function deskRoutes(app: FastifyInstance, desk: DeskSite): void {
  const { pool, agency, clock, people, line } = desk;
  const { who } = deskAnswers(desk);
  const mayRead = (person: Person) => (row: api.DeskRow) =>
    may(person, 'story.read', { desk: row.desk, lang: row.lang });

  app.get(
    '/api/desk/setup',
    async (): Promise<api.DeskSetup> => ({
      zone: agency.zone,
      sample: agency.sample,
      publicUrl: people.publicUrl(),
      editions: agency.editions.map((edition) => ({
        lang: edition.lang,
        dir: edition.dir,
        name: edition.name,
        agency: edition.agency,
        sections: edition.sections,
        dates: datesOf(edition),
      })),
      desks: await listDesks(pool),
      roleNames: await readRoleNames(pool),
      templates: (await readTemplates(pool)).map((one) => ({
        id: one.id,
        name: one.name,
        ...placeOf(one),
      })),
      reasonClasses,
      limits,
      redactable: [...fieldNames, 'note'],
    }),
  );

  app.get<{ Querystring: { ids?: string } }>(
    '/api/desk/rows',
    { schema: { querystring: schemas.query('ids') } },
    async (request): Promise<api.DeskRows> => {
      const person = await who(request);
      const { ids } = request.query;
      if (ids !== undefined) {
        const wanted = ids.split(',').map(Number).filter(Number.isSafeInteger).slice(0, 1_000);
        const rows = (await readRows(pool, clock(), wanted)).filter(mayRead(person));
        return { rows, total: rows.length };
      }
      const { rows, total } = await listRows(pool, clock());
      const readable = rows.filter(mayRead(person));
      return { rows: readable, total: total - (rows.length - readable.length) };
    },
  );
  app.get<{ Querystring: { q?: string } }>(
    '/api/desk/search',
    { schema: { querystring: schemas.query('q') } },
    async (request): Promise<api.FoundJson> => {
      const person = await who(request);
      const asked = (request.query.q ?? '').slice(0, 200);
      if (asked.trim() === '') return { rows: [] };
      const places = whatHeMay(person)['story.read'] ?? [];
      return { rows: (await findRows(pool, clock(), { asked, places })).filter(mayRead(person)) };
    },
  );
  app.get('/api/desk/events', async (request, reply) => {
    const person = await who(request);
    const { sessionId } = person;
    if (!line.hasRoom(sessionId))
      return refuseApi(reply, 429, {
        kind: 'too-many-lines',
        sentence: 'This browser listens at too many screens already: close some of them.',
      });
    reply.hijack();
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    // Whoever may read no story any more hears of none.
    line.join(reply, {
      sessionId,
      stillIn: async () => {
        const now = await personAgain(people, person);
        return now !== null && may(now, 'story.read');
      },
    });
  });

  storyRoutes(app, desk);
  actRoutes(app, desk);
  textRoutes(app, desk);
  viewRoutes(app, desk);
}
