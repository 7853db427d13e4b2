/** A story's history, and the comparison of two of its versions. */
import type { Edition } from '../editions/edition.ts';
import { type ActInHistory, readHistory, type StoryState } from '../record/read-history.ts';
import { readBylines, readVersion } from '../record/version-store.ts';
import { fieldNames } from '../stories/story.ts';
import { storyPath } from '../stories/story-address.ts';
import type { PageForm } from './address.ts';
import type { Answering, Made } from './answering.ts';
import { compareVersions } from './compare-versions.ts';
import { headlineOr } from './load-pages.ts';
import { renderComparison, renderComparisonLite } from './pages/ComparisonPage.tsx';
import { renderHistory, renderHistoryLite } from './pages/HistoryPage.tsx';
import { comparePath, historyPath } from './pages/list-path.ts';
import { inForm } from './pages/lite-path.ts';
import type { HistoryPageData, TombstoneData } from './record-data.ts';
import { editionWords } from './words/catalogue.ts';
import { digits } from './words/dates.ts';

/** In another language the reader is sent to the story's own. */
export async function makeHistory(
  site: Answering,
  edition: Edition,
  state: StoryState,
  { lang, form }: { lang: string; form: PageForm },
  query: URLSearchParams,
): Promise<Made | null> {
  const [from, to] = [query.get('from'), query.get('to')];
  const path = historyPath(state);
  const acts = await readHistory(site.pool, state.storyId);
  const versions = acts
    .filter(({ madeVersion }) => madeVersion)
    .map(({ version, effectiveAt: at }) => ({ version, at }));
  const newest = versions.at(-1)?.version;
  if (newest === undefined) return null;
  if (lang !== state.lang) {
    const asked = [...query].filter(([name]) => name === 'from' || name === 'to');
    return site.redirect(inForm(form, asked.length > 0 ? `${path}?${new URLSearchParams(asked)}` : path));
  }
  if (from !== null || to !== null) return makeComparison(site, edition, state, { from, to, versions }, form);
  const version = await readVersion(site.pool, state.storyId, newest);
  const headline = version?.fields.headline ?? '';
  const shown = {
    versions,
    tombstone: null,
    headline: headlineOr(lang, headline),
    href: storyPath({ ...state, headline }),
    credit: version?.fields.credit ?? '',
    bylines: await readBylines(site.pool, state.storyId),
  };
  const data = loadHistory(state, acts, shown);
  const frame = await site.signed(site.frame(edition, path), actIdsOf(acts));
  const answer = site.drawn(form, {
    page: () => renderHistory(frame, data),
    lite: () => renderHistoryLite(frame, data),
  });
  return { answer, tags: [`story:${state.code}`], keepAs: inForm(form, path) };
}

export function actIdsOf(acts: ActInHistory[]): number[] {
  return acts.slice(-1).map(({ actId }) => actId);
}

/** `shown` without a headline: readers do not get the story. */
export function loadHistory(
  { code, lang }: StoryState,
  acts: ActInHistory[],
  shown: {
    versions: HistoryPageData['versions'];
    tombstone: TombstoneData | null;
    headline?: string;
    href?: string;
    credit?: string;
    /** By version. */
    bylines?: ReadonlyMap<number, string>;
  },
): HistoryPageData {
  const { tombstone, versions, headline = null, href = `/${code}`, credit = '', bylines } = shown;
  const told = acts.map((act) => ({
    ...act,
    ...(tombstone && act.leafIndex !== tombstone.leafIndex ? { note: '', noteGap: null } : {}),
    of: acts.find(({ actId }) => actId === act.withdraws)?.effectiveAt ?? null,
    statedBy: credit,
    byline: bylines?.get(act.version) ?? '',
  }));
  return { code, lang, href, headline, tombstone, acts: told.reverse(), versions };
}

/** 400 where one of the two is no version of the story. Where one is not said, the other goes with its neighbour. */
async function makeComparison(
  site: Answering,
  edition: Edition,
  state: StoryState,
  asked: { from: string | null; to: string | null; versions: HistoryPageData['versions'] },
  form: PageForm,
): Promise<Made> {
  const { versions } = asked;
  const newest = versions.length;
  const to = asked.to === null ? newest : readNumber(asked.to);
  const from = asked.from === null ? Math.max(1, to - 1) : readNumber(asked.from);
  const [older, newer] = await Promise.all(
    [from, to].map((version) => (version > 0 ? readVersion(site.pool, state.storyId, version) : null)),
  );
  if (!older || !newer) {
    const words = editionWords(edition);
    return site.wrong(edition, historyPath(state), words.record.wrongVersions(digits(words, newest)));
  }
  const sectionName = (slug: string) => edition.sections.find((one) => one.slug === slug)?.name ?? slug;
  const differences = compareVersions(older, newer, { lang: state.lang, sectionName });
  const changed = new Set(differences.map(({ field }) => field));
  const data = {
    ...state,
    from: { version: from, at: older.effectiveAt },
    to: { version: to, at: newer.effectiveAt },
    differences,
    unchanged: fieldNames.filter((field) => !changed.has(field)),
    versions,
  };
  const path = comparePath(state, from, to);
  const shown = [older, newer].flatMap(({ actId, gaps }) => [actId, ...gaps.map((gap) => gap.actId)]);
  const frame = await site.signed(site.frame(edition, path), shown);
  const answer = site.drawn(form, {
    page: () => renderComparison(frame, data),
    lite: () => renderComparisonLite(frame, data),
  });
  return { answer, tags: [`story:${state.code}`], keepAs: inForm(form, path) };
}

/** A whole number from 1 on in its one spelling, else 0. */
function readNumber(word: string): number {
  return /^[1-9]\d{0,8}$/.test(word) ? Number(word) : 0;
}
