/** Fronts over HTTP. What is asked and answered is in front-api.ts. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type DeskSite, deskAnswers } from '../desk/desk-answers.ts';
import { object, time } from '../desk/desk-schemas.ts';
import { type Edition, editionOf } from '../editions/edition.ts';
import { may } from '../people/policy.ts';
import { type Result, refuse } from '../stories/refusal.ts';
import { refuseStory } from '../web/refusal-answers.ts';
import { arrangeFront, sectionsOn } from './arrange-front.ts';
import type { ArrangeAsk, FrontPreviewAsk, PinJson } from './front-api.ts';
import type { Pin } from './front-store.ts';
import { previewFront } from './preview-front.ts';
import { asJson, readCandidates, readFront, readFrontHistory } from './read-front.ts';

const text = (maxLength: number) => ({ type: 'string', maxLength });
const params = object({ lang: { type: 'string', pattern: '^[a-z0-9-]+$', maxLength: 35 } }, ['lang']);
const ofFront = object({ section: text(60) });
const code = { type: 'integer', minimum: 1, maximum: Number.MAX_SAFE_INTEGER };
const pin = object(
  {
    slot: text(100),
    code,
    until: { anyOf: [time, { type: 'null' }] },
    headline: text(1_000),
    picture: { type: 'boolean' },
  },
  ['slot', 'code', 'until', 'headline', 'picture'],
);
// More than any front has places for.
const pins = { type: 'array', maxItems: 500, items: pin };
const arranging = object({ pins, seen: { ...code, minimum: 0 } }, ['pins', 'seen']);

type Named = { Params: { lang: string }; Querystring: { section?: string; q?: string } };
type Found = { edition: Edition; section: string };

export function frontRoutes(app: FastifyInstance, desk: DeskSite): void {
  const { pool, agency, clock, site } = desk;
  const { who, answer } = deskAnswers(desk);

  /** The front that is asked for, where there is one and the person may read its stories. */
  const find = async (request: FastifyRequest<Named>): Promise<Result<Found>> => {
    const { lang } = request.params;
    const { section = '' } = request.query;
    const edition = editionOf(agency, lang);
    if (!edition || !sectionsOn(agency, { lang, section }))
      return refuse({ kind: 'no-such-front', lang, section });
    if (!may(await who(request), 'story.read', { lang }))
      return refuse({ kind: 'not-allowed-in', what: 'story.read', lang });
    return { ok: true, value: { edition, section } };
  };
  const read = async <T>(
    request: FastifyRequest<Named>,
    reply: FastifyReply,
    work: (found: Found) => Promise<T>,
  ): Promise<FastifyReply> => {
    const found = await find(request);
    return found.ok ? reply.send(await work(found.value)) : refuseStory(reply, found.refusal);
  };

  app.get<Named>('/api/desk/fronts/:lang', { schema: { params, querystring: ofFront } }, (request, reply) =>
    read(request, reply, ({ edition, section }) => readFront(pool, edition, section)),
  );
  app.get<Named>(
    '/api/desk/fronts/:lang/history',
    { schema: { params, querystring: ofFront } },
    (request, reply) =>
      read(request, reply, ({ edition, section }) => readFrontHistory(pool, edition.lang, section)),
  );
  app.get<Named>(
    '/api/desk/fronts/:lang/candidates',
    { schema: { params, querystring: object({ section: text(60), q: text(500) }) } },
    (request, reply) =>
      read(request, reply, ({ edition, section }) =>
        readCandidates(pool, edition.lang, { section, asked: (request.query.q ?? '').slice(0, 200) }),
      ),
  );
  app.put<Named & { Body: ArrangeAsk }>(
    '/api/desk/fronts/:lang',
    { schema: { params, querystring: ofFront, body: arranging } },
    (request, reply) =>
      answer(request, reply, async (deps) => {
        const front = { lang: request.params.lang, section: request.query.section ?? '' };
        const { pins, seen } = request.body;
        const made = await arrangeFront(deps, front, { pins: pins.map(pinOf), seen });
        return made.ok ? { ok: true, value: asJson(made.value) } : made;
      }),
  );
  app.post<Named & { Body: FrontPreviewAsk }>(
    '/api/desk/fronts/:lang/preview',
    { schema: { params, querystring: ofFront, body: object({ pins }, ['pins']) } },
    async (request, reply) => {
      reply.type('text/html; charset=utf-8');
      return read(request, reply, ({ edition, section }) =>
        previewFront({ db: pool, now: clock(), site }, edition, {
          section,
          pins: request.body.pins.map(pinOf),
        }),
      );
    },
  );
}

function pinOf(pin: PinJson): Pin {
  return { ...pin, until: pin.until === null ? null : new Date(pin.until) };
}
