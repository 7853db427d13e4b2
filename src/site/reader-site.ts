/** The reader's site: from an address to a prepared page. */
import { type Edition, editionOf, editionOfPath } from '../editions/edition.ts';
import { readStoryAt } from '../record/read-as-of.ts';
import { readHistory, readStoryState, type StoryState } from '../record/read-history.ts';
import { type PublicStory, readPublicStory } from '../record/version-store.ts';
import { addressWords } from '../stories/story-address.ts';
import { findStoryByCode } from '../stories/story-store.ts';
import { type Address, parseAddress, type StoryAddress } from './address.ts';
import { makeAgencyPage, makeOffline } from './agency-answers.ts';
import { answeringOf, type Made, type SiteDeps } from './answering.ts';
import { makeArchive } from './archive-answers.ts';
import { makeHistory } from './history-answers.ts';
import { makeCorrections, makeEmptyFeed, makeFeedOf, makeFront, makeList } from './list-answers.ts';
import { type Asked, pastQuery, readMoment } from './moment.ts';
import { oneSpelling } from './one-spelling.ts';
import type { Frame } from './page-data.ts';
import { renderNotFound, renderNotYet } from './pages/RefusalPage.tsx';
import { type PreparedPage, preparePage } from './prepared-page.ts';
import type { PastMoment } from './public-at.ts';
import { readZone } from './reader-zone.ts';
import { makeRendition, makeStory, makeVersion, makeZones, pathOf, withLinks } from './story-answers.ts';
import { makeWithheld } from './withheld-answers.ts';
import { wordsOf } from './words/catalogue.ts';

export type { SiteDeps } from './answering.ts';

export type ReaderSite = {
  /** Answers a path with its query. Redirects, refusals and pages alike. */
  answer: (path: string, query: URLSearchParams) => Promise<PreparedPage>;
  /** What those are sent who follow a list's feed that is not there any more; null: the path is of no such feed. */
  emptyFeed: (path: string) => Promise<PreparedPage | null>;
  /** 404 in the language of the edition that the path begins with; without one, in the first edition's. */
  notFound: (path?: string) => Promise<PreparedPage>;
  frame: (edition: Edition, path: string, moment?: PastMoment | null) => Frame;
  signed: (frame: Frame, actIds: number[]) => Promise<Frame>;
};

