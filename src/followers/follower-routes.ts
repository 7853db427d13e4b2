/** Mail over HTTP, for readers: the forms that ask for it, and the pages behind the links of mails. No account, no script. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Edition, editionOf } from '../editions/edition.ts';
import { whatWords } from '../mail/compose-mail.ts';
import { type MailSecret, readMailSecret, readToken, type TokenUse } from '../mail/mail-token.ts';
import { inTransaction } from '../record/transaction.ts';
import type { Frame } from '../site/page-data.ts';
import { type PreparedPage, preparePage } from '../site/prepared-page.ts';
import type { ReaderSite, SiteDeps } from '../site/reader-site.ts';
import { wordsOf } from '../site/words/catalogue.ts';
import type { MailWords } from '../site/words/mail-words.ts';
import type { FollowDeps } from './follow.ts';
import { linkRoutes } from './link-routes.ts';
import { renderSaid } from './pages/LinkPages.tsx';
import { longestForm } from './read-form.ts';
import { signUpRoutes } from './sign-up-routes.ts';

export type SendPage = (page: PreparedPage, request: FastifyRequest, reply: FastifyReply) => void;

/** What every route here is made with. */
export type FollowerSite = {
  deps: SiteDeps;
  secret: () => Promise<MailSecret>;
  frame: (edition: Edition, request: FastifyRequest) => Frame;
  answer: (body: string, status: number, request: FastifyRequest, reply: FastifyReply) => Promise<void>;
  /** Calls `work` with the edition that the address names; where there is none, or no mail is sent, nothing is there. */
  inEdition: (
    request: FastifyRequest,
    reply: FastifyReply,
    work: (edition: Edition, mail: MailWords) => Promise<void>,
  ) => Promise<void>;
  follow: <T>(work: (deps: FollowDeps) => Promise<T>) => Promise<T>;
  idOf: (use: TokenUse, token: string) => Promise<number | null>;
  what: typeof whatWords;
};

/** @param behindLinks pages behind links of other mails, which are asked and answered as those here are. */
export async function followerRoutes(
  app: FastifyInstance,
  {
    deps,
    site,
    send,
    behindLinks,
  }: {
    deps: SiteDeps;
    site: ReaderSite;
    send: SendPage;
    behindLinks: (scope: FastifyInstance, follower: FollowerSite) => void;
  },
): Promise<void> {
  const { pool, agency, clock, headers } = deps;
  const secret = () => readMailSecret(pool);
  const follower: FollowerSite = {
    deps,
    secret,
    // The address of a page that is reached by a token is nobody else's to know.
    frame: (edition) => site.frame(edition, `/${edition.lang}/newsletters`),
    answer: async (body, status, request, reply) => {
      const own = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' };
      const page = await preparePage({
        type: 'text/html; charset=utf-8',
        status,
        body,
        headers: { ...headers.page, ...own },
      });
      send(page, request, reply);
    },
    inEdition: async (request, reply, work) => {
      const { lang } = request.params as { lang: string };
      const edition = deps.mail ? editionOf(agency, lang) : null;
      if (!edition) return send(await site.notFound(request.url), request, reply);
      return work(edition, wordsOf(edition.lang).mail);
    },
    follow: async (work) => {
      const known = await secret();
      return inTransaction(pool, (db) => work({ db, secret: known, zone: agency.zone, now: clock() }));
    },
    idOf: async (use, token) => readToken(await secret(), use, token),
    what: whatWords,
  };
  await app.register(async (scope) => {
    // Forms are read by us, whatever they say they are: nobody is told "unsupported media type".
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'string', bodyLimit: longestForm }, (_request, body, done) =>
      done(null, body),
    );
    scope.setErrorHandler(async (error: { statusCode?: number }, request, reply) => {
      const { lang } = request.params as { lang?: string };
      const edition = editionOf(agency, lang ?? '');
      const status = error.statusCode ?? 500;
      if (!edition || status >= 500) throw error;
      const words = wordsOf(edition.lang);
      return follower.answer(
        renderSaid(follower.frame(edition, request), { title: words.wrong, text: words.wrongText }),
        status,
        request,
        reply,
      );
    });
    signUpRoutes(scope, follower);
    linkRoutes(scope, follower);
    behindLinks(scope, follower);
  });
}
