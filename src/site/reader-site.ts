/** The reader's site: from an address to a prepared page. */
import type pg from 'pg';
import { type Agency, type Edition, editionOf } from '../editions/edition.ts';
import { type PublicStory, readPublicStory } from '../record/version-store.ts';
import { addressWords, storyPath } from '../stories/story-address.ts';
import { ninjsOf } from '../wire/ninjs.ts';
import { type Address, type FeedForm, parseAddress, type StoryForm } from './address.ts';
import { dayIn } from './agency-day.ts';
import type { Assets } from './assets.ts';
import { makeFeed } from './feeds.ts';
import { listStories, type Place, readStories, readTopicName } from './list-store.ts';
import { listed, loadFront, loadStory, loadTape } from './load-pages.ts';
import type { PageCache, Tag } from './page-cache.ts';
import type { Frame } from './page-data.ts';
import { renderFront } from './pages/FrontPage.tsx';
import { renderList } from './pages/ListPage.tsx';
import { renderNotFound, renderWrong } from './pages/RefusalPage.tsx';
import { renderStoryLite } from './pages/StoryLite.tsx';
import { renderStoryPage } from './pages/StoryPage.tsx';
import { renderStoryPrint } from './pages/StoryPrint.tsx';
import { renderStoryText } from './pages/story-plain.ts';
import { type PageAnswer, type PreparedPage, preparePage } from './prepared-page.ts';
import { wordsOf } from './words/catalogue.ts';

export type SiteDeps = {
  pool: pg.Pool;
  agency: Agency;
  assets: Assets;
  cache: PageCache;
  publicUrl: string;
  clock: () => Date;
  /** Headers of every page, of the lite pages with their style inside, and of the page that has a script. */
  headers: { page: Record<string, string>; lite: Record<string, string>; proof: Record<string, string> };
};

export type ReaderSite = {
  /** Answers a path with its query. Redirects, refusals and pages alike. */
  answer: (path: string, query: URLSearchParams) => Promise<PreparedPage>;
  notFound: () => Promise<PreparedPage>;
  frame: (edition: Edition, path: string) => Frame;
};

/** What one address comes to: an answer, and what it shows; `keep` false: asked too rarely to keep. */
type Made = { answer: PageAnswer; tags: Tag[]; keep: boolean };

const html = 'text/html; charset=utf-8';
const listLength = 30;

