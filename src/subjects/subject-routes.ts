/** The vocabulary of subjects over HTTP. What is asked and answered is in subject-api.ts. */
import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import { object } from '../desk/desk-schemas.ts';
import type { People } from '../people/people.ts';
import type { Person } from '../people/session-store.ts';
import { decide, refuseStory } from '../web/refusal-answers.ts';
import { loadVocabulary } from './load-vocabulary.ts';
import { largestVocabulary } from './read-vocabulary.ts';
import { labelIn } from './subject.ts';
import type * as api from './subject-api.ts';
import { type KeptSubject, listSubjects, sizeOfVocabulary } from './subject-store.ts';

/** As JSON in UTF-8, a letter may take several bytes. */
const bodyLimit = 3 * largestVocabulary;

const lang = { type: 'string', pattern: '^[a-z0-9-]+$', maxLength: 35 };
const file = object({ name: { type: 'string', maxLength: 300 }, text: { type: 'string' } }, ['name', 'text']);

export function subjectRoutes(
  app: FastifyInstance,
  { pool, people, clock }: { pool: pg.Pool; people: People; clock: () => Date },
): void {
  app.get<{ Querystring: { lang: string } }>(
    '/api/desk/subjects',
    { schema: { querystring: object({ lang }, ['lang']) } },
    async (request): Promise<api.SubjectsJson> => {
      const subjects = await listSubjects(pool);
      return { subjects: subjects.map((subject) => named(subject, request.query.lang)) };
    },
  );
  app.get('/api/settings/subjects', async (): Promise<api.VocabularyJson> => sizeOfVocabulary(pool));
  app.put<{ Body: api.LoadVocabularyAsk }>(
    '/api/settings/subjects',
    { schema: { body: file }, bodyLimit },
    async (request, reply) => {
      // The gate lets nobody through who is not signed in.
      const by = (await people.personOf(request)) as Person;
      const result = await decide<api.VocabularyLoadedJson>(pool, async (db) => {
        const loaded = await loadVocabulary({ db, now: clock(), by }, request.body);
        if (!loaded.ok) return loaded;
        return { ok: true, value: { loaded: loaded.value, now: await sizeOfVocabulary(db) } };
      });
      return result.ok ? result.value : refuseStory(reply, result.refusal);
    },
  );
}

function named({ labels, ...subject }: KeptSubject, lang: string): api.SubjectJson {
  return { ...subject, name: labelIn(labels, lang), english: labelIn(labels, 'en') };
}
