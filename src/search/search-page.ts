/** `/{lang}/search`, and its `/lite`: reads what is asked, asks, and draws. What cannot be asked is said in the reader's language. */

import type { Agency, Edition } from '../editions/edition.ts';
import { datesOf } from '../editions/edition-dates.ts';
import type { PageForm } from '../site/address.ts';
import { listed } from '../site/load-pages.ts';
import type { SearchPageData } from '../site/page-data.ts';
import { renderSearchLite } from '../site/pages/SearchLite.tsx';
import { renderSearch } from '../site/pages/SearchPage.tsx';
import { type PreparedPage, preparePage } from '../site/prepared-page.ts';
import type { ReaderSite, SiteDeps } from '../site/reader-site.ts';
import { editionWords, type Words } from '../site/words/catalogue.ts';
import { shortDayWords } from '../site/words/dates.ts';
import { type AskedSearch, readAsked, searchAddress, type Wrong } from './asked-search.ts';
import { type Found, findStories } from './find-stories.ts';
import type { Hit } from './hit-snippets.ts';
import { readQuestionIn } from './read-question.ts';
import { readSearchPlace } from './search-place.ts';
import { searchInTurn } from './search-turns.ts';
import { offerSpelling } from './spelling-offer.ts';
import { withinTime } from './timed-transaction.ts';
import { exampleDay, isUnderstood, readTypedDay } from './typed-day.ts';

const pageLength = 20;

/** A question that found less is offered another spelling. */
const fewHits = 3;

/** @returns the page, and whether it tells all there is: of the newest stories alone another try may tell more. */
export async function searchPage(
  deps: SiteDeps,
  site: ReaderSite,
  edition: Edition,
  query: URLSearchParams,
  { form = 'page', signal }: { form?: PageForm; signal?: AbortSignal } = {},
): Promise<{ page: PreparedPage; isWhole: boolean }> {
  const { agency } = deps;
  const asked = readAsked(agency, edition, query);
  const { isWhole, ...data } = await answer(deps, edition, asked, { afterWord: query.get('after'), signal });
  const shown = [...data.hits, ...(data.widened?.hits ?? [])].map(({ actId }) => actId);
  const frame = await site.signed(site.frame(edition, `/${edition.lang}/search`, asked.moment), shown);
  const page = await preparePage({
    type: 'text/html; charset=utf-8',
    status: data.wrong === null ? 200 : 400,
    body: form === 'lite' ? renderSearchLite(frame, data) : renderSearch(frame, data),
    headers: { ...deps.headers[form], 'cache-control': 'no-store' },
  });
  return { page, isWhole: data.wrong === null && isWhole };
}

async function answer(
  deps: SiteDeps,
  edition: Edition,
  asked: AskedSearch,
  { afterWord, signal }: { afterWord: string | null; signal: AbortSignal | undefined },
): Promise<SearchPageData & { isWhole: boolean }> {
  const words = editionWords(edition);
  const page = { ...emptyPage(edition, asked), isWhole: true };
  if (!asked.ok) return { ...page, wrong: wrongSentence(words, edition, asked, asked.wrong) };
  const after = readSearchPlace(afterWord, asked.question.sort);
  if (after === undefined) return { ...page, wrong: words.wrongText };
  if (asked.asksNothing) return page;
  const found = await findStories(deps.pool, asked.question, { after, limit: pageLength, signal });
  const path = `/${edition.lang}/search`;
  const total = found.total.count + (found.widened?.total.count ?? 0);
  const isOffered = total < fewHits && !found.gaveUp && !after;
  return {
    ...page,
    ...found.total,
    count: found.gaveUp ? null : found.total.count,
    // Spellings are learnt a little after the act that brings them.
    isWhole: found.isWhole && !isOffered,
    hits: shownHits(found.hits, asked),
    widened: found.widened && { ...found.widened, hits: shownHits(found.widened.hits, asked) },
    first: after ? searchAddress(path, asked) : null,
    next: found.next && searchAddress(path, asked, found.next),
    remarks: remarksOn(deps.agency, words, found, asked.question.question.cut),
    offer: isOffered ? await offerOf(deps, edition, asked, total) : null,
    feed: asked.moment ? null : searchAddress('', asked),
  };
}

