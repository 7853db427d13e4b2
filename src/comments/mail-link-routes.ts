/** The pages behind the links of mails about comments: say that an address is one's own, and end such mail. A GET changes nothing. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Edition } from '../editions/edition.ts';
import type { FollowerSite } from '../followers/follower-routes.ts';
import { renderQuestion, renderSaid } from '../followers/pages/LinkPages.tsx';
import { confirmWriter, endWord, mayConfirm } from './confirm-address.ts';
import { findContact } from './contact-store.ts';
import { neverAskRoutes } from './never-ask-routes.ts';

type Linked = { Params: { lang: string; token: string } };

/** @param dataDir where it is noted, beside the database, which addresses are never to be asked. */
export function commentLinkRoutes(scope: FastifyInstance, site: FollowerSite, dataDir: string): void {
  const { deps, frame, answer, inEdition, follow, idOf } = site;
  const { pool, clock } = deps;

  const say = (
    edition: Edition,
    said: { title: string; text: string },
    status: number,
    request: FastifyRequest,
    reply: FastifyReply,
  ) => answer(renderSaid(frame(edition, request), said), status, request, reply);

  neverAskRoutes(scope, site, dataDir);

  scope.get<Linked>('/:lang/mail/comments/:token', (request, reply) =>
    inEdition(request, reply, async (edition, mail) => {
      const id = await idOf('comments', request.params.token);
      if (!id || !(await mayConfirm(pool, id, clock()))) return say(edition, mail.gone, 404, request, reply);
      const asked = { what: mail.ofComments, button: mail.confirmIt };
      return answer(renderQuestion(frame(edition, request), mail.confirm, asked), 200, request, reply);
    }),
  );

  scope.post<Linked>('/:lang/mail/comments/:token', (request, reply) =>
    inEdition(request, reply, async (edition, mail) => {
      const id = await idOf('comments', request.params.token);
      const done = id && (await follow((with_) => confirmWriter({ ...with_, dataDir }, id)));
      return say(edition, done ? mail.confirmed : mail.gone, done ? 200 : 404, request, reply);
    }),
  );

  scope.get<Linked>('/:lang/mail/no-comments/:token', (request, reply) =>
    inEdition(request, reply, async (edition, mail) => {
      const id = await idOf('no-comments', request.params.token);
      const contact = id && (await findContact(pool, id));
      if (!contact) return say(edition, mail.gone, 404, request, reply);
      if (!contact.tell) return say(edition, mail.ended, 200, request, reply);
      const asked = { what: mail.ofComments, button: mail.endIt };
      return answer(renderQuestion(frame(edition, request), mail.end, asked), 200, request, reply);
    }),
  );

  scope.post<Linked>('/:lang/mail/no-comments/:token', (request, reply) =>
    inEdition(request, reply, async (edition, mail) => {
      const id = await idOf('no-comments', request.params.token);
      const done = id && (await follow(({ db }) => endWord(db, id)));
      return say(edition, done ? mail.ended : mail.gone, done ? 200 : 404, request, reply);
    }),
  );
}