export function readerSite(deps: SiteDeps): ReaderSite {
  const site = answeringOf(deps);
  const { pool, agency, cache, frame, page, redirect } = site;

  // Within an edition the same bytes for whatever is not there, so that nothing can be told from them.
  // Made once for each edition and day that the masthead prints, and when the settings change, not with each act: whoever asks for what
  // is not there costs next to nothing, also while nothing is kept in the cache.
  const absent = new Map<string, { home: Frame; page: Promise<PreparedPage> }>();
  const notFound = (path = '/') => {
    const edition = editionOfPath(agency, path) ?? site.homeEdition();
    const home = frame(edition, '/');
    const there = absent.get(edition.lang);
    if (there && isDrawnAlike(there.home, home)) return there.page;
    const made = preparePage(page(renderNotFound(home), 404));
    absent.set(edition.lang, { home, page: made });
    return made;
  };

  const answer = async (said: string, query: URLSearchParams): Promise<PreparedPage> => {
    const path = oneSpelling(said);
    const address = parseAddress(path);
    const asked = readMoment(query, agency.zone);
    const asksForPast = !asked.ok || asked.moment !== null;
    const known = address && !asksForPast && !asksByQuery(address, query) ? cache.get(path) : undefined;
    if (known) return known;
    const { moment } = cache;
    const made = address ? await make(address, path, query, asked) : null;
    if (!made) return notFound(path);
    const prepared = await preparePage(made.answer);
    if (made.keepAs !== null) cache.put(made.keepAs, prepared, made.tags, moment, made.goodUntil);
    return prepared;
  };

  const emptyFeed = async (path: string): Promise<PreparedPage | null> => {
    const address = parseAddress(path);
    if (address?.kind !== 'feed' || typeof address.of === 'string') return null;
    const edition = editionOf(agency, address.lang);
    return edition && preparePage(makeEmptyFeed(site, edition, address.of, address.form));
  };

  const make = async (
    address: Address,
    path: string,
    query: URLSearchParams,
    asked: Asked,
  ): Promise<Made | null> => {
    if (!asked.ok) {
      const edition = ('lang' in address ? editionOf(agency, address.lang) : null) ?? site.homeEdition();
      return site.wrong(edition, path, wordsOf(edition.lang).past.wrong);
    }
    const { moment } = asked;
    if (isInZone(address) && !readZone(query).ok) {
      const edition = editionOf(agency, address.lang);
      return edition && site.wrong(edition, path, wordsOf(edition.lang).zones.wrong);
    }
    if (address.kind === 'root') return redirect(`/${site.homeEdition().lang}/`);
    if ('lang' in address && !editionOf(agency, address.lang)) return null;
    if ('code' in address) return makeOfStory(address, path, query, moment);
    const edition = editionOf(agency, address.lang) as Edition;
    const named = address.kind === 'lite' ? address.of : address;
    const form = address.kind === 'lite' ? 'lite' : 'page';
    if (moment && (named.kind === 'feed' || named.kind === 'corrections'))
      return site.wrong(edition, path, wordsOf(edition.lang).past.wrong);
    switch (named.kind) {
      case 'edition':
        return redirect(`/${edition.lang}/`);
      case 'front':
        return makeFront(site, edition, path, moment, form);
      case 'feed':
        return makeFeedOf(site, edition, named);
      case 'corrections':
        return makeCorrections(site, edition, path, query, form);
      case 'archive':
        return makeArchive(site, edition, { ...named, path, query, moment }, form);
      case 'about':
        return makeAgencyPage(site, edition, named.page, path, moment, form);
      case 'offline':
        return makeOffline(site, edition, path);
      case 'list':
        return makeList(site, edition, named, path, query, moment, form);
    }
  };

  const makeOfStory = async (
    address: StoryAddress,
    path: string,
    query: URLSearchParams,
    moment: PastMoment | null,
    tries = 3,
  ): Promise<Made | null> => {
    if (tries === 0)
      throw new Error(
        `Story ${address.code}: its acts and its lists do not agree; run “bin/wireroom verify”.`,
      );
    const state = await readStoryState(pool, address.code);
    const edition = state && editionOf(agency, state.lang);
    if (!state || !edition) return null;
    if (state.state !== 'public') {
      const acts = await readHistory(pool, state.storyId);
      // Where an act came between two questions, the first one is asked again.
      if (acts.at(-1)?.state === 'public') return makeOfStory(address, path, query, moment, tries - 1);
      return makeWithheld(site, edition, state, acts, address, path);
    }
    return makeOfPublicStory(edition, state, address, path, query, moment, tries);
  };

  const makeOfPublicStory = async (
    edition: Edition,
    state: StoryState,
    address: StoryAddress,
    path: string,
    query: URLSearchParams,
    moment: PastMoment | null,
    tries: number,
  ): Promise<Made | null> => {
    if (address.kind === 'version') return makeVersion(site, edition, state, address);
    if (address.kind === 'history') return makeHistory(site, edition, state, address, query);
    const zone = isInZone(address) ? readZone(query) : null;
    const there = zone?.ok ? zone.zone : null;
    if (moment && address.kind !== 'zones')
      return makeOfPast(edition, state, address, path, { moment, there });
    const row = await readPublicStory(pool, address.code);
    if (!row) return makeOfStory(address, path, query, moment, tries - 1);
    if (address.kind === 'zones') return makeZones(site, edition, row, address);
    return makeOfRow(edition, row, address, path, { moment: null, there });
  };

  /** As it was then: its words, what stood in their place, or nothing yet. */
  const makeOfPast = async (
    edition: Edition,
    state: StoryState,
    address: WordsAddress,
    path: string,
    { moment, there }: { moment: PastMoment; there: string | null },
  ): Promise<Made | null> => {
    const story = await findStoryByCode(pool, state.code);
    const then = story && (await readStoryAt(pool, { ...story, code: state.code }, moment));
    if (!then) return makeNotYet(edition, state, moment);
    if (then.state === 'public') {
      // At the present address too: that is where readers come from. At any other they are sent to the words of then.
      const now = await readPublicStory(pool, state.code);
      const words = 'words' in address && now ? addressWords(now.fields.headline) : null;
      const isPresent = words !== null && 'words' in address && address.words === words;
      return makeOfRow(edition, then.story, address, path, { moment, there }, isPresent);
    }
    const acts = (await readHistory(pool, state.storyId)).filter(({ actId }) => actId <= then.actId);
    return makeWithheld(site, edition, { ...state, state: then.state }, acts, address, path, moment);
  };

  const makeNotYet = async (
    edition: Edition,
    state: StoryState,
    moment: PastMoment,
  ): Promise<Made | null> => {
    const [first] = await readHistory(pool, state.storyId);
    if (!first) return null;
    const since = moment.clock === 'effective' ? first.effectiveAt : first.actedAt;
    const drawn = renderNotYet(frame(edition, '/'), { code: state.code, moment, since });
    return { answer: page(drawn, 404), tags: [`story:${state.code}`], keepAs: null };
  };

  const makeOfRow = async (
    edition: Edition,
    row: PublicStory,
    address: WordsAddress,
    path: string,
    { moment, there }: { moment: PastMoment | null; there: string | null },
    stays = false,
  ): Promise<Made | null> => {
    switch (address.kind) {
      case 'code':
        return withLinks(site, row.code, redirect(pathOf(row) + pastQuery(moment)));
      case 'rendition':
        return makeRendition(site, edition, row, address.form, moment);
      case 'story':
        return makeStory(site, edition, row, address, path, moment, stays, there);
    }
  };

  return { answer, emptyFeed, notFound, frame, signed: site.signed };
}

/** An address of a story's words as they are. */
type WordsAddress = Exclude<StoryAddress, { kind: 'version' | 'history' | 'zones' }>;

/** What shows its times in a zone of the reader's choice: a story's page, on paper and in lite too. */
function isInZone(address: Address): address is Extract<Address, { kind: 'story' }> {
  return address.kind === 'story' && address.form !== 'card.png';
}

/** Only a list's later pages, a comparison and a chosen zone ask by query: whatever else stands there ("?utm=…") changes nothing. */
function asksByQuery(address: Address, query: URLSearchParams): boolean {
  if (isInZone(address)) return query.has('zone');
  if (address.kind === 'history') return query.has('from') || query.has('to');
  const { kind } = address.kind === 'lite' ? address.of : address;
  return (kind === 'list' || kind === 'corrections' || kind === 'archive') && query.has('after');
}

/** Whatever is put on of the settings is another object than before. */
function isDrawnAlike(one: Frame, other: Frame): boolean {
  return (
    one.today === other.today &&
    one.edition === other.edition &&
    one.logo === other.logo &&
    one.assets.css === other.assets.css
  );
}
