/** One story at the desk over HTTP: its draft, its place, who has it open, its versions. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { readReads } from '../reads/reads-store.ts';
import { readVersion } from '../record/version-store.ts';
import { oneLine, storable } from '../stories/clean-fields.ts';
import { type Result, refuse, sentenceOf } from '../stories/refusal.ts';
import { lockStory } from '../stories/story-store.ts';
import { refuseStory } from '../web/refusal-answers.ts';
import { holdStoryAtDesk } from './at-desk.ts';
import { type DeskSite, deskAnswers, mostStoryBytes, type OfStory } from './desk-answers.ts';
import type * as api from './desk-api.ts';
import { deskDifference } from './desk-difference.ts';
import { schemas } from './desk-schemas.ts';
import { insertNote } from './desk-store.ts';
import { closeStory, openStory } from './open-store.ts';
import { placeStory } from './place-story.ts';
import { readDeskStory } from './read-desk-story.ts';
import { discardDraft, keepCopy, saveAtDesk } from './save-at-desk.ts';
import { startStory } from './start-story.ts';

export function storyRoutes(app: FastifyInstance, desk: DeskSite): void {
  const { answer, decideFor } = deskAnswers(desk);

  app.post<{ Body: api.NewStoryAsk }>(
    '/api/desk/stories',
    { schema: { body: schemas.start } },
    (request, reply) => answer(request, reply, (deps) => startStory(deps, request.body)),
  );
  app.get<OfStory>('/api/desk/stories/:id', { schema: { params: schemas.params } }, (request, reply) =>
    answer(request, reply, (deps) => readDeskStory(deps, request.params.id)),
  );
  app.get<OfStory>('/api/desk/stories/:id/reads', { schema: { params: schemas.params } }, (request, reply) =>
    answer(request, reply, async (deps) => {
      const held = await holdStoryAtDesk(deps, request.params.id, 'story.read');
      if (!held.ok) return held;
      return { ok: true, value: await readReads(deps.db, request.params.id, deps.now) };
    }),
  );
  app.put<OfStory & { Body: api.SaveAsk }>(
    '/api/desk/stories/:id/draft',
    { schema: { params: schemas.params, body: schemas.save }, bodyLimit: mostStoryBytes },
    async (request, reply) => {
      const { id } = request.params;
      const saved = await decideFor(request, (deps) => saveAtDesk(deps, id, request.body));
      if (saved.ok) return saved.value;
      if (saved.refusal.kind !== 'saved-since') return refuseStory(reply, saved.refusal);
      return sendSavedSince(
        reply,
        await presentOf(await decideFor(request, (deps) => readDeskStory(deps, id))),
      );
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
    { schema: { params: schemas.params, querystring: schemas.query('tab') } },
    (request, reply) =>
      answer(request, reply, async (deps) => {
        const { id } = request.params;
        await lockStory(deps.db, id);
        // Everybody closes his own tabs, also of a story that was moved where he may not read it.
        await closeStory(deps.db, { storyId: id, person: deps.person }, oneLine(request.query.tab ?? ''));
        return { ok: true, value: null };
      }),
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
    { schema: { params: schemas.params, querystring: schemas.query('from', 'to') } },
    (request, reply) =>
      answer(request, reply, (deps) => {
        const { from, to = 'draft' } = request.query;
        return deskDifference(deps, request.params.id, {
          from: from === undefined ? null : Number.parseInt(from, 10) || 0,
          to: to === 'draft' ? to : Number.parseInt(to, 10) || 0,
        });
      }),
  );
}

/** What is there now, for whoever saved over something else. */
function presentOf(read: Result<api.DeskStory>): api.SavedSinceJson['present'] {
  if (!read.ok) throw new Error('Whoever may write a story cannot read it.');
  const { fields, revision, savedAt, savedBy } = read.value;
  return { fields, revision, savedAt, savedBy };
}

function sendSavedSince(reply: FastifyReply, present: api.SavedSinceJson['present']): FastifyReply {
  const sentence = sentenceOf(
    { kind: 'saved-since', revision: present.revision, by: present.savedBy ?? '' },
    reply.request.saying,
  );
  return reply
    .status(409)
    .send({ error: { kind: 'saved-since', sentence }, present } satisfies api.SavedSinceJson);
}
