/** `/{lang}/search/feed.xml`, `.atom`, `.json`: the newest stories that a search finds. */
import type { Edition } from '../editions/edition.ts';
import type { FeedForm } from '../site/address.ts';
import { makeFeed } from '../site/feeds.ts';
import { feedStories } from '../site/list-answers.ts';
import { renderWrong } from '../site/pages/RefusalPage.tsx';
import { type PreparedPage, preparePage } from '../site/prepared-page.ts';
import type { ReaderSite, SiteDeps } from '../site/reader-site.ts';
import { readWholeStories } from '../site/whole-stories.ts';
import { editionWords } from '../site/words/catalogue.ts';
import { type AskedSearch, readAsked, searchAddress } from './asked-search.ts';
import { type Found, findStories } from './find-stories.ts';
import { wrongSentence } from './search-page.ts';
import { TooManySearch } from './search-turns.ts';

const feedLength = 30;

export async function searchFeed(
  deps: SiteDeps,
  site: ReaderSite,
  edition: Edition,
  { form, query, signal }: { form: FeedForm; query: URLSearchParams; signal?: AbortSignal },
): Promise<{ page: PreparedPage; isWhole: boolean }> {
  const words = editionWords(edition);
  const path = `/${edition.lang}/search`;
  const asked = readAsked(deps.agency, edition, withoutPast(query));
  if (!asked.ok) return refuse(wrongSentence(words, edition, asked, asked.wrong));
  if (asked.asksNothing) return refuse(words.searching.asksNothing);
  const found = await find(asked);
  // Who reads the feed would take it that there is nothing.
  if (found.gaveUp) throw new TooManySearch();
  const feed = makeFeed(form, {
    title: words.searching.feedOf(edition.agency, asked.typed.q),
    description: edition.tagline,
    lang: edition.lang,
    dir: edition.dir,
    publicUrl: deps.publicUrl,
    path: searchAddress(path, asked),
    // Too many searches are asked for to tell of each.
    hub: null,
    whole: deps.machines.feeds === 'full',
    stories: await storiesOf(found),
  });
  const page = await preparePage({ ...feed, headers: deps.headers.page });
  return { page, isWhole: found.isWhole };

  /** Newest first, whatever the order of the page; none that only begins so: what is kept means what it says. */
  function find({ question }: Extract<AskedSearch, { ok: true }>): Promise<Found> {
    return findStories(
      deps.pool,
      { ...question, sort: 'date' },
      { after: null, limit: feedLength, widen: false, signal },
    );
  }

  async function storiesOf(found: Found) {
    const ids = found.hits.map(({ story_id }) => story_id);
    return feedStories(
      { pool: deps.pool, frame: site.frame },
      edition,
      path,
      await readWholeStories(deps.pool, ids),
    );
  }

  async function refuse(sentence: string): Promise<{ page: PreparedPage; isWhole: boolean }> {
    const page = await preparePage({
      type: 'text/html; charset=utf-8',
      status: 400,
      body: renderWrong(site.frame(edition, path), sentence),
      headers: { ...deps.headers.page, 'cache-control': 'no-store' },
    });
    return { page, isWhole: false };
  }
}

/** A feed is of what is public now. */
function withoutPast(query: URLSearchParams): URLSearchParams {
  const present = new URLSearchParams(query);
  for (const name of ['as-of', 'recorded', 'after']) present.delete(name);
  return present;
}
