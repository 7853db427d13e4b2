/** What the desk's editor asks for over HTTP: previews, clean pastes, doubtful words, dates, pictures. */
import type { FastifyInstance } from 'fastify';
import { readStyleOf } from '../house-style/style-setting.ts';
import { dayIn } from '../site/agency-day.ts';
import { refusePicture, refuseStory, whoseMistake } from '../web/refusal-answers.ts';
import { type DeskSite, deskAnswers, mostStoryBytes, type OfStory } from './desk-answers.ts';
import type * as api from './desk-api.ts';
import { schemas } from './desk-schemas.ts';
import { previewStory } from './preview-story.ts';
import { mostPictureBytes, takePicture } from './take-picture.ts';
import { workAside } from './text-thread.ts';

/** What one question about texts may have: a thread of its own answers them, one after the other, and others wait. */
const mostAskedBytes = 2 * 1024 * 1024;

export function textRoutes(app: FastifyInstance, desk: DeskSite): void {
  const { pool, agency, clock } = desk;
  const { decideFor } = deskAnswers(desk);

  app.post<OfStory & { Body: api.PreviewAsk }>(
    '/api/desk/stories/:id/preview',
    { schema: { params: schemas.params, body: schemas.preview }, bodyLimit: mostStoryBytes },
    async (request, reply) => {
      const { site, publicUrl } = desk;
      const shown = await decideFor(request, (deps) =>
        previewStory({ ...deps, site, publicUrl }, request.params.id, request.body),
      );
      return shown.ok
        ? reply.type(shown.value.type).send(shown.value.body)
        : refuseStory(reply, shown.refusal);
    },
  );

  app.post<{ Body: api.PasteAsk }>(
    '/api/desk/paste',
    { schema: { body: schemas.paste }, bodyLimit: mostAskedBytes },
    (request): Promise<api.PasteJson> => workAside('paste', request.body),
  );
  app.post<{ Body: api.GluedAsk }>(
    '/api/desk/glued',
    { schema: { body: schemas.glued }, bodyLimit: mostAskedBytes },
    async (request): Promise<api.GluedJson> => {
      const { texts, lang } = request.body;
      return { glued: await workAside('glued', texts, lang, await readStyleOf(pool, lang)) };
    },
  );
  app.post<{ Body: api.DatesAsk }>(
    '/api/desk/dates',
    { schema: { body: schemas.dates }, bodyLimit: mostAskedBytes },
    async (request): Promise<api.DatesJson> => {
      const { lang, ...texts } = request.body;
      const dateLine = { on: dayIn(agency.zone, clock()), language: lang };
      return workAside('dates', texts, dateLine).catch((error: unknown) => {
        throw whoseMistake(error);
      });
    },
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
  app.post('/api/desk/pictures', { bodyLimit: mostPictureBytes }, async (request, reply) => {
    const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const taken = await takePicture(pool, bytes);
    return taken.ok ? taken.value : refusePicture(reply, taken.refusal);
  });
}
