/** A person's saved views over HTTP. */
import type { FastifyInstance } from 'fastify';
import { oneLine, storable } from '../stories/clean-fields.ts';
import { refuseApi } from '../web/api-answers.ts';
import { refuseStory } from '../web/refusal-answers.ts';
import { type DeskSite, deskAnswers } from './desk-answers.ts';
import type * as api from './desk-api.ts';
import { object } from './desk-schemas.ts';
import { dropView, keepView, listViews, mostViews } from './saved-views.ts';

const name = { type: 'string', maxLength: 80 };
const view = object(
  {
    // Which filters there are, the screens know. A switch is asked for by its values: by its type it would become a text.
    filters: {
      type: 'object',
      maxProperties: 20,
      propertyNames: { maxLength: 40 },
      additionalProperties: { anyOf: [{ enum: [true, false] }, { type: 'string', maxLength: 200 }] },
    },
    shape: { enum: ['list', 'columns'] },
  },
  ['filters', 'shape'],
);
const params = object({ name }, ['name']);

export function viewRoutes(app: FastifyInstance, desk: DeskSite): void {
  const { pool, clock } = desk;
  const { who } = deskAnswers(desk);

  app.get('/api/me/views', async (request): Promise<api.SavedViews> => {
    return { views: await listViews(pool, (await who(request)).id) };
  });
  app.put<{ Params: { name: string }; Body: Omit<api.SavedView, 'name'> }>(
    '/api/me/views/:name',
    { schema: { params, body: view } },
    async (request, reply) => {
      const { filters, shape } = request.body;
      const kept = {
        name: oneLine(request.params.name),
        filters: storable(filters) as api.SavedView['filters'],
        shape,
      };
      if (kept.name === '')
        return refuseApi(reply, 400, { kind: 'wrong-request', sentence: 'The view has no name.' });
      if (await keepView(pool, (await who(request)).id, { view: kept, now: clock() }))
        return reply.status(204).send();
      return refuseStory(reply, { kind: 'too-many-views', most: mostViews });
    },
  );
  app.delete<{ Params: { name: string } }>(
    '/api/me/views/:name',
    { schema: { params } },
    async (request, reply) => {
      await dropView(pool, (await who(request)).id, oneLine(request.params.name));
      return reply.status(204).send();
    },
  );
}