export function readerSite(deps: SiteDeps): ReaderSite {
  const { pool, agency, cache, publicUrl, headers } = deps;

  const frame = (edition: Edition, path: string): Frame => ({
    agency,
    edition,
    publicUrl,
    path,
    today: dayIn(agency.zone, deps.clock()),
    assets: { css: deps.assets.css, printCss: null, fonts: deps.assets.fonts },
    tape: [],
  });
  const homeEdition = editionOf(agency, agency.defaultLang) ?? (agency.editions[0] as Edition);
  const page = (body: string, status = 200): PageAnswer => ({
    type: html,
    body,
    status,
    headers: headers.page,
  });
  // The same bytes for whatever is not there, so that nothing can be told from them.
  // Made once a day, for the masthead prints it: whoever asks for what is not there costs next to nothing.
  let absent: { day: string; page: Promise<PreparedPage> } | null = null;
  const notFound = () => {
    const home = frame(homeEdition, '/');
    if (absent?.day !== home.today)
      absent = { day: home.today, page: preparePage(page(renderNotFound(home), 404)) };
    return absent.page;
  };

  const answer = async (path: string, query: URLSearchParams): Promise<PreparedPage> => {
    // Only a list's later pages ask by query: whatever else stands there ("?utm=…") changes nothing.
    const known = query.has('after') ? undefined : cache.get(path);
    if (known) return known;
    const { moment } = cache;
    const address = parseAddress(path);
    const made = address ? await make(address, path, query) : null;
    if (!made) return notFound();
    const prepared = await preparePage(made.answer);
    if (made.keep) cache.put(path, prepared, made.tags, moment);
    return prepared;
  };

  const make = async (address: Address, path: string, query: URLSearchParams): Promise<Made | null> => {
    if (address.kind === 'root') return redirect(`/${homeEdition.lang}/`);
    if (address.kind === 'code' || address.kind === 'rendition' || address.kind === 'story') {
      const row = await readPublicStory(pool, address.code);
      const edition = row && editionOf(agency, row.lang);
      if (!row || !edition) return null;
      if (address.kind === 'code') return redirect(pathOf(row));
      if (address.kind === 'rendition') return makeRendition(row, edition, address.form);
      return editionOf(agency, address.lang) ? makeStory(row, edition, address, path) : null;
    }
    const edition = editionOf(agency, address.lang);
    if (!edition) return null;
    if (address.kind === 'edition') return redirect(`/${edition.lang}/`);
    if (address.kind === 'front') return makeFront(edition, path);
    if (address.kind === 'feed') return makeEditionFeed(edition, address.form);
    return makeList(edition, address, path, query);
  };

  const makeStory = async (
    row: PublicStory,
    edition: Edition,
    asked: { lang: string; words: string | null; form: StoryForm },
    path: string,
  ): Promise<Made> => {
    const canonical = pathOf(row);
    const ending = asked.form === 'page' ? '' : `/${asked.form}`;
    if (path !== canonical + ending) {
      // The same words in another spelling of the percent signs are these words.
      const sameWords = asked.lang === row.lang && asked.words === addressWords(row.fields.headline);
      if (!sameWords || path.endsWith('/')) return redirect(canonical + ending);
    }
    const story = await loadStory(pool, agency, row);
    const draw = { page: renderStoryPage, print: renderStoryPrint, lite: renderStoryLite }[asked.form];
    const answer = page(draw(frame(edition, path), story));
    if (asked.form === 'lite') answer.headers = headers.lite;
    // One spelling is kept: an address has thousands in percent signs.
    return { answer, tags: storyTags(row, story.translations), keep: path === canonical + ending };
  };

  const makeRendition = async (row: PublicStory, edition: Edition, form: 'txt' | 'json'): Promise<Made> => {
    const story = await loadStory(pool, agency, row);
    const answer: PageAnswer =
      form === 'txt'
        ? { type: 'text/plain; charset=utf-8', body: renderStoryText(frame(edition, story.href), story) }
        : {
            type: 'application/json; charset=utf-8',
            body: JSON.stringify(ninjsOf(story, { publicUrl, agency: edition.agency })),
          };
    return {
      answer: { ...answer, headers: headers.page },
      tags: storyTags(row, story.translations),
      keep: true,
    };
  };

  const makeFront = async (edition: Edition, path: string): Promise<Made> => {
    const [front, tape] = await Promise.all([loadFront(pool, edition), loadTape(pool, edition.lang)]);
    const answer = page(renderFront({ ...frame(edition, path), tape }, front));
    return { answer, tags: [`lists:${edition.lang}`], keep: true };
  };

  const makeList = async (
    edition: Edition,
    { list, slug }: { list: 'section' | 'topic'; slug: string },
    path: string,
    query: URLSearchParams,
  ): Promise<Made | null> => {
    const { lang } = edition;
    const title =
      list === 'section'
        ? edition.sections.find((section) => section.slug === slug)?.name
        : await readTopicName(pool, lang, slug);
    const after = readPlace(query.get('after'));
    if (!title) return null;
    if (after === undefined) {
      const body = renderWrong(frame(edition, path), wordsOf(lang).wrongText);
      return { answer: page(body, 400), tags: [], keep: false };
    }
    const rows = await listStories(pool, { lang, [list]: slug, after, limit: listLength + 1 });
    const last = rows.length > listLength ? rows[listLength - 1] : undefined;
    const older = last ? `${path}?after=${placeWord({ at: last.effective_at, code: last.code })}` : null;
    const stories = rows.slice(0, listLength).map(listed);
    const data = { kind: list, slug, title, stories, newer: after ? path : null, older };
    const answer = page(renderList(frame(edition, path), data));
    return { answer, tags: [`lists:${lang}`], keep: !after };
  };

  const makeEditionFeed = async (edition: Edition, form: FeedForm): Promise<Made> => {
    const stories = (await readStories(pool, edition.lang, listLength)).map(({ fields, ...row }) => ({
      ...fields,
      code: row.code,
      href: storyPath({ lang: edition.lang, code: row.code, headline: fields.headline }),
      at: row.effective_at,
      changedAt: row.updated_at ?? row.effective_at,
    }));
    const { lang } = edition;
    const feed = {
      title: edition.agency,
      description: edition.tagline,
      lang,
      publicUrl,
      path: `/${lang}/`,
      stories,
    };
    const answer = { ...makeFeed(form, feed), headers: headers.page };
    return { answer, tags: [`lists:${lang}`], keep: true };
  };

  const redirect = (to: string): Made => ({
    answer: { status: 302, type: html, body: '', headers: { ...headers.page, location: to } },
    tags: [],
    keep: false,
  });

  return { answer, notFound, frame };
}

/** A story page shows its own words, its translations' headlines and the newest of its section. */
function storyTags(row: PublicStory, translations: { lang: string }[]): Tag[] {
  const lists = [row.lang, ...translations.map(({ lang }) => lang)].map((lang): Tag => `lists:${lang}`);
  return [`story:${row.code}`, ...lists];
}

function pathOf(row: PublicStory): string {
  return storyPath({ lang: row.lang, code: row.code, headline: row.fields.headline });
}

/** A place in a list as it stands in an address: milliseconds and code. */
export function placeWord({ at, code }: Place): string {
  return `${at.getTime()}.${code}`;
}

/** @returns null where no place was asked for, undefined where the word is none. */
export function readPlace(word: string | null): Place | null | undefined {
  if (word === null) return null;
  const [, at, code] = /^(-?\d{1,15})\.(\d{1,15})$/.exec(word) ?? [];
  // PostgreSQL's years end at 4713 BC.
  return at && code && Number(at) > -2e14 ? { at: new Date(Number(at)), code: Number(code) } : undefined;
}
