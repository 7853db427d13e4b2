/** The reader's addresses of comments, each made into an answer: all of them, the form, what was sent. */
import { type Edition, editionOf } from '../editions/edition.ts';
import { inTransaction } from '../record/transaction.ts';
import { answeringOf, type Made } from '../site/answering.ts';
import { type PreparedPage, preparePage } from '../site/prepared-page.ts';
import type { ReaderSite, SiteDeps } from '../site/reader-site.ts';
import { editionWords, wordsOf } from '../site/words/catalogue.ts';
import { counted } from '../site/words/dates.ts';
import { storyPath } from '../stories/story-address.ts';
import type { Refused } from './checks.ts';
import type { Draft } from './comment.ts';
import { readCommentRules } from './comment-setting.ts';
import {
  type CommentedStory,
  type CommentPlace,
  countShown,
  findCommented,
  findShown,
} from './comment-store.ts';
import { readDayKeys, sealForm } from './day-keys.ts';
import { emptyDraft, renderCommentForm, renderReceived } from './pages/CommentForm.tsx';
import { renderComments } from './pages/CommentsPage.tsx';
import { readDraft } from './read-draft.ts';
import { receiveComment } from './receive-comment.ts';
import { commentsPath, loadComments, paragraphsOf, takesComments } from './shown-comments.ts';

export type AskedAt = { lang: string; code: string };

