/** Acts from the desk over HTTP, and what is asked before them. */
import type { FastifyInstance } from 'fastify';
import { refuse } from '../stories/refusal.ts';
import { refuseStory } from '../web/refusal-answers.ts';
import { actAtDesk, doNow, undoAct } from './act-at-desk.ts';
import { holdStoryAtDesk } from './at-desk.ts';
import { type DeskSite, deskAnswers, type OfStory } from './desk-answers.ts';
import type * as api from './desk-api.ts';
import { schemas } from './desk-schemas.ts';
import { preflight } from './preflight.ts';
import { type AskedPreflight, askDoubts, askPreflight } from './preflight-question.ts';

export function actRoutes(app: FastifyInstance, desk: DeskSite): void {
  const { answer, decideFor } = deskAnswers(desk);

  app.get<OfStory & { Querystring: { flash?: string; at?: string } }>(
    '/api/desk/stories/:id/preflight',
    { schema: { params: schemas.params, querystring: schemas.query('flash', 'at') } },
    async (request, reply) => {
      const asked = await decideFor<AskedPreflight>(request, async (deps) => {
        const held = await holdStoryAtDesk(deps, request.params.id, 'story.read');
        if (!held.ok) return held;
        const { story, item } = held.value;
        const at = request.query.at && !Number.isNaN(Date.parse(request.query.at)) ? request.query.at : null;
        const question = await askPreflight(deps, story, item, { flash: request.query.flash === '1', at });
        if (!question) return refuse({ kind: 'no-draft', code: story.code, last: null });
        return { ok: true, value: question };
      });
      if (!asked.ok) return refuseStory(reply, asked.refusal);
      const doubts = await askDoubts(desk, asked.value);
      const checks = preflight({ ...asked.value, ...doubts }, request.saying);
      const ready = checks.every(({ outcome }) => outcome !== 'stop');
      return { checks, ready } satisfies api.PreflightJson;
    },
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
