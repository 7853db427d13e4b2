/** Every kind of page that readers can get, once in each of two directions. */
import type { Page } from 'playwright-core';
import { codesIn, type ShownSite } from './shown-site.ts';

export type PageKind = {
  name: string;
  path: string;
  status: number;
  /** What a reader does there first. */
  first?: (page: Page) => Promise<unknown>;
};

const words = {
  en: { found: 'harbour', absent: 'qqqqzzzz', byline: 'ada-rhomberg', day: ['2026', '03', '14'] },
  fa: {
    found: 'بندر',
    absent: 'غغغغظظظظ',
    byline: encodeURIComponent('آدا-رومبرگ'),
    day: ['1404', '12', '23'],
  },
};

export function pageKinds(site: ShownSite, lang: 'en' | 'fa'): PageKind[] {
  const { corrected, threaded, old, killed, held, removed } = codesIn(lang);
  const { found, absent, byline, day } = words[lang];
  const { confirm, manage } = site.mailPaths[lang];
  const kind = (name: string, path: string, more: Partial<PageKind> = {}): PageKind => ({
    name,
    path: `/${lang}/${path}`,
    status: 200,
    ...more,
  });
  return [
    kind('front', ''),
    kind('section', 'section/world'),
    kind('topic', 'topic/lirven-port'),
    kind('thread', 'thread/ilmer-flood'),
    kind('byline', `byline/${byline}`),
    kind('subject', 'subject/06000000'),
    kind('archive', 'archive'),
    kind('archive of a year', `archive/${day[0]}`),
    kind('archive of a month', `archive/${day[0]}/${day[1]}`),
    kind('archive of a day', `archive/${day.join('/')}`),
    kind('about', 'about'),
    kind('contact', 'contact'),
    kind('masthead', 'masthead'),
    kind('offline', 'offline'),
    kind('list in lite', 'lite'),
    kind('about in lite', 'about/lite'),
    kind('story', `${corrected}/-`),
    kind('story of a thread', `${threaded}/-`),
    kind('story elsewhere', `${threaded}/-?zone=America/New_York`),
    kind('old story', `${old}/-`),
    kind('lite', `${corrected}/-/lite`),
    kind('print', `${corrected}/-/print`),
    kind('search', 'search'),
    kind('search found', `search?q=${encodeURIComponent(found)}&section=region`),
    kind('search found nothing', `search?q=${encodeURIComponent(absent)}`),
    kind('search in lite', `search/lite?q=${encodeURIComponent(found)}&section=region`),
    kind('search wrong', 'search?q=a&from=x', { status: 400 }),
    kind('history', `history/${corrected}`),
    kind('comparison', `history/${corrected}?from=1&to=2`),
    kind('history in lite', `history/${corrected}/lite`),
    kind('comparison in lite', `history/${corrected}/lite?from=1&to=2`),
    kind('version', `v/${corrected}/1`),
    kind('proof', `proof/${corrected}/1`, { first: awaitVerdict }),
    kind('corrections', 'corrections'),
    kind('comments', `${corrected}/comments`),
    kind('comment form', `${corrected}/comments/write`, { first: sendEmpty }),
    kind('newsletters', 'newsletters'),
    { name: 'confirm', path: confirm, status: 200 },
    { name: 'manage', path: manage, status: 200 },
    kind('zones', `time/${threaded}`),
    kind('zones in lite', `time/${threaded}/lite`),
    kind('killed', `${killed}`, { status: 410 }),
    kind('held', `${held}`, { status: 503 }),
    kind('removed', `${removed}`, { status: 451 }),
    kind('not found', '999999', { status: 404 }),
    kind('wrong', '?as-of=x', { status: 400 }),
  ];
}

/** Waits for what the page's script has to say. */
function awaitVerdict(page: Page): Promise<unknown> {
  return page.waitForFunction('document.querySelector(".verdict").textContent !== ""');
}

/** Sends the page's form as it is, past what the browser itself would ask for. */
async function sendEmpty(page: Page): Promise<void> {
  await Promise.all([
    page.waitForNavigation(),
    page.evaluate('document.querySelector(".comment-form").submit()'),
  ]);
}
