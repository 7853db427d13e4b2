/** The agency's settings over HTTP. Who may read and who may change them is in web/route-rules.ts. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type pg from 'pg';
import { changeDesks } from '../desk/change-desks.ts';
import type { Desk } from '../desk/desk-api.ts';
import { object } from '../desk/desk-schemas.ts';
import { listDesks } from '../desk/desk-store.ts';
import { changeSpellings } from '../house-style/change-spellings.ts';
import { readAllSpellings, type Spellings } from '../house-style/spelling-store.ts';
import type { By } from '../people/audit.ts';
import type { People } from '../people/people.ts';
import type { Person } from '../people/session-store.ts';
import type { Result } from '../stories/refusal.ts';
import type { Client } from '../stories/story-store.ts';
import { decide, refuseStory } from '../web/refusal-answers.ts';
import { readAgency } from './agency-store.ts';
import { changeAgency, settingsMark } from './change-agency.ts';
import type { Agency } from './edition.ts';

const text = { type: 'string', maxLength: 300 };
const slug = { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 60 };
const mark = { type: 'string', maxLength: 64 };
const named = (name: object) => ({
  type: 'array',
  maxItems: 100,
  items: object({ slug: name, name: text }, ['slug', 'name']),
});
const edition = object(
  {
    lang: { type: 'string', maxLength: 35 },
    dir: { enum: ['ltr', 'rtl'] },
    name: text,
    agency: text,
    tagline: text,
    sections: named(text),
  },
  ['lang', 'dir', 'name', 'agency', 'tagline', 'sections'],
);
const agencySchema = object(
  { zone: text, defaultLang: text, editions: { type: 'array', maxItems: 60, items: edition } },
  ['zone', 'defaultLang', 'editions'],
);
const deskSchema = object({ slug, name: text, stages: named(slug) }, ['slug', 'name', 'stages']);

const spellingSchema = {
  type: 'object',
  propertyNames: { pattern: '^[a-z]{2,3}$' },
  additionalProperties: {
    type: 'array',
    maxItems: 5_000,
    items: object({ before: text, after: text }, ['before', 'after']),
  },
};

export function settingsRoutes(
  app: FastifyInstance,
  { pool, people, clock }: { pool: pg.Pool; people: People; clock: () => Date },
): void {
  const answer = async <T>(
    request: FastifyRequest,
    reply: FastifyReply,
    work: (deps: { db: Client; now: Date; by: By }) => Promise<Result<T>>,
  ) => {
    // The gate lets nobody through who is not signed in.
    const by = (await people.personOf(request)) as Person;
    const result = await decide(pool, (db) => work({ db, now: clock(), by }));
    return result.ok ? result.value : refuseStory(reply, result.refusal);
  };

  app.get('/api/settings/agency', async () => {
    const agency = await readAgency(pool);
    return { agency, mark: settingsMark(agency) };
  });
  app.put<{ Body: { agency: Omit<Agency, 'sample'>; seen: string } }>(
    '/api/settings/agency',
    { schema: { body: object({ agency: agencySchema, seen: mark }, ['agency', 'seen']) } },
    (request, reply) => answer(request, reply, (deps) => changeAgency(deps, request.body)),
  );
  app.get('/api/settings/spellings', async () => {
    const spellings = await readAllSpellings(pool);
    return { spellings, mark: settingsMark(spellings) };
  });
  app.put<{ Body: { spellings: Spellings; seen: string } }>(
    '/api/settings/spellings',
    { schema: { body: object({ spellings: spellingSchema, seen: mark }, ['spellings', 'seen']) } },
    (request, reply) => answer(request, reply, (deps) => changeSpellings(deps, request.body)),
  );
  app.get('/api/settings/desks', async () => {
    const desks = await listDesks(pool);
    return { desks, mark: settingsMark(desks) };
  });
  app.put<{ Body: { desks: Desk[]; seen: string } }>(
    '/api/settings/desks',
    {
      schema: {
        body: object({ desks: { type: 'array', maxItems: 100, items: deskSchema }, seen: mark }, [
          'desks',
          'seen',
        ]),
      },
    },
    (request, reply) => answer(request, reply, (deps) => changeDesks(deps, request.body)),
  );
}
