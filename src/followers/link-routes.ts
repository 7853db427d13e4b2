/** The pages behind the links of mails: confirm, end, and see and change all of it. A GET changes nothing. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Edition, editionOf } from '../editions/edition.ts';
import { tokenOf } from '../mail/mail-token.ts';
import { wordsOf } from '../site/words/catalogue.ts';
import type { MailWords } from '../site/words/mail-words.ts';
import { changeOften, confirmFollowing, endAll, endFollowing, erase } from './follow.ts';
import type { FollowerSite } from './follower-routes.ts';
import { type Follower, listFollowings, readFollower, readFollowing } from './follower-store.ts';
import { type Following, langOf } from './following.ts';
import { renderManage, renderQuestion, renderSaid } from './pages/LinkPages.tsx';
import { isOneClick, readEvery, readForm, readHour } from './read-form.ts';

type Linked = { Params: { lang: string; token: string } };

export function linkRoutes(scope: FastifyInstance, site: FollowerSite): void {
  const { deps, frame, answer, inEdition, follow, idOf } = site;
  const { pool } = deps;

  const saySo = (
    edition: Edition,
    said: { title: string; text: string },
    request: FastifyRequest,
    reply: FastifyReply,
    { status = 200, more = null }: { status?: number; more?: { text: string; href: string } | null } = {},
  ) => answer(renderSaid(frame(edition, request), said, more), status, request, reply);

  const whatOf = (edition: Edition, following: Following) => site.what({ db: pool, edition }, following);

  /** Newsletters of two editions have one name; a search of all editions is of none. */
  const inLanguage = ({ lang }: Edition, following: Following, what: string) => {
    const { tag, mail } = wordsOf(lang);
    const of = editionOf(deps.agency, langOf(following));
    const language = of && new Intl.DisplayNames(tag, { type: 'language' }).of(of.lang);
    return language ? mail.ofEdition(what, language) : what;
  };

  const toManage = async (edition: Edition, { mail }: { mail: MailWords }, followerId: number) => ({
    text: mail.manage,
    href: `/${edition.lang}/mail/${tokenOf(await site.secret(), 'manage', followerId)}`,
  });

  scope.get<Linked>('/:lang/mail/confirm/:token', (request, reply) =>
    inEdition(request, reply, async (edition, mail) => {
      const id = await idOf('confirm', request.params.token);
      const following = id && (await readFollowing(pool, id));
      if (!following) return saySo(edition, mail.gone, request, reply, { status: 404 });
      const asked = { what: await whatOf(edition, following), button: mail.confirmIt };
      return answer(renderQuestion(frame(edition, request), mail.confirm, asked), 200, request, reply);
    }),
  );

  scope.post<Linked>('/:lang/mail/confirm/:token', (request, reply) =>
    inEdition(request, reply, async (edition, mail) => {
      const id = await idOf('confirm', request.params.token);
      const following = id && (await follow((deps) => confirmFollowing(deps, id)));
      if (!following) return saySo(edition, mail.gone, request, reply, { status: 404 });
      const more = await toManage(edition, { mail }, following.followerId);
      return saySo(edition, mail.confirmed, request, reply, { more });
    }),
  );

  scope.get<Linked>('/:lang/mail/end/:token', (request, reply) =>
    inEdition(request, reply, async (edition, mail) => {
      const id = await idOf('end', request.params.token);
      const following = id && (await readFollowing(pool, id));
      if (!following) return saySo(edition, mail.gone, request, reply, { status: 404 });
      if (!following.active) return saySo(edition, mail.ended, request, reply);
      const asked = { what: await whatOf(edition, following), button: mail.endIt };
      return answer(renderQuestion(frame(edition, request), mail.end, asked), 200, request, reply);
    }),
  );

  scope.post<Linked>('/:lang/mail/end/:token', (request, reply) =>
    inEdition(request, reply, async (edition, mail) => {
      const id = await idOf('end', request.params.token);
      const following = id && (await readFollowing(pool, id));
      if (following) await follow((deps) => endFollowing(deps, following));
      // A mail program shows nobody a page. What was erased since is ended, too.
      if (id && isOneClick(request.body)) return void reply.status(200).type('text/plain').send('');
      if (!following) return saySo(edition, mail.gone, request, reply, { status: 404 });
      const more = await toManage(edition, { mail }, following.followerId);
      return saySo(edition, mail.ended, request, reply, { more });
    }),
  );

  const showAll = async (
    edition: Edition,
    follower: Follower,
    said: string | null,
    status: number,
    request: FastifyRequest,
    reply: FastifyReply,
  ) => {
    const list = await listFollowings(pool, follower.id);
    const isOfMany = new Set(list.map(langOf)).size > 1;
    const named = async (following: Following) => {
      const what = await whatOf(edition, following);
      return isOfMany ? inLanguage(edition, following, what) : what;
    };
    const followings = await Promise.all(
      list.map(async (following) => ({ ...following, what: await named(following) })),
    );
    return answer(
      renderManage(frame(edition, request), { follower, followings, said }),
      status,
      request,
      reply,
    );
  };

  scope.get<Linked>('/:lang/mail/:token', (request, reply) =>
    inEdition(request, reply, async (edition, mail) => {
      const id = await idOf('manage', request.params.token);
      const follower = id && (await readFollower(pool, id));
      if (!follower) return saySo(edition, mail.gone, request, reply, { status: 404 });
      return showAll(edition, follower, null, 200, request, reply);
    }),
  );

  scope.post<Linked>('/:lang/mail/:token', (request, reply) =>
    inEdition(request, reply, async (edition, mail) => {
      const id = await idOf('manage', request.params.token);
      const follower = id && (await readFollower(pool, id));
      if (!follower) return saySo(edition, mail.gone, request, reply, { status: 404 });
      const fields = readForm(request.body);
      const what = fields.get('do');
      if (what === 'erase') {
        await follow((deps) => erase(deps, follower.id));
        return saySo(edition, mail.erased, request, reply);
      }
      if (what === 'end-all') {
        await follow((deps) => endAll(deps, follower.id));
        return showAll(edition, follower, mail.ended.text, 200, request, reply);
      }
      // Only what is this reader's own.
      const own = (await listFollowings(pool, follower.id)).find(
        (one) => String(one.id) === fields.get('which'),
      );
      if (own && what === 'end') {
        await follow((deps) => endFollowing(deps, own));
        return showAll(edition, follower, mail.ended.text, 200, request, reply);
      }
      const every = own ? readEvery(fields, own.kind) : null;
      const hour = own?.kind === 'alert' ? own.hour : readHour(fields);
      if (!own || what !== 'change' || every === null || hour === null)
        return showAll(edition, follower, mail.wrongChoice, 400, request, reply);
      await follow((deps) => changeOften(deps, own, { every, hour }));
      return showAll(edition, follower, mail.changed, 200, request, reply);
    }),
  );
}
