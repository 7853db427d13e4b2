/** `/{lang}/search`: reads the question, asks, and draws. A wrong date is said in the reader's language. */
import type { Edition } from '../editions/edition.ts';
import { dayAfter, isDay, startOfDay } from '../site/agency-day.ts';
import { placeWord, readPlace } from '../site/list-place.ts';
import { listed } from '../site/load-pages.ts';
import { momentWord, readMoment } from '../site/moment.ts';
import type { SearchPageData } from '../site/page-data.ts';
import { renderSearch } from '../site/pages/SearchPage.tsx';
import { type PreparedPage, preparePage } from '../site/prepared-page.ts';
import type { ReaderSite, SiteDeps } from '../site/reader-site.ts';
import { wordsOf } from '../site/words/catalogue.ts';
import { searchStories } from './search-store.ts';

const longestQuery = 200;
const pageLength = 20;

export async function searchPage(
  deps: SiteDeps,
  site: ReaderSite,
  edition: Edition,
  asked: URLSearchParams,
): Promise<PreparedPage> {
  const { agency, pool } = deps;
  const query = clean(asked.get('q')).slice(0, longestQuery);
  const [from, to, topic] = [clean(asked.get('from')), clean(asked.get('to')), clean(asked.get('topic'))];
  const path = `/${edition.lang}/search`;
  const page: SearchPageData = {
    query,
    from,
    to,
    topic,
    count: null,
    more: false,
    hits: [],
    newer: null,
    older: null,
    wrong: null,
  };
  const after = readPlace(asked.get('after'));
  const past = readMoment(asked, agency.zone);
  const moment = past.ok ? past.moment : null;
  const wrong = !past.ok || [from, to].some((day) => day && !isDay(day)) || after === undefined;
  if (!past.ok) page.wrong = wordsOf(edition.lang).past.wrong;
  else if (wrong) page.wrong = wordsOf(edition.lang).wrongText;
  else if (query || from || to || topic) {
    const found = await searchStories(pool, {
      lang: edition.lang,
      query,
      from: from ? startOfDay(agency.zone, from) : null,
      to: to ? startOfDay(agency.zone, dayAfter(to)) : null,
      // Readers type a topic's name; its slug is that name with hyphens.
      topic: topic.toLowerCase().replace(/\s+/g, '-'),
      moment,
      after,
      limit: pageLength + 1,
    });
    const last = found.hits.length > pageLength ? found.hits[pageLength - 1] : undefined;
    const shown = {
      q: query,
      from,
      to,
      topic,
      ...(moment ? Object.fromEntries([momentWord(moment)]) : {}),
    };
    const address = (place?: string) => {
      const said = Object.entries(place ? { ...shown, after: place } : shown).filter(([, value]) => value);
      return `${path}?${new URLSearchParams(said)}`;
    };
    page.count = found.count;
    page.more = found.more;
    page.hits = found.hits
      .slice(0, pageLength)
      .map((hit) => ({ ...listed(hit, moment), snippet: hit.snippet }));
    page.newer = after ? address() : null;
    page.older = last ? address(placeWord({ at: last.effective_at, code: last.code })) : null;
  }
  const shown = page.hits.map(({ actId }) => actId);
  const body = renderSearch(await site.signed(site.frame(edition, path, moment), shown), page);
  const headers = { ...deps.headers.page, 'cache-control': 'no-store' };
  return preparePage({ type: 'text/html; charset=utf-8', status: wrong ? 400 : 200, body, headers });
}

function clean(text: string | null): string {
  return (text ?? '').replaceAll('\0', '').toWellFormed().trim();
}
