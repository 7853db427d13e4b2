/** Planning over HTTP. What is asked and answered is in planning-api.ts. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type pg from 'pg';
import { object, schemas, time } from '../desk/desk-schemas.ts';
import type { Agency } from '../editions/edition.ts';
import { editionOf } from '../editions/edition.ts';
import { hashToken, makeToken } from '../people/one-time-token.ts';
import type { People } from '../people/people.ts';
import { findPerson } from '../people/people-store.ts';
import { may } from '../people/policy.ts';
import type { Person } from '../people/session-store.ts';
import { dayIn, isDay } from '../site/agency-day.ts';
import { refuseApi } from '../web/api-answers.ts';
import { decide, refuseStory } from '../web/refusal-answers.ts';
import { agendaCalendar, mostDays, readAgenda } from './agenda.ts';
import { planEvent } from './plan-event.ts';
import type { AgendaJson, AgendaLinkJson, EventAsk } from './planning-api.ts';
import { findAgendaReader, listEvents, writeAgendaLink } from './planning-store.ts';

const timeOrNone = { anyOf: [time, { type: 'null' }] };
const text = (maxLength: number) => ({ type: 'string', maxLength });
const id = { type: 'integer', minimum: 1, maximum: Number.MAX_SAFE_INTEGER };
const coverage = object(
  {
    id,
    who: text(200),
    what: { enum: ['text', 'picture', 'video', 'audio'] },
    dueAt: timeOrNone,
    storyCode: { anyOf: [id, { type: 'null' }] },
  },
  ['who', 'what', 'dueAt', 'storyCode'],
);
const event = object(
  {
    title: text(300),
    place: text(300),
    startsAt: time,
    endsAt: timeOrNone,
    desk: text(60),
    about: text(10_000),
    cancelled: { type: 'boolean' },
    coverages: { type: 'array', maxItems: 50, items: coverage },
    revision: { type: 'integer', minimum: 1 },
  },
  ['title', 'place', 'startsAt', 'endsAt', 'desk', 'about', 'cancelled', 'coverages'],
);
const params = { type: 'object', properties: { id } };

/** What a calendar program gets: from a month ago to a year from now. */
const calendarDaysBefore = 31;
const calendarDaysAfter = 366;
const dayMs = 86_400_000;

type Site = { pool: pg.Pool; agency: Agency; people: People; clock: () => Date };

export function planningRoutes(app: FastifyInstance, { pool, agency, people, clock }: Site): void {
  const plan = async (
    request: FastifyRequest,
    reply: FastifyReply,
    eventId: number | null,
    ask: EventAsk,
  ) => {
    const person = (await people.personOf(request)) as Person;
    const planned = await decide(pool, (db) => planEvent({ db, now: clock(), person }, eventId, ask));
    return planned.ok ? planned.value : refuseStory(reply, planned.refusal);
  };

  app.get<{ Querystring: { day?: string; days?: string } }>(
    '/api/planning/agenda',
    { schema: { querystring: schemas.query('day', 'days') } },
    async (request, reply) => {
      const { day = dayIn(agency.zone, clock()), days = '7' } = request.query;
      if (!isDay(day) || !/^\d{1,2}$/.test(days) || Number(days) < 1 || Number(days) > mostDays)
        return refuseApi(reply, 400, {
          kind: 'wrong-request',
          sentence: `Ask for a day as 2026-03-14, and for 1 to ${mostDays} days.`,
        });
      const person = (await people.personOf(request)) as Person;
      const wanted = { zone: agency.zone, day, days: Number(days), person };
      return readAgenda(pool, wanted) satisfies Promise<AgendaJson>;
    },
  );
  app.post<{ Body: EventAsk }>('/api/planning/events', { schema: { body: event } }, (request, reply) =>
    plan(request, reply, null, request.body),
  );
  app.put<{ Params: { id: number }; Body: EventAsk }>(
    '/api/planning/events/:id',
    { schema: { params, body: event } },
    (request, reply) => plan(request, reply, request.params.id, request.body),
  );
  app.post('/api/planning/agenda-link', async (request): Promise<AgendaLinkJson> => {
    const person = (await people.personOf(request)) as Person;
    const { token } = makeToken();
    await writeAgendaLink(pool, { personId: person.id, tokenHash: hashToken(token), at: clock() });
    return { url: `${people.publicUrl()}/api/planning/agenda/${token}` };
  });
  // Calendar programs have no session: the address is the secret, and it opens nothing but this.
  app.get<{ Params: { token: string } }>('/api/planning/agenda/:token', async (request, reply) => {
    const personId = await findAgendaReader(pool, hashToken(request.params.token));
    const person = personId === null ? null : await findPerson(pool, personId);
    if (!person || !may(person, 'story.read'))
      return refuseApi(reply, 404, {
        kind: 'no-such-agenda',
        sentence: 'This address leads to no agenda: make a new one at the desk.',
      });
    const now = clock().getTime();
    const events = await listEvents(
      pool,
      new Date(now - calendarDaysBefore * dayMs),
      new Date(now + calendarDaysAfter * dayMs),
    );
    const url = people.publicUrl();
    const name = editionOf(agency, agency.defaultLang)?.agency ?? 'Wireroom';
    return reply
      .type('text/calendar; charset=utf-8')
      .send(agendaCalendar(events, { name, host: new URL(url).hostname, deskUrl: `${url}/desk/` }));
  });
}
