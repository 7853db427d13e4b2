/** What the desk's editor asks for over HTTP: previews, clean pastes, doubtful words, dates, pictures. */
import type { FastifyInstance } from 'fastify';
import { markAndTell } from '../dates/mark-dates.ts';
import { readStyleOf } from '../house-style/style-setting.ts';
import { dayIn } from '../site/agency-day.ts';
import { storable } from '../stories/clean-fields.ts';
import { checkStoryText } from '../text/story-text.ts';
import { refusePicture, refuseStory } from '../web/refusal-answers.ts';
import { cleanPaste, doubtsIn } from './clean-paste.ts';
import { type DeskSite, deskAnswers, mostStoryBytes, type OfStory } from './desk-answers.ts';
import type * as api from './desk-api.ts';
import { schemas } from './desk-schemas.ts';
import { looseInLine } from './loose-dates.ts';
import { previewStory } from './preview-story.ts';
import { mostPictureBytes, takePicture } from './take-picture.ts';

export function textRoutes(app: FastifyInstance, desk: DeskSite): void {
  const { pool, agency } = desk;
  const { answer, decideFor } = deskAnswers(desk);

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
    { schema: { body: schemas.paste }, bodyLimit: mostStoryBytes },
    async (request): Promise<api.PasteJson> => cleanPaste(request.body),
  );
  app.post<{ Body: api.GluedAsk }>(
    '/api/desk/glued',
    { schema: { body: schemas.glued }, bodyLimit: mostStoryBytes },
    async (request): Promise<api.GluedJson> => {
      const { texts, lang } = request.body;
      const style = await readStyleOf(pool, lang);
      return { glued: await Promise.all(texts.map((text) => doubtsIn(text, lang, style))) };
    },
  );
  app.post<{ Body: api.DatesAsk }>(
    '/api/desk/dates',
    { schema: { body: schemas.dates }, bodyLimit: mostStoryBytes },
    async (request, reply) =>
      answer<api.DatesJson>(request, reply, async ({ now }) => {
        const { headline, lead, body, lang } = request.body;
        const dateLine = { on: dayIn(agency.zone, now), language: lang };
        const marked = markAndTell(checkStoryText(storable(body)), dateLine);
        return {
          ok: true,
          value: {
            body: marked.body,
            resolved: marked.dates.map(({ text, title }) => ({ words: text, whole: title })),
            inDoubt: marked.inDoubt,
            toReword: [
              ...looseInLine('headline', headline, dateLine),
              ...looseInLine('lead', lead, dateLine),
            ],
          },
        };
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
  app.post('/api/desk/pictures', { bodyLimit: mostPictureBytes }, async (request, reply) => {
    const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const taken = await takePicture(pool, bytes);
    return taken.ok ? taken.value : refusePicture(reply, taken.refusal);
  });
}
