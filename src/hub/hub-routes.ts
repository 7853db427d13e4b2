/** `POST /hub`: a program asks to be told when a feed changes, or no longer (W3C WebSub). */
import type { FastifyInstance } from 'fastify';
import type { SiteDeps } from '../site/answering.ts';
import type { ReaderSite } from '../site/reader-site.ts';
import { countAsks } from './asks-of-host.ts';
import { hubPath } from './hub-path.ts';
import { keepWish } from './hub-store.ts';
import { readWish } from './read-wish.ts';

/** Bytes of a wish, and wishes of one address in a minute. */
const longestForm = 8 * 1024;
const aMinute = 60;

export function hubRoutes(
  app: FastifyInstance,
  { pool, agency, publicUrl, clock }: SiteDeps,
  site: Pick<ReaderSite, 'answer'>,
): void {
  const mayAsk = countAsks();
  void app.register(async (forms) => {
    forms.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: longestForm },
      (_request, body, done) => done(null, new URLSearchParams(body.toString())),
    );
    forms.post<{ Body: unknown }>(
      hubPath,
      { config: { rateLimit: { max: aMinute, timeWindow: '1 minute' } } },
      async (request, reply) => {
        reply.type('text/plain; charset=utf-8');
        const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
        const langs = agency.editions.map(({ lang }) => lang);
        const read = readWish(form, publicUrl, langs);
        if ('why' in read) return reply.status(400).send(`${read.why}\n`);
        // What is not there now is a feed that would be looked for after each act, for as long as its follower likes.
        const { mode, topic, callback } = read.wish;
        if (mode === 'subscribe' && (await site.answer(topic, new URLSearchParams())).status !== 200)
          return reply.status(400).send('hub.topic is a feed that is not there.\n');
        if (!mayAsk(callback, clock()))
          return reply
            .status(429)
            .header('retry-after', '60')
            .send('That host is asked often enough: ask again in a minute.\n');
        if (!(await keepWish(pool, read.wish, clock())))
          return reply
            .status(503)
            .header('retry-after', '3600')
            .send('Too many follow already: ask again later.\n');
        return reply.status(202).send('The callback will be asked whether this is its wish.\n');
      },
    );
  });
}
