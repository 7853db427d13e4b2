/** The reader's site: from an address to a prepared page. */
import { type Edition, editionOf } from '../editions/edition.ts';
import { readHistory, readStoryState, type StoryState } from '../record/read-history.ts';
import { readPublicStory } from '../record/version-store.ts';
import { type Address, parseAddress, type StoryAddress } from './address.ts';
import { answeringOf, type Made, type SiteDeps } from './answering.ts';
import { makeHistory } from './history-answers.ts';
import { makeCorrections, makeFeedOf, makeFront, makeList } from './list-answers.ts';
import type { Frame } from './page-data.ts';
import { renderNotFound } from './pages/RefusalPage.tsx';
import { type PreparedPage, preparePage } from './prepared-page.ts';
import { makeRendition, makeStory, makeVersion, pathOf } from './story-answers.ts';
import { makeWithheld } from './withheld-answers.ts';

export type { SiteDeps } from './answering.ts';

export type ReaderSite = {
  /** Answers a path with its query. Redirects, refusals and pages alike. */
  answer: (path: string, query: URLSearchParams) => Promise<PreparedPage>;
  notFound: () => Promise<PreparedPage>;
  frame: (edition: Edition, path: string) => Frame;
};

export function readerSite(deps: SiteDeps): ReaderSite {
  const site = answeringOf(deps);
  const { pool, agency, cache, frame, page, redirect } = site;

  // The same bytes for whatever is not there, so that nothing can be told from them.
  // Made once a day, for the masthead prints it: whoever asks for what is not there costs next to nothing.
  let absent: { day: string; page: Promise<PreparedPage> } | null = null;
  const notFound = () => {
    const home = frame(site.homeEdition, '/');
    if (absent?.day !== home.today)
      absent = { day: home.today, page: preparePage(page(renderNotFound(home), 404)) };
    return absent.page;
  };

  const answer = async (path: string, query: URLSearchParams): Promise<PreparedPage> => {
    const address = parseAddress(path);
    const known = address && !asksByQuery(address, query) ? cache.get(path) : undefined;
    if (known) return known;
    const { moment } = cache;
    const made = address ? await make(address, path, query) : null;
    if (!made) return notFound();
    const prepared = await preparePage(made.answer);
    if (made.keepAs !== null) cache.put(made.keepAs, prepared, made.tags, moment);
    return prepared;
  };

  const make = async (address: Address, path: string, query: URLSearchParams): Promise<Made | null> => {
    if (address.kind === 'root') return redirect(`/${site.homeEdition.lang}/`);
    if ('lang' in address && !editionOf(agency, address.lang)) return null;
    if ('code' in address) return makeOfStory(address, path, query);
    const edition = editionOf(agency, address.lang) as Edition;
    switch (address.kind) {
      case 'edition':
        return redirect(`/${edition.lang}/`);
      case 'front':
        return makeFront(site, edition, path);
      case 'feed':
        return makeFeedOf(site, edition, address);
      case 'corrections':
        return makeCorrections(site, edition, path, query);
      case 'list':
        return makeList(site, edition, address, path, query);
    }
  };

  const makeOfStory = async (
    address: StoryAddress,
    path: string,
    query: URLSearchParams,
  ): Promise<Made | null> => {
    const state = await readStoryState(pool, address.code);
    const edition = state && editionOf(agency, state.lang);
    if (!state || !edition) return null;
    if (state.state !== 'public') {
      const acts = await readHistory(pool, state.storyId);
      // Where an act came between two questions, the first one is asked again.
      if (acts.at(-1)?.state === 'public') return makeOfStory(address, path, query);
      return makeWithheld(site, edition, state, acts, address, path);
    }
    return makeOfPublicStory(edition, state, address, path, query);
  };

  const makeOfPublicStory = async (
    edition: Edition,
    state: StoryState,
    address: StoryAddress,
    path: string,
    query: URLSearchParams,
  ): Promise<Made | null> => {
    if (address.kind === 'version') return makeVersion(site, edition, state, address);
    if (address.kind === 'history') return makeHistory(site, edition, state, address, query);
    const row = await readPublicStory(pool, address.code);
    if (!row) return makeOfStory(address, path, query);
    switch (address.kind) {
      case 'code':
        return redirect(pathOf(row));
      case 'rendition':
        return makeRendition(site, edition, row, address.form);
      case 'story':
        return makeStory(site, edition, row, address, path);
    }
  };

  return { answer, notFound, frame };
}

/** Only a list's later pages and a comparison ask by query: whatever else stands there ("?utm=…") changes nothing. */
function asksByQuery(address: Address, query: URLSearchParams): boolean {
  if (address.kind === 'history') return query.has('from') || query.has('to');
  return (address.kind === 'list' || address.kind === 'corrections') && query.has('after');
}
