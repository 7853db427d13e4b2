/** Readers' comments over HTTP: plain forms, for whoever reads. */
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { PreparedPage } from '../site/prepared-page.ts';
import type { ReaderSite, SiteDeps } from '../site/reader-site.ts';
import { statusOfThrown } from '../web/api-answers.ts';
import { type AskedAt, commentPages } from './comment-pages.ts';

type Send = (page: PreparedPage, request: FastifyRequest, reply: FastifyReply) => void;
type Asked = { Params: AskedAt };

/** Forms that one address may ask for in a minute, and send: each is made anew, and read. */
const formsAMinute = 60;
/** The longest comment in the letters that take most, percent-encoded. */
const largestForm = 96 * 1024;

export function commentRoutes(
  app: FastifyInstance,
  deps: SiteDeps,
  { site, ownOrigins, send }: { site: ReaderSite; ownOrigins: () => string[]; send: Send },
): void {
  const pages = commentPages(deps, site);
  const limited = { config: { rateLimit: { max: formsAMinute, timeWindow: '1 minute' } } };
  void app.register(async (forms) => {
    forms.removeAllContentTypeParsers();
    forms.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: largestForm },
      (_request, body, done) => done(null, new URLSearchParams(String(body))),
    );
    forms.setErrorHandler(async (error: FastifyError, request, reply) => {
      const status = statusOfThrown(error);
      if (status >= 500) throw error;
      send(await pages.unreadable(request.params as AskedAt, status), request, reply);
    });
    forms.get<Asked>('/:lang/:code/comments', async (request, reply) => {
      send(await pages.list(request.params, queryOf(request)), request, reply);
    });
    forms.get<Asked>('/:lang/:code/comments/write', limited, async (request, reply) => {
      send(await pages.write(request.params, queryOf(request)), request, reply);
    });
    forms.get<Asked>('/:lang/:code/comments/received', async (request, reply) => {
      send(await pages.received(request.params), request, reply);
    });
    forms.post<Asked>('/:lang/:code/comments', limited, async (request, reply) => {
      const page = isForeign(request, ownOrigins())
        ? await pages.foreign(request.params)
        : await pages.receive(
            request.params,
            (request.body as URLSearchParams | undefined) ?? new URLSearchParams(),
            request.ip,
          );
      send(page, request, reply);
    });
  });
}

/** A form on another site may not write here in a reader's name. */
function isForeign({ headers }: FastifyRequest, own: string[]): boolean {
  const { origin, 'sec-fetch-site': from } = headers;
  if (origin !== undefined) return !own.includes(origin);
  return from === 'cross-site' || from === 'same-site';
}

function queryOf(request: FastifyRequest): URLSearchParams {
  return new URLSearchParams(request.url.split('?', 2)[1] ?? '');
}
