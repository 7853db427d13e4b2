/** A story's own pages: as it is now in each of its forms, and one of its versions. */
import { loadStoryComments } from '../comments/shown-comments.ts';
import { plainPages } from '../editions/agency-pages.ts';
import type { Edition } from '../editions/edition.ts';
import { drawStoryCard } from '../machines/story-card.ts';
import { askAgainSeconds, drawInTurn } from '../pictures/draw-in-turn.ts';
import type { StoryState } from '../record/read-history.ts';
import { type PublicStory, readVersionTimes } from '../record/version-store.ts';
import { addressWords, storyPath } from '../stories/story-address.ts';
import { ninjsOf } from '../wire/ninjs.ts';
import type { PageForm, StoryForm } from './address.ts';
import type { Answering, Made } from './answering.ts';
import { headlineOr, loadStory, loadVersion } from './load-pages.ts';
import { mementoHeaders, originalLinks } from './memento.ts';
import type { Tag } from './page-cache.ts';
import type { Frame, StoryPageData } from './page-data.ts';
import { versionPath, zonesPath } from './pages/list-path.ts';
import { inForm } from './pages/lite-path.ts';
import { renderStoryLite } from './pages/StoryLite.tsx';
import { renderStoryPage } from './pages/StoryPage.tsx';
import { renderStoryPrint } from './pages/StoryPrint.tsx';
import { renderStoryText } from './pages/story-plain.ts';
import { renderVersion } from './pages/VersionPage.tsx';
import { viewOf } from './pages/view.ts';
import { renderZones, renderZonesLite } from './pages/ZonesPage.tsx';
import type { PageAnswer } from './prepared-page.ts';
import type { PastMoment } from './public-at.ts';
import { seenQuery } from './reader-zone.ts';

export async function makeStory(
  site: Answering,
  edition: Edition,
  row: PublicStory,
  asked: { lang: string; words: string | null; form: StoryForm },
  path: string,
  moment: PastMoment | null,
  /** Whether a page of the past stands at the story's present address. */
  stays: boolean,
  /** The zone whose times the reader wants beside the agency's. */
  there: string | null,
): Promise<Made | null> {
  const canonical = pathOf(row);
  const meant = formMeant(row, asked);
  if (meant) {
    const moved = site.redirect(`${canonical}/${meant}${seenQuery(moment, there)}`);
    return withLinks(site, row.code, { ...moved, answer: { ...moved.answer, status: 301 } });
  }
  const ending = asked.form === 'page' ? '' : `/${asked.form}`;
  const isPast = stays && asked.lang === row.lang;
  if (path !== canonical + ending && !isPast) {
    // The same words in another spelling of the percent signs are these words.
    const sameWords = asked.lang === row.lang && asked.words === addressWords(row.fields.headline);
    if (!sameWords || path.endsWith('/'))
      return withLinks(site, row.code, site.redirect(canonical + ending + seenQuery(moment, there)));
  }
  const words = await loadStory(site.pool, site.agency, row, moment);
  const story = { ...words, comments: moment ? null : await loadStoryComments(site, row.code) };
  const frame = await site.signed(
    site.frame(edition, isPast ? path : canonical + ending, moment),
    story.actIds,
  );
  const answer = await drawForm(site, { ...frame, there }, story, asked.form);
  if (!answer) return null;
  // One spelling is kept: an address has thousands in percent signs.
  const isWhole = answer.status !== 503;
  const keepAs = path === canonical + ending && !moment && !there && isWhole ? path : null;
  if (asked.form !== 'card.png' && !moment) answer.readOf = row.code;
  return withLinks(site, row.code, { answer, tags: storyTags(site, row), keepAs });
}

/** `/en/271032/print` leaves the words out and means the form, but for a story whose words are these. Null: no such slip. */
function formMeant(
  { fields }: PublicStory,
  { words, form }: { words: string | null; form: StoryForm },
): PageForm | 'print' | null {
  const isForm = form === 'page' && (words === 'print' || words === 'lite');
  return isForm && addressWords(fields.headline) !== words ? words : null;
}

