/** The page behind the link with which an address is never asked about a comment again. A GET changes nothing. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Edition } from '../editions/edition.ts';
import type { FollowerSite } from '../followers/follower-routes.ts';
import { renderQuestion, renderSaid } from '../followers/pages/LinkPages.tsx';
import { isOneClick, readForm } from '../followers/read-form.ts';
import { readAddressToken } from '../mail/mail-token.ts';
import type { MailWords } from '../site/words/mail-words.ts';
import { askAgain, neverAsk } from './never-ask.ts';
import { isUnasked } from './unasked-store.ts';

type Linked = { Params: { lang: string; token: string } };

/**
 * Presses of one link in a minute: each may write a line that stays. Not those of one network: a provider of mail presses for all its
 * readers.
 */
const limited = {
  config: {
    rateLimit: {
      max: 10,
      timeWindow: '1 minute',
      keyGenerator: ({ params }: FastifyRequest) => (params as Linked['Params']).token.toLowerCase(),
    },
  },
};

/** @param dataDir where it is noted beside the database. */
export function neverAskRoutes(scope: FastifyInstance, site: FollowerSite, dataDir: string): void {
  const { deps, frame, answer, inEdition, follow, secret } = site;
  const path = '/:lang/mail/never-ask/:token';

  /** How it stands with the address, and the button that changes it. */
  const asItStands = async (edition: Edition, { neverAsk: words, commentsOf }: MailWords, hash: Buffer) => {
    const what = commentsOf(edition.agency);
    return (await isUnasked(deps.pool, hash))
      ? { said: words.done, asked: { what, button: words.again, value: 'again' } }
      : { said: words.question, asked: { what, button: words.button } };
  };

  scope.get<Linked>(path, (request, reply) =>
    inEdition(request, reply, async (edition, mail) => {
      const hash = readAddressToken(await secret(), request.params.token);
      if (!hash) return answer(renderSaid(frame(edition, request), mail.gone), 404, request, reply);
      const { said, asked } = await asItStands(edition, mail, hash);
      return answer(renderQuestion(frame(edition, request), said, asked), 200, request, reply);
    }),
  );

  scope.post<Linked>(path, limited, (request, reply) =>
    inEdition(request, reply, async (edition, mail) => {
      const hash = readAddressToken(await secret(), request.params.token);
      if (!hash) return answer(renderSaid(frame(edition, request), mail.gone), 404, request, reply);
      const mayAsk = readForm(request.body).get('do') === 'again';
      await follow(({ db, now }) => (mayAsk ? askAgain : neverAsk)({ db, now, dataDir }, hash));
      // A mail program shows nobody a page.
      if (isOneClick(request.body)) return void reply.status(200).type('text/plain').send('');
      if (mayAsk)
        return answer(renderSaid(frame(edition, request), mail.neverAsk.allowed), 200, request, reply);
      const { said, asked } = await asItStands(edition, mail, hash);
      return answer(renderQuestion(frame(edition, request), said, asked), 200, request, reply);
    }),
  );
}
