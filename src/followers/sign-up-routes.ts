/** The forms by which readers ask for mail. What is answered is the same whether or not we know the address. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Edition } from '../editions/edition.ts';
import { readMailAddress } from '../mail/mail-address.ts';
import { wordsOf } from '../site/words/catalogue.ts';
import { askToFollow } from './follow.ts';
import type { FollowerSite } from './follower-routes.ts';
import type { AskedFollowing } from './follower-store.ts';
import { alertHour, readQuestion } from './following.ts';
import { renderSaid } from './pages/LinkPages.tsx';
import { type NewslettersData, renderNewsletters } from './pages/NewslettersPage.tsx';
import { readAsked, readEvery, readForm, readHour } from './read-form.ts';
import { topicsOnOffer } from './topics-on-offer.ts';

const usually: NewslettersData['asked'] = { topic: '', every: 'daily', hour: 7, address: '' };

export function signUpRoutes(scope: FastifyInstance, site: FollowerSite): void {
  const { deps, frame, answer, inEdition, follow } = site;
  const { pool } = deps;

  /** What became of the asking, as a page's title, text and status. */
  const ask = async (request: FastifyRequest, { lang }: Edition, address: string, asked: AskedFollowing) => {
    const { mail, wrong } = wordsOf(lang);
    const taken = await follow((with_) => askToFollow(with_, { address, network: request.ip, asked }));
    return taken
      ? { said: mail.asked, status: 200 }
      : { said: { title: wrong, text: mail.tooMany }, status: 429 };
  };

  scope.get('/:lang/newsletters', (request, reply) =>
    inEdition(request, reply, async (edition) => {
      const query = new URLSearchParams(request.url.split('?', 2)[1] ?? '');
      const wanted = (query.get('topic') ?? '').replaceAll('\0', '').toWellFormed();
      const topics = await topicsOnOffer(pool, edition.lang, wanted);
      const topic = topics.some(({ slug }) => slug === wanted) ? wanted : '';
      const data = { topics, asked: { ...usually, topic }, wrong: null };
      return answer(renderNewsletters(frame(edition, request), data), 200, request, reply);
    }),
  );

  scope.post('/:lang/newsletters', (request, reply) =>
    inEdition(request, reply, async (edition, mail) => {
      const fields = readForm(request.body);
      const [topic, said] = [fields.get('topic') ?? '', fields.get('address') ?? ''];
      const [every, hour] = [readEvery(fields, 'newsletter'), readHour(fields)];
      const topics = await topicsOnOffer(pool, edition.lang, topic);
      const onOffer = topic === '' || topics.some(({ slug }) => slug === topic);
      const address = readMailAddress(said);
      if (!onOffer || every === null || hour === null || address === null) {
        const data = {
          topics,
          asked: {
            topic: onOffer ? topic : usually.topic,
            every: every ?? usually.every,
            hour: hour ?? usually.hour,
            address: said.slice(0, 254),
          },
          wrong: address === null ? mail.wrongAddress : mail.wrongChoice,
        };
        return answer(renderNewsletters(frame(edition, request), data), 400, request, reply);
      }
      const asked = { kind: 'newsletter', lang: edition.lang, question: topic, every, hour } as const;
      const { said: outcome, status } = await ask(request, edition, address, asked);
      return answer(renderSaid(frame(edition, request), outcome), status, request, reply);
    }),
  );

  scope.post('/:lang/alerts', (request, reply) =>
    inEdition(request, reply, async (edition, mail) => {
      const fields = readForm(request.body);
      const question = readQuestion(readAsked(fields));
      const every = readEvery(fields, 'alert');
      const address = readMailAddress(fields.get('address') ?? '');
      const back = {
        text: wordsOf(edition.lang).search,
        href: `/${edition.lang}/search${question === null ? '' : `?${question}`}`,
      };
      if (question === null || every === null || address === null) {
        const text =
          question === null ? mail.nothingToFind : every === null ? mail.wrongChoice : mail.wrongAddress;
        const title = wordsOf(edition.lang).wrong;
        return answer(renderSaid(frame(edition, request), { title, text }, back), 400, request, reply);
      }
      const asked = { kind: 'alert', lang: edition.lang, question, every, hour: alertHour } as const;
      const { said, status } = await ask(request, edition, address, asked);
      return answer(renderSaid(frame(edition, request), said, back), status, request, reply);
    }),
  );
}
