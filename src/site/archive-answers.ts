/** The archive of an edition: its years, the months of one, the days of one, the stories of one day. */
import type { Edition } from '../editions/edition.ts';
import type { PageForm } from './address.ts';
import { dayIn, startOfDay } from './agency-day.ts';
import type { Answering, Made } from './answering.ts';
import {
  type ArchiveSpan,
  archiveCalendar,
  partsOf,
  readSpan,
  spanAround,
  spanOf,
  spanPath,
} from './archive-span.ts';
import { countBetween, nearestStory } from './archive-store.ts';
import { placeWord, readPlace } from './list-place.ts';
import { listStories } from './list-store.ts';
import { listed } from './load-pages.ts';
import { pastQuery } from './moment.ts';
import type { ArchivePageData } from './page-data.ts';
import { renderArchive } from './pages/ArchivePage.tsx';
import { renderArchiveLite } from './pages/ListLite.tsx';
import type { PastMoment } from './public-at.ts';
import { wordsOf } from './words/catalogue.ts';

/** Stories of a day on one page. */
const dayLength = 60;
/** Years that an archive lists: more than any agency has lived. */
const mostYears = 400;

type Asked = { date: string[]; path: string; query: URLSearchParams; moment: PastMoment | null };
export async function makeArchive(
  site: Answering,
  edition: Edition,
  { date, path, query, moment }: Asked,
  form: PageForm = 'page',
): Promise<Made> {
  const { lang } = edition;
  const span = date.length > 0 ? readSpan(edition, date) : null;
  if (date.length > 0 && !span) return site.wrong(edition, path, wordsOf(lang).around.noSuchDay);
  const ending = form === 'lite' ? '/lite' : '';
  const canonical = span ? spanPath(lang, span) : `/${lang}/archive`;
  // A day of another calendar, and another spelling, lead to the one address.
  if (path !== canonical + ending) return site.redirect(canonical + ending + pastQuery(moment));
  const after = span?.day ? readPlace(query.get('after')) : null;
  if (after === undefined) return site.wrong(edition, path, wordsOf(lang).wrongText);
  const data = await loadArchive(site, edition, { span, moment, after, path: canonical });
  const frame = await site.signed(
    site.frame(edition, canonical, moment),
    data.stories.map(({ actId }) => actId),
  );
  const isEmpty = span !== null && data.count === 0;
  const drawn = site.drawn(form, {
    page: () => renderArchive(frame, data),
    lite: () => renderArchiveLite(frame, data),
  });
  const answer = { ...drawn, status: isEmpty ? 404 : 200 };
  return { answer, tags: [`lists:${lang}`], keepAs: after || moment || isEmpty ? null : path };
}

type Wanted = {
  span: ArchiveSpan | null;
  moment: PastMoment | null;
  after: ReturnType<typeof readPlace>;
  path: string;
};

async function loadArchive(
  site: Answering,
  edition: Edition,
  { span, moment, after = null, path }: Wanted,
): Promise<ArchivePageData> {
  const none = {
    path,
    span,
    parts: [],
    stories: [],
    count: 0,
    earlier: null,
    later: null,
    newer: null,
    older: null,
  };
  if (!span) return { ...none, parts: await loadYears(site, edition, moment) };
  const { pool, agency } = site;
  const { lang } = edition;
  const starts = (day: string) => startOfDay(agency.zone, day);
  const within = { from: starts(span.first), until: starts(span.until) };
  const parts = span.day === null ? partsOf(span) : [span];
  const bounds = [...parts.map(({ first }) => starts(first)), within.until];
  const [counts, before, behind, rows] = await Promise.all([
    countBetween(pool, { lang, moment, bounds }),
    nearestStory(pool, { lang, moment, at: within.from, side: 'before' }),
    nearestStory(pool, { lang, moment, at: within.until, side: 'from' }),
    span.day === null ? [] : listStories(pool, { lang, moment, within, after, limit: dayLength + 1 }),
  ]);
  const around = (at: Date | null) => at && spanAround(dayIn(agency.zone, at), span);
  const last = rows.length > dayLength ? rows[dayLength - 1] : undefined;
  const past = pastQuery(moment);
  return {
    ...none,
    parts: span.day === null ? parts.map((one, at) => ({ span: one, stories: counts[at] ?? 0 })) : [],
    stories: rows.slice(0, dayLength).map((row) => listed(row, moment)),
    count: counts.reduce((sum, one) => sum + one, 0),
    earlier: around(before),
    later: around(behind),
    newer: after ? path + past : null,
    older: last
      ? `${path}${past ? `${past}&` : '?'}after=${placeWord({ at: last.effective_at, code: last.code })}`
      : null,
  };
}

/** Years that have stories, the newest first; the index is asked once for each. */
async function loadYears(
  { pool, agency }: Answering,
  edition: Edition,
  moment: PastMoment | null,
): Promise<ArchivePageData['parts']> {
  const calendar = archiveCalendar(edition);
  const years: ArchivePageData['parts'] = [];
  let at: Date | null = new Date('2201-01-01T00:00:00Z');
  while (at && years.length < mostYears) {
    const newest: Date | null = await nearestStory(pool, { lang: edition.lang, moment, at, side: 'before' });
    const around = newest && spanAround(dayIn(agency.zone, newest), { calendar, month: null, day: null });
    const year = around && spanOf(calendar, around.year);
    if (!year) break;
    years.push({ span: year, stories: null });
    at = startOfDay(agency.zone, year.first);
  }
  return years;
}