function shownHits(hits: Hit[], { moment }: AskedSearch): SearchPageData['hits'] {
  return hits.map((hit) => ({ ...listed(hit, moment), snippet: hit.snippet }));
}

function emptyPage(edition: Edition, { typed, moment }: AskedSearch): SearchPageData {
  const { from, to, ...others } = typed;
  const dates = datesOf(edition);
  const isGregorian = dates.calendar === 'gregory' && dates.beside === null;
  const days = (text: string) => (isGregorian && text ? readTypedDay(text, edition) : null);
  const sorted = (sort: '' | 'relevance') =>
    searchAddress(`/${edition.lang}/search`, { typed: { ...typed, sort }, moment });
  return {
    typed: { ...others, from: days(from)?.first ?? from, to: days(to)?.last ?? to },
    dayField: isGregorian ? 'date' : 'text',
    dayExample: exampleDay(dates),
    orders: { date: sorted(''), relevance: sorted('relevance') },
    count: null,
    more: false,
    hits: [],
    widened: null,
    first: null,
    next: null,
    remarks: [],
    offer: null,
    feed: null,
    wrong: null,
  };
}

/** What a reader should know about how the question was answered. */
function remarksOn(agency: Agency, words: Words, found: Found, cut: boolean): string[] {
  const { searching } = words;
  const since = found.since && shortDayWords(words, agency.zone, found.since);
  return [
    ...(cut ? [searching.cut] : []),
    ...(found.gaveUp ? [searching.gaveUp] : since ? [searching.sinceOnly(since)] : []),
    ...(found.isCommon ? [searching.common] : []),
  ];
}

/** Longest that another spelling may be looked for, in milliseconds. */
const offerMs = 60;

/** Another spelling that does find more; null: there is none, or none was found in time. */
async function offerOf(
  { pool, agency }: SiteDeps,
  edition: Edition,
  asked: Extract<AskedSearch, { ok: true }>,
  total: number,
): Promise<{ text: string; href: string } | null> {
  const { question, langs } = asked.question;
  const lang = langs.includes(edition.lang) ? edition.lang : (langs[0] ?? edition.lang);
  const text = await searchInTurn(() =>
    withinTime(pool, { patienceMs: offerMs }, async (db) => {
      const [reading] = await readQuestionIn(db, [lang], question);
      return reading ? offerSpelling(db, reading, question) : null;
    }),
  );
  if (!text) return null;
  const query = new URLSearchParams({ ...asked.typed, q: text });
  const other = readAsked(agency, edition, query);
  if (!other.ok) return null;
  const found = await findStories(
    pool,
    { ...other.question, moment: asked.moment },
    { after: null, limit: 1 },
  );
  if (found.total.count <= total) return null;
  return {
    text,
    href: searchAddress(`/${edition.lang}/search`, { typed: other.typed, moment: asked.moment }),
  };
}

export function wrongSentence(words: Words, edition: Edition, { typed }: AskedSearch, wrong: Wrong): string {
  const { searching } = words;
  switch (wrong) {
    case 'moment':
      return words.past.wrong;
    case 'from':
    case 'to': {
      const why = isUnderstood(typed[wrong], edition) ? searching.wrongDay : searching.unreadDay;
      return `${why(typed[wrong])} ${searching.day(exampleDay(datesOf(edition)))}`;
    }
    case 'order':
      return searching.wrongOrder;
    case 'code':
      return searching.wrongCode(typed.code);
    case 'lang':
      return searching.wrongEdition(typed.lang);
    case 'sort':
    case 'place':
      return words.wrongText;
  }
}
