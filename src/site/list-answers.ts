/** Fronts, lists and feeds of an edition. */
import { type Edition, editionOf } from '../editions/edition.ts';
import { nextEnd } from '../fronts/fill-front.ts';
import { hubPath } from '../hub/hub-path.ts';
import { readHistories } from '../record/read-history.ts';
import { storyPath } from '../stories/story-address.ts';
import type { FeedForm, PageForm } from './address.ts';
import type { Answering, Made } from './answering.ts';
import { listCorrections } from './correction-store.ts';
import { type Feed, type FeedStory, makeFeed } from './feeds.ts';
import { readBylineName, readSubjectName } from './list-names.ts';
import { placeWord, readPlace } from './list-place.ts';
import { listStories, readTopicName } from './list-store.ts';
import { loadFront, loadPinned, readPins } from './load-front.ts';
import { correctionOf, headlineOr, listed, loadTape } from './load-pages.ts';
import { pastQuery } from './moment.ts';
import type { NamedList } from './named-list.ts';
import { noticesOf } from './notices.ts';
import type { Tag } from './page-cache.ts';
import { renderCorrections } from './pages/CorrectionsPage.tsx';
import { correctionEntry } from './pages/correction-entry.ts';
import { renderFront } from './pages/FrontPage.tsx';
import { renderCorrectionsLite, renderFrontLite, renderListLite } from './pages/ListLite.tsx';
import { renderList } from './pages/ListPage.tsx';
import { correctionsPath, listPath } from './pages/list-path.ts';
import { noticeLine } from './pages/notice-words.ts';
import { takenBackEntry } from './pages/taken-back-entry.ts';
import { type View, viewOf } from './pages/view.ts';
import type { PageAnswer } from './prepared-page.ts';
import type { PastMoment } from './public-at.ts';
import { listTakenBack } from './taken-back-store.ts';
import { readThreadName } from './thread-store.ts';
import { readStories, type WholeStory } from './whole-stories.ts';
import { wordsOf } from './words/catalogue.ts';

const listLength = 30;

/** How long feeds tell of a story that was taken back, in milliseconds. */
const toldOfMs = 14 * 86_400_000;

export async function makeFront(
  site: Answering,
  edition: Edition,
  path: string,
  moment: PastMoment | null,
  form: PageForm = 'page',
): Promise<Made> {
  const { pool } = site;
  const now = site.clock();
  const { all, pins } = await readPins(pool, edition, '', { moment, now });
  const [front, tape] = await Promise.all([
    loadFront(pool, edition, pins, moment),
    loadTape(pool, edition.lang, moment),
  ]);
  const inSections = front.sections.flatMap(({ stories }) => stories);
  const shown = [...front.stories, ...inSections, ...front.pinned, ...tape];
  const frame = await site.signed(site.frame(edition, path, moment), actIdsOf(shown));
  const answer = site.drawn(form, {
    page: () => renderFront({ ...frame, tape }, front),
    lite: () => renderFrontLite(frame, front),
  });
  return { answer, tags: frontTags(edition), keepAs: moment ? null : path, goodUntil: nextEnd(all, now) };
}

function frontTags({ lang }: Edition): Tag[] {
  return [`lists:${lang}`, `fronts:${lang}`];
}

export async function makeList(
  site: Answering,
  edition: Edition,
  named: NamedList,
  path: string,
  query: URLSearchParams,
  moment: PastMoment | null,
  form: PageForm = 'page',
): Promise<Made | null> {
  const { lang } = edition;
  const { list, slug } = named;
  const title = await nameOf(site, edition, named, moment);
  const after = readPlace(query.get('after'));
  if (!title) return null;
  if (after === undefined) return site.wrong(edition, path, wordsOf(lang).wrongText);
  const rows = await listStories(site.pool, { lang, moment, of: named, after, limit: listLength + 1 });
  const last = rows.length > listLength ? rows[listLength - 1] : undefined;
  const past = pastQuery(moment);
  const own = listPath(lang, named);
  const place = last && `after=${placeWord({ at: last.effective_at, code: last.code })}`;
  const older = place ? `${own}${past ? `${past}&` : '?'}${place}` : null;
  const stories = rows.slice(0, listLength).map((row) => listed(row, moment));
  const now = site.clock();
  const arranged =
    list === 'section' && !after ? await readPins(site.pool, edition, slug, { moment, now }) : null;
  const head = arranged && (await loadPinned(site.pool, edition, arranged.pins, moment));
  const data = { kind: list, slug, title, stories, head, newer: after ? own + past : null, older };
  const shown = [...stories, ...(head?.pinned ?? [])];
  const frame = await site.signed(site.frame(edition, path, moment), actIdsOf(shown));
  const answer = site.drawn(form, {
    page: () => renderList(frame, data),
    lite: () => renderListLite(frame, data),
  });
  const goodUntil = arranged && nextEnd(arranged.all, now);
  return { answer, tags: frontTags(edition), keepAs: after || moment ? null : path, goodUntil };
}

/** Null: there is no such list, or nothing was ever in it. */
async function nameOf(
  { pool }: Answering,
  { lang, sections }: Edition,
  { list, slug }: NamedList,
  moment: PastMoment | null = null,
): Promise<string | null> {
  switch (list) {
    case 'section':
      return sections.find((section) => section.slug === slug)?.name ?? null;
    case 'topic':
      return readTopicName(pool, lang, slug, moment);
    case 'thread':
      return readThreadName(pool, lang, slug, moment);
    case 'byline':
      return readBylineName(pool, lang, slug, moment);
    case 'subject':
      return readSubjectName(pool, lang, slug, moment);
  }
}

function actIdsOf(shown: { actId: number }[]): number[] {
  return shown.map(({ actId }) => actId);
}

