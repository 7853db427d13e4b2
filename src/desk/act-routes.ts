/** Acts from the desk over HTTP, and what is asked before them. */
import type { FastifyInstance } from 'fastify';
import { refuse } from '../stories/refusal.ts';
import { actAtDesk, doNow, undoAct } from './act-at-desk.ts';
import { holdStoryAtDesk } from './at-desk.ts';
import { type DeskSite, deskAnswers, type OfStory } from './desk-answers.ts';
import type * as api from './desk-api.ts';
import { schemas } from './desk-schemas.ts';
import { preflight } from './preflight.ts';
import { askPreflight } from './preflight-question.ts';

export function actRoutes(app: FastifyInstance, desk: DeskSite): void {
  const { answer } = deskAnswers(desk);

  app.get<OfStory & { Querystring: { flash?: string; at?: string } }>(
    '/api/desk/stories/:id/preflight',
    { schema: { params: schemas.params, querystring: schemas.query('flash', 'at') } },
    (request, reply) =>
      answer<api.PreflightJson>(request, reply, async (deps) => {
        const held = await holdStoryAtDesk(deps, request.params.id, 'story.read');
        if (!held.ok) return held;
        const { story, item } = held.value;
        const at = request.query.at && !Number.isNaN(Date.parse(request.query.at)) ? request.query.at : null;
        const question = await askPreflight(deps, story, item, { flash: request.query.flash === '1', at });
        if (!question) return refuse({ kind: 'no-draft', code: story.code, last: null });
        const checks = preflight(question, deps.saying);
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
}
