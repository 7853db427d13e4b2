/** The desk over HTTP: requests in, use cases, answers out. What is asked and answered is in desk-api.ts. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type pg from 'pg';
import { markDates } from '../dates/mark-dates.ts';
import type { Agency } from '../editions/edition.ts';
import { readSpellings } from '../house-style/spelling-store.ts';
import type { People } from '../people/people.ts';
import { may } from '../people/policy.ts';
import { personAgain } from '../people/session.ts';
import type { Person } from '../people/session-store.ts';
import { readVersion } from '../record/version-store.ts';
import { dayIn } from '../site/agency-day.ts';
import type { ReaderSite } from '../site/reader-site.ts';
import { oneLine, storable } from '../stories/clean-fields.ts';
import { reasonClasses } from '../stories/reason-class.ts';
import { type Result, refuse } from '../stories/refusal.ts';
import { fieldNames } from '../stories/story.ts';
import { lockStory } from '../stories/story-store.ts';
import { checkStoryText } from '../text/story-text.ts';
import { refuseApi } from '../web/api-answers.ts';
import { decide, refuseStory } from '../web/refusal-answers.ts';
import { actAtDesk, doNow, undoAct } from './act-at-desk.ts';
import { type DeskDeps, holdStoryAtDesk } from './at-desk.ts';
import { cleanPaste, doubtsIn } from './clean-paste.ts';
import type * as api from './desk-api.ts';
import { deskDifference } from './desk-difference.ts';
import { schemas } from './desk-schemas.ts';
import { insertNote, listDesks } from './desk-store.ts';
import type { DeskLine } from './hear-desk.ts';
import { limits } from './limits.ts';
import { closeStory, openStory } from './open-store.ts';
import { placeStory } from './place-story.ts';
import { preflight } from './preflight.ts';
import { askPreflight } from './preflight-question.ts';
import { previewStory } from './preview-story.ts';
import { readDeskStory } from './read-desk-story.ts';
import { findRows, listRows, readRows } from './row-store.ts';
import { discardDraft, keepCopy, saveAtDesk } from './save-at-desk.ts';
import { startStory } from './start-story.ts';
import { mostPictureBytes, takePicture } from './take-picture.ts';

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
const mostStoryBytes = 32 * 1024 * 1024;

type OfStory = { Params: { id: number } };

export function deskRoutes(app: FastifyInstance, desk: DeskSite): void {
  const { pool, agency, clock, people, line } = desk;
  const who = async (request: FastifyRequest) => (await people.personOf(request)) as Person;
  /** One use case in one transaction; its value, or its refusal, is the answer. */
  const answer = async <T>(
    request: FastifyRequest,
    reply: FastifyReply,
    work: (deps: DeskDeps) => Promise<Result<T>>,
  ): Promise<FastifyReply> => {
    const person = await who(request);
    const result = await decide(pool, (db) => work({ db, agency, now: clock(), person }));
    if (!result.ok) return refuseStory(reply, result.refusal);
    return result.value === null ? reply.status(204).send() : reply.send(result.value);
  };
  const mayRead = (person: Person) => (row: api.DeskRow) =>
    may(person, 'story.read', { desk: row.desk, lang: row.lang });

  app.get(
    '/api/desk/setup',
    async (): Promise<api.DeskSetup> => ({
      zone: agency.zone,
      sample: agency.sample,
      publicUrl: people.publicUrl(),
      editions: agency.editions.map(({ lang, dir, name, agency: called, sections }) => ({
        lang,
        dir,
        name,
        agency: called,
        sections,
      })),
      desks: await listDesks(pool),
      reasonClasses,
      limits,
      redactable: [...fieldNames, 'note'],
    }),
  );

  app.get<{ Querystring: { ids?: string } }>('/api/desk/rows', async (request): Promise<api.DeskRows> => {
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
  });
  app.get<{ Querystring: { q?: string } }>('/api/desk/search', async (request): Promise<api.FoundJson> => {
    const person = await who(request);
    const asked = (request.query.q ?? '').slice(0, 200);
    return {
      rows: asked.trim() === '' ? [] : (await findRows(pool, clock(), asked)).filter(mayRead(person)),
    };
  });
  app.get('/api/desk/events', async (request, reply) => {
    const person = await who(request);
    reply.hijack();
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    line.join(reply, async () => (await personAgain(people, person)) !== null);
  });

  app.post<{ Body: api.NewStoryAsk }>(
    '/api/desk/stories',
    { schema: { body: schemas.start } },
    (request, reply) => answer(request, reply, (deps) => startStory(deps, request.body)),
  );
  app.get<OfStory>('/api/desk/stories/:id', { schema: { params: schemas.params } }, (request, reply) =>
    answer(request, reply, (deps) => readDeskStory(deps, request.params.id)),
  );
  app.put<OfStory & { Body: api.SaveAsk }>(
    '/api/desk/stories/:id/draft',
    { schema: { params: schemas.params, body: schemas.save }, bodyLimit: mostStoryBytes },
    async (request, reply) => {
      const { id } = request.params;
      const person = await who(request);
      const saved = await decide(pool, (db) =>
        saveAtDesk({ db, agency, now: clock(), person }, id, request.body),
      );
      if (saved.ok) return saved.value;
      if (saved.refusal.kind !== 'saved-since') return refuseStory(reply, saved.refusal);
      return sendSavedSince(reply, await presentOf(desk, person, id));
    },
  );
  app.post<OfStory & { Body: { revision: number } }>(
    '/api/desk/stories/:id/discard',
    { schema: { params: schemas.params, body: schemas.discard } },
    (request, reply) => answer(request, reply, (deps) => discardDraft(deps, request.params.id, request.body)),
  );
  app.post<OfStory & { Body: api.CopyAsk }>(
    '/api/desk/stories/:id/copies',
    { schema: { params: schemas.params, body: schemas.copy }, bodyLimit: mostStoryBytes },
    (request, reply) => answer(request, reply, (deps) => keepCopy(deps, request.params.id, request.body)),
  );
  app.put<OfStory & { Body: api.PlaceAsk }>(
    '/api/desk/stories/:id/place',
    { schema: { params: schemas.params, body: schemas.place } },
    (request, reply) => answer(request, reply, (deps) => placeStory(deps, request.params.id, request.body)),
  );
  app.post<OfStory & { Body: api.NoteAsk }>(
    '/api/desk/stories/:id/notes',
    { schema: { params: schemas.params, body: schemas.note } },
    (request, reply) =>
      answer(request, reply, async (deps) => {
        const held = await holdStoryAtDesk(deps, request.params.id, 'note.write');
        if (!held.ok) return held;
        const text = String(storable(request.body.text)).trim();
        await insertNote(deps.db, { storyId: request.params.id, by: deps.person.name, at: deps.now, text });
        return { ok: true, value: null };
      }),
  );
  app.post<OfStory & { Body: api.OpenAsk }>(
    '/api/desk/stories/:id/open',
    { schema: { params: schemas.params, body: schemas.open } },
    (request, reply) =>
      answer(request, reply, async (deps) => {
        const { id } = request.params;
        const { write, take = false, tab } = request.body;
        const held = await holdStoryAtDesk(deps, id, write || take ? 'draft.write' : 'story.read');
        if (!held.ok) return held;
        const ask = { tab: oneLine(tab), write, take };
        return {
          ok: true,
          value: await openStory(deps.db, { storyId: id, person: deps.person, now: deps.now }, ask),
        };
      }),
  );
  app.delete<OfStory & { Querystring: { tab?: string } }>(
    '/api/desk/stories/:id/open',
    { schema: { params: schemas.params } },
    (request, reply) =>
      answer(request, reply, async (deps) => {
        await lockStory(deps.db, request.params.id);
        await closeStory(deps.db, request.params.id, request.query.tab ?? '');
        return { ok: true, value: null };
      }),
  );

  app.get<OfStory & { Querystring: { flash?: string; at?: string } }>(
    '/api/desk/stories/:id/preflight',
    { schema: { params: schemas.params } },
    (request, reply) =>
      answer<api.PreflightJson>(request, reply, async (deps) => {
        const held = await holdStoryAtDesk(deps, request.params.id, 'story.read');
        if (!held.ok) return held;
        const { story, item } = held.value;
        const at = request.query.at && !Number.isNaN(Date.parse(request.query.at)) ? request.query.at : null;
        const question = await askPreflight(deps, story, item, { flash: request.query.flash === '1', at });
        if (!question) return refuse({ kind: 'no-draft', code: story.code, last: null });
        const checks = preflight(question);
        return { ok: true, value: { checks, ready: checks.every(({ outcome }) => outcome !== 'stop') } };
      }),
  );
  app.post<OfStory & { Body: api.ActAsk }>(
    '/api/desk/stories/:id/acts',
    { schema: { params: schemas.params, body: schemas.act } },
    (request, reply) => answer(request, reply, (deps) => actAtDesk(deps, request.params.id, request.body)),
  );
  app.post<{ Params: { id: number; scheduled: number } }>(
    '/api/desk/stories/:id/scheduled/:scheduled/now',
    { schema: { params: schemas.params } },
    (request, reply) =>
      answer(request, reply, (deps) => doNow(deps, request.params.id, request.params.scheduled)),
  );
  app.delete<{ Params: { id: number; scheduled: number } }>(
    '/api/desk/stories/:id/scheduled/:scheduled',
    { schema: { params: schemas.params } },
    (request, reply) =>
      answer(request, reply, (deps) => undoAct(deps, request.params.id, request.params.scheduled)),
  );

  app.get<{ Params: { id: number; version: number } }>(
    '/api/desk/stories/:id/versions/:version',
    { schema: { params: schemas.params } },
    (request, reply) =>
      answer<api.VersionJson>(request, reply, async (deps) => {
        const { id, version } = request.params;
        const held = await holdStoryAtDesk(deps, id, 'story.read');
        if (!held.ok) return held;
        const found = await readVersion(deps.db, id, version);
        if (!found) return refuse({ kind: 'no-such-story' });
        return { ok: true, value: { version, fields: found.fields, at: found.actedAt.toISOString() } };
      }),
  );
  app.get<OfStory & { Querystring: { from?: string; to?: string } }>(
    '/api/desk/stories/:id/difference',
    { schema: { params: schemas.params } },
    (request, reply) =>
      answer(request, reply, (deps) => {
        const { from, to = 'draft' } = request.query;
        return deskDifference(deps, request.params.id, {
          from: from === undefined ? null : Number.parseInt(from, 10) || 0,
          to: to === 'draft' ? to : Number.parseInt(to, 10) || 0,
        });
      }),
  );
  app.post<OfStory & { Body: api.PreviewAsk }>(
    '/api/desk/stories/:id/preview',
    { schema: { params: schemas.params, body: schemas.preview }, bodyLimit: mostStoryBytes },
    async (request, reply) => {
      const person = await who(request);
      const shown = await decide(pool, (db) =>
        previewStory(
          { db, agency, now: clock(), person, site: desk.site, publicUrl: desk.publicUrl },
          request.params.id,
          request.body,
        ),
      );
      return shown.ok
        ? reply.type(shown.value.type).send(shown.value.body)
        : refuseStory(reply, shown.refusal);
    },
  );

  app.post<{ Body: api.PasteAsk }>(
    '/api/desk/paste',
    { schema: { body: schemas.paste }, bodyLimit: mostStoryBytes },
    async (request): Promise<api.PasteJson> => cleanPaste(request.body),
  );
  app.post<{ Body: api.GluedAsk }>(
    '/api/desk/glued',
    { schema: { body: schemas.glued }, bodyLimit: mostStoryBytes },
    async (request): Promise<api.GluedJson> => {
      const { texts, lang } = request.body;
      const spellings = await readSpellings(pool, lang);
      return { glued: texts.map((text) => doubtsIn(text, lang, spellings)) };
    },
  );
  app.post<{ Body: api.DatesAsk }>(
    '/api/desk/dates',
    { schema: { body: schemas.dates }, bodyLimit: mostStoryBytes },
    async (request, reply) =>
      answer<api.DatesJson>(request, reply, async ({ now }) => {
        const { body, lang } = request.body;
        const marked = markDates(checkStoryText(storable(body)), {
          on: dayIn(agency.zone, now),
          language: lang,
        });
        return { ok: true, value: { body: marked } };
      }),
  );
  app.addContentTypeParser(
    [
      'image/*',
      'application/octet-stream',
      'image/jpeg',
      'image/png',
      'image/webp',
      'image/avif',
      'image/gif',
      'image/tiff',
      'image/svg+xml',
      'image/heic',
    ],
    { parseAs: 'buffer', bodyLimit: mostPictureBytes },
    (_request, body, done) => done(null, body),
  );
  app.post<{ Body: Buffer }>(
    '/api/desk/pictures',
    { bodyLimit: mostPictureBytes },
    async (request, reply) => {
      const bytes = request.body;
      if (!Buffer.isBuffer(bytes) || bytes.length === 0)
        return refuseApi(reply, 422, { kind: 'no-picture', sentence: 'Send the bytes of a picture.' });
      const taken = await takePicture(pool, bytes);
      return taken.ok ? taken.value : refuseApi(reply, 422, taken);
    },
  );
}

/** What is there now, for whoever saved over something else. */
async function presentOf(
  { pool, agency, clock }: DeskSite,
  person: Person,
  id: number,
): Promise<api.SavedSinceJson['present']> {
  const read = await decide(pool, (db) => readDeskStory({ db, agency, now: clock(), person }, id));
  if (!read.ok) throw new Error(`Story ${id} cannot be read by whoever may write it.`);
  const { fields, revision, savedAt, savedBy } = read.value;
  return { fields, revision, savedAt, savedBy };
}

function sendSavedSince(reply: FastifyReply, present: api.SavedSinceJson['present']): FastifyReply {
  const sentence =
    present.revision === 0
      ? 'The draft was published, or given up, since you read it. Your text is still on your screen.'
      : `${present.savedBy || 'Somebody'} saved this story since you read it. Your text is still on your screen.`;
  return reply
    .status(409)
    .send({ error: { kind: 'saved-since', sentence }, present } satisfies api.SavedSinceJson);
}