export function commentPages(deps: SiteDeps, site: ReaderSite) {
  const answering = answeringOf(deps);
  const { pool, cache, clock, page } = answering;

  /** What a story's page is answered with goes for its comments too: gone, held, elsewhere, not there. */
  const find = async (asked: AskedAt): Promise<Found | { instead: PreparedPage }> => {
    const edition = editionOf(deps.agency, asked.lang);
    const code = /^[1-9]\d{0,14}$/.test(asked.code) ? Number(asked.code) : null;
    if (!edition || code === null) return { instead: await site.notFound(`/${asked.lang}/`) };
    const story = await findCommented(pool, code);
    if (!story) return { instead: await site.answer(`/${asked.lang}/${code}`, new URLSearchParams()) };
    if (story.lang !== asked.lang)
      return { instead: await prepared(answering.redirect(commentsPath(story))) };
    return { edition, story };
  };

  const list = async (asked: AskedAt, query: URLSearchParams): Promise<PreparedPage> => {
    const { moment } = cache;
    const found = await find(asked);
    if ('instead' in found) return found.instead;
    const { edition, story } = found;
    const path = commentsPath(story);
    const after = readPlace(query.get('after'));
    if (after === undefined) return prepared(answering.wrong(edition, path, wordsOf(edition.lang).wrongText));
    const [{ comments, next }, count, isOpen] = await Promise.all([
      loadComments(deps, story, after),
      countShown(pool, story.storyId),
      takesComments(deps, story),
    ]);
    const later = next && `${path}?after=${next.thread}.${next.id}`;
    const first = after && path;
    const body = renderComments(site.frame(edition, path), {
      ...{ story: commented(story), isOpen, count, comments, first, later },
    });
    const made = await preparePage(page(body));
    if (!after) cache.put(path, made, [`story:${story.code}`], moment);
    return made;
  };

  const write = async (asked: AskedAt, query: URLSearchParams): Promise<PreparedPage> => {
    const found = await find(asked);
    if ('instead' in found) return found.instead;
    const isOpen = await takesComments(deps, found.story);
    return form(found, {
      draft: emptyDraft,
      to: readId(query.get('to')),
      refused: isOpen ? null : { kind: 'closed' },
    });
  };

  const received = async (asked: AskedAt): Promise<PreparedPage> => {
    const found = await find(asked);
    if ('instead' in found) return found.instead;
    const { edition, story } = found;
    const path = `${commentsPath(story)}/received`;
    const answer = page(renderReceived(site.frame(edition, path), commented(story)));
    // That somebody wrote here is nobody else's to know who has the device.
    return preparePage({ ...answer, headers: { ...answer.headers, 'cache-control': 'no-store' } });
  };

  /** @param address of whoever sends. */
  const receive = async (asked: AskedAt, said: URLSearchParams, address: string): Promise<PreparedPage> => {
    const found = await find(asked);
    if ('instead' in found) return found.instead;
    const { story } = found;
    const draft = readDraft(said);
    const to = readId(said.get('to'));
    const [rules, isOpen] = await Promise.all([readCommentRules(pool), takesComments(deps, story)]);
    const keys = await readDayKeys(pool, clock());
    const done = await inTransaction(pool, (db) =>
      receiveComment(
        { db, now: clock(), rules, keys },
        {
          ...{ story, isOpen, draft, address },
          answers: to,
          honeypot: said.get('website') ?? '',
          seal: said.get('seal') ?? '',
        },
      ),
    );
    if (!done.ok) return form(found, { draft, to, refused: done.refused });
    const path = commentsPath(story);
    const answer = answering.redirect(done.published ? `${path}#comment-${done.id}` : `${path}/received`);
    return prepared({ ...answer, answer: { ...answer.answer, status: 303 } });
  };

  const foreign = async (asked: AskedAt): Promise<PreparedPage> => {
    const edition = editionOf(deps.agency, asked.lang) ?? answering.homeEdition();
    const path = `/${edition.lang}/`;
    const wrong = answering.wrong(edition, path, wordsOf(edition.lang).comments.foreign);
    return prepared({ ...wrong, answer: { ...wrong.answer, status: 403 } });
  };

  /** What cannot be read, in the language of the address. */
  const unreadable = async (asked: AskedAt, status: number): Promise<PreparedPage> => {
    const edition = editionOf(deps.agency, asked.lang) ?? answering.homeEdition();
    const words = editionWords(edition);
    const sentence = status === 429 ? counted(words, 1, words.comments.tooOften) : '';
    const wrong = answering.wrong(edition, `/${edition.lang}/`, sentence);
    return prepared({ ...wrong, answer: { ...wrong.answer, status } });
  };

  const form = async (
    { edition, story }: Found,
    { draft, to, refused }: { draft: Draft; to: number | null; refused: Refused | null },
  ): Promise<PreparedPage> => {
    const path = `${commentsPath(story)}/write`;
    const [rules, keys, answered] = await Promise.all([
      readCommentRules(pool),
      readDayKeys(pool, clock()),
      to === null ? null : findShown(pool, story.storyId, to),
    ]);
    const answers = answered &&
      !answered.removed && {
        ...answered,
        paragraphs: paragraphsOf(answered.text),
        correctedAt: null,
        answers: null,
        more: null,
      };
    const body = renderCommentForm(site.frame(edition, path), {
      story: commented(story),
      answers: answers || null,
      draft,
      seal: sealForm(keys, { code: story.code, at: clock() }),
      refused,
      keepDays: rules.keepDays,
      readFirst: rules.moderation === 'before',
    });
    const answer = page(body, refused ? statusOf[refused.kind] : 200);
    const headers = {
      ...answer.headers,
      'cache-control': 'no-store',
      ...(refused?.kind === 'too-often' ? { 'retry-after': String(refused.waitSeconds) } : {}),
    };
    return preparePage({ ...answer, headers });
  };

  return { list, write, received, receive, foreign, unreadable };
}

type Found = { edition: Edition; story: CommentedStory };

const statusOf: Record<Refused['kind'], number> = {
  closed: 403,
  faults: 400,
  stale: 400,
  'too-quick': 400,
  'too-often': 429,
  crowded: 429,
};

function prepared({ answer }: Made): Promise<PreparedPage> {
  return preparePage(answer);
}

function commented(story: CommentedStory) {
  const { lang, code, headline } = story;
  return { lang, code, headline, href: storyPath(story) };
}

/** "12.40"; null: none was said; undefined: it is no place. */
function readPlace(word: string | null): CommentPlace | null | undefined {
  if (word === null) return null;
  const [, thread, id] = /^([1-9]\d{0,14})\.([1-9]\d{0,14})$/.exec(word) ?? [];
  return thread && id ? { thread: Number(thread), id: Number(id) } : undefined;
}

function readId(word: string | null): number | null {
  return word !== null && /^[1-9]\d{0,14}$/.test(word) ? Number(word) : null;
}