/** What was corrected, clarified, set back, removed or taken back in an edition, newest first. */
export async function makeCorrections(
  site: Answering,
  edition: Edition,
  asked: string,
  query: URLSearchParams,
  form: PageForm = 'page',
): Promise<Made> {
  const { lang } = edition;
  const path = correctionsPath(lang);
  if (asked === `${path}/`) return site.redirect(path);
  const after = readPlace(query.get('after'));
  if (after === undefined) return site.wrong(edition, path, wordsOf(lang).wrongText);
  const rows = await listCorrections(site.pool, { lang, after, limit: listLength + 1 });
  const last = rows.length > listLength ? rows[listLength - 1] : undefined;
  const data = {
    corrections: rows.slice(0, listLength).flatMap((row) => correctionOf(row) ?? []),
    newer: after ? path : null,
    older: last ? `${path}?after=${placeWord({ at: last.actedAt, code: last.code })}` : null,
  };
  const shown = rows.flatMap(({ actId, shownAct }) => [actId, shownAct]);
  const frame = await site.signed(site.frame(edition, path), shown);
  const answer = site.drawn(form, {
    page: () => renderCorrections(frame, data),
    lite: () => renderCorrectionsLite(frame, data),
  });
  const isAsKept = form === 'lite' || asked === path;
  return { answer, tags: [`lists:${lang}`], keepAs: after || !isAsKept ? null : asked };
}

export async function makeFeedOf(
  site: Answering,
  edition: Edition,
  { of, form }: { of: 'edition' | 'corrections' | NamedList; form: FeedForm },
): Promise<Made | null> {
  const feed =
    of === 'corrections'
      ? await loadCorrectionsFeed(site, edition)
      : await loadFeed(site, edition, of === 'edition' ? null : of);
  if (!feed) return null;
  return {
    answer: feedAnswer(site, form, feed),
    tags: [`lists:${edition.lang}`],
    keepAs: `${feed.path.replace(/\/$/, '')}/feed.${form}`,
  };
}

/**
 * The feed of a list that is not there any more, with nothing in it: for those who followed it while it was. Whoever asks for its
 * address gets 404, as for any list that never was.
 */
export function makeEmptyFeed(site: Answering, edition: Edition, of: NamedList, form: FeedForm): PageAnswer {
  const { lang, agency, tagline } = edition;
  const frame = feedFrame(site, edition, listPath(lang, of));
  return feedAnswer(site, form, { ...frame, title: agency, description: tagline, stories: [] });
}

function feedAnswer({ headers }: Answering, form: FeedForm, feed: Feed): PageAnswer {
  const made = makeFeed(form, feed);
  return { ...made, headers: { ...headers.page, ...made.headers } };
}

/** Of the whole edition, or of one of its lists; null: there is no such list, and nothing was taken back in it of late. */
async function loadFeed(site: Answering, edition: Edition, of: NamedList | null): Promise<Feed | null> {
  const { lang, agency, tagline } = edition;
  const name = of && (await nameOf(site, edition, of));
  const since = new Date(site.clock().getTime() - toldOfMs);
  const gone = await listTakenBack(site.pool, lang, of, { since, limit: listLength });
  // A list whose last story was taken back has no name any more; whoever follows it is told of that all the same.
  const isNameless = of !== null && name === null;
  if (isNameless && gone.length === 0) return null;
  const path = of ? listPath(lang, of) : `/${lang}/`;
  const rows = isNameless ? [] : await readStories(site.pool, lang, listLength, of);
  const stories = await feedStories(site, edition, path, rows);
  const view = viewOf(site.frame(edition, path));
  return {
    ...feedFrame(site, edition, path),
    title: name ? `${name} – ${agency}` : agency,
    description: tagline,
    stories: [...stories, ...gone.map((one) => takenBackEntry(view, one))],
  };
}

/** Stories as feeds have them, with what readers are told of each in its own language. `path`: of the list's page. */
export async function feedStories(
  site: Pick<Answering, 'pool' | 'frame'>,
  edition: Edition,
  path: string,
  rows: WholeStory[],
): Promise<FeedStory[]> {
  const { agency } = site.frame(edition, path);
  const langs = new Set(rows.map(({ lang }) => lang));
  const views = new Map(
    [...langs].map((lang) => [lang, viewOf(site.frame(editionOf(agency, lang) ?? edition, path))]),
  );
  const histories = await readHistories(
    site.pool,
    rows.map(({ storyId }) => storyId),
  );
  return rows.map(({ fields, lang, ...row }) => ({
    ...fields,
    id: `/${row.code}`,
    lang,
    headline: headlineOr(lang, fields.headline),
    href: storyPath({ lang, code: row.code, headline: fields.headline }),
    at: row.effective_at,
    changedAt: row.updated_at ?? row.effective_at,
    told: noticesOf(histories.get(row.storyId) ?? []).map((notice) =>
      noticeLine(views.get(lang) as View, notice),
    ),
  }));
}

async function loadCorrectionsFeed(site: Answering, edition: Edition): Promise<Feed> {
  const { lang, agency } = edition;
  const { record } = wordsOf(lang);
  const path = correctionsPath(lang);
  const view = viewOf(site.frame(edition, path));
  const rows = await listCorrections(site.pool, { lang, after: null, limit: listLength });
  const stories = rows
    .flatMap((row) => correctionOf(row) ?? [])
    .map((correction) => correctionEntry(view, correction));
  const title = record.correctionsFeed(agency);
  return { ...feedFrame(site, edition, path), title, description: record.correctionsText, stories };
}

function feedFrame({ publicUrl, machines }: Answering, { lang, dir }: Edition, path: string) {
  return { lang, dir, publicUrl, path, hub: hubPath, whole: machines.feeds === 'full' };
}