/** Null: there is no face for the letters of the card. */
async function drawForm(
  site: Answering,
  frame: Frame,
  story: StoryPageData,
  form: StoryForm,
): Promise<PageAnswer | null> {
  switch (form) {
    case 'page':
      return {
        ...site.page(renderStoryPage(frame, story)),
        headers: site.headers[frame.moment ? 'page' : 'proof'],
      };
    case 'print':
      return site.page(renderStoryPrint(frame, story));
    case 'lite':
      return site.lite(renderStoryLite(frame, story));
    case 'card.png': {
      const drawing = drawInTurn(() => drawStoryCard(viewOf(frame), story));
      if (!drawing) return { ...site.page(''), status: 503, headers: laterHeaders(site) };
      const body = await drawing;
      // Shown in other sites' pages: that is what it is for.
      const headers = { ...site.headers.page, 'cross-origin-resource-policy': 'cross-origin' };
      return body && { type: 'image/png', body, headers };
    }
  }
}

/** Too many pictures are waited for. */
function laterHeaders({ headers }: Answering): Record<string, string> {
  return { ...headers.page, 'retry-after': String(askAgainSeconds), 'cache-control': 'no-store' };
}

/** The zones in which its times can be had. In another language the reader is sent to the story's own. */
export async function makeZones(
  site: Answering,
  edition: Edition,
  row: PublicStory,
  { lang, form }: { lang: string; form: PageForm },
): Promise<Made> {
  const path = zonesPath(row);
  if (lang !== row.lang) return site.redirect(inForm(form, path));
  const headline = headlineOr(row.lang, row.fields.headline);
  const story = { code: row.code, href: pathOf(row), headline, at: row.effective_at };
  const frame = await site.signed(site.frame(edition, path), [row.act_id]);
  const answer = site.drawn(form, {
    page: () => renderZones(frame, story),
    lite: () => renderZonesLite(frame, story),
  });
  return { answer, tags: [`story:${row.code}`], keepAs: inForm(form, path) };
}

export async function makeRendition(
  site: Answering,
  edition: Edition,
  row: PublicStory,
  form: 'txt' | 'json',
  moment: PastMoment | null,
): Promise<Made> {
  const story = await loadStory(site.pool, site.agency, row, moment);
  const frame = await site.signed(site.frame(edition, story.href, moment), story.actIds);
  const answer: PageAnswer =
    form === 'txt'
      ? { type: 'text/plain; charset=utf-8', body: renderStoryText(frame, story) }
      : { type: 'application/json; charset=utf-8', body: JSON.stringify(ninjsOf(frame, story)) };
  return withLinks(site, row.code, {
    answer: { ...answer, headers: site.headers.page },
    tags: storyTags(site, row),
    keepAs: moment ? null : `/${row.code}.${form}`,
  });
}

/** In another language the reader is sent to the story's own. Null where there is no such version. */
export async function makeVersion(
  site: Answering,
  edition: Edition,
  state: StoryState,
  { lang, version }: { lang: string; version: number },
): Promise<Made | null> {
  const story = await loadVersion(site.pool, site.agency, state, version);
  if (!story) return null;
  const path = versionPath(state, version);
  if (lang !== state.lang) return site.redirect(path);
  const frame = await site.signed(undressed(site, site.frame(edition, path)), story.actIds);
  const answer = site.page(renderVersion(frame, story));
  const list = await readVersionTimes(site.pool, state.storyId);
  const memento = mementoHeaders({ publicUrl: site.publicUrl, ...state, list }, version);
  answer.headers = { ...answer.headers, ...memento };
  return { answer, tags: [`story:${state.code}`], keepAs: path };
}

/** Without what an agency may put on and off: a version's page keeps its bytes. */
function undressed({ assets }: Answering, frame: Frame): Frame {
  return { ...frame, logo: null, pages: plainPages, assets: { ...frame.assets, css: assets.plainCss } };
}

/** Tells programs that travel in time where the story's past is (RFC 7089). */
export function withLinks({ publicUrl }: Answering, code: number, made: Made): Made {
  const headers = { ...made.answer.headers, link: originalLinks({ publicUrl, code }) };
  return { ...made, answer: { ...made.answer, headers } };
}

/**
 * A story page shows its own words, its translations' headlines and the newest of its section. A translation may come, or
 * come back, in any edition.
 */
function storyTags({ agency }: Answering, row: PublicStory): Tag[] {
  const editions = row.translation_group ? agency.editions.map(({ lang }) => lang) : [row.lang];
  return [`story:${row.code}`, ...editions.map((lang): Tag => `lists:${lang}`)];
}

export function pathOf(row: PublicStory): string {
  return storyPath({ lang: row.lang, code: row.code, headline: row.fields.headline });
}
