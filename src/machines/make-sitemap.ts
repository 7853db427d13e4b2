/**
 * Loads what the sitemaps list: an index; of each edition a map of its lists, of the names in its bylines, of its subjects and of
 * each of its months; and the news of two days.
 */
import { type PageSettings, pagesOf } from '../editions/agency-pages.ts';
import { type Agency, type Edition, editionsWithSection } from '../editions/edition.ts';
import { startOfDay } from '../site/agency-day.ts';
import { listMonths } from '../site/archive-store.ts';
import { listPath } from '../site/pages/list-path.ts';
import { storyPath } from '../stories/story-address.ts';
import type { Client } from '../stories/story-store.ts';
import {
  listBylineSlugs,
  listForSitemap,
  listGroups,
  listNewest,
  listSubjectCodes,
  type MappedStory,
} from './sitemap-store.ts';
import { type MapEntry, newsSitemap, sitemap, sitemapIndex } from './sitemaps.ts';

/** Stories in one map. The standard allows 50,000 and 50 MB; nobody else is answered while one is put together. */
const storiesInMap = 1_000;
/** Names and subjects in one map: they are an address each. */
const namesInMap = 10_000;
/** Google takes a thousand addresses of two days at most. */
const mostNews = 1_000;
const newsMs = 2 * 86_400_000;

type Deps = { pool: Client; agency: Agency; publicUrl: string; pages: PageSettings };

/**
 * Names and subjects are listed to be counted: the walk over their sets is what costs. A count in SQL needs the same walk and takes
 * four fifths of the time (126 ms, not 156, for 40,000 names), and the index is kept until the next act.
 */
export async function makeSitemapIndex({ pool, agency, publicUrl }: Deps): Promise<string> {
  const maps = await Promise.all(
    agency.editions.map(async ({ lang }) => {
      const [months, bylines, subjects] = await Promise.all([
        listMonths(pool, lang, agency.zone),
        listBylineSlugs(pool, lang),
        listSubjectCodes(pool, lang),
      ]);
      const maps = (name: string, entries: number, inMap: number) =>
        Array.from({ length: Math.ceil(entries / inMap) }, (_, at) => ({
          href: `${publicUrl}/sitemap/${lang}/${name}${at === 0 ? '' : `-${at + 1}`}.xml`,
          changedAt: null,
        }));
      return [
        ...maps('lists', 1, 1),
        ...maps('bylines', bylines.length, namesInMap),
        ...maps('subjects', subjects.length, namesInMap),
        ...months.flatMap(({ month, stories }) => maps(month, stories, storiesInMap)),
      ];
    }),
  );
  return sitemapIndex(maps.flat());
}

/** @param name `lists`, `bylines`, `subjects-2`, `2026-11`, `2026-11-2`. @returns null where nothing is called that. */
export async function makeSitemap(deps: Deps, edition: Edition, name: string): Promise<string | null> {
  if (name === 'lists') return sitemap(listEntries(deps, edition));
  const [, what, part = '1'] =
    /^(bylines|subjects|\d{4}-(?:0[1-9]|1[0-2]))(?:-([2-9]|[1-9]\d{1,3}))?$/.exec(name) ?? [];
  if (what === 'bylines' || what === 'subjects') return nameMap(deps, edition, what, Number(part));
  return what ? monthMap(deps, edition, what, Number(part)) : null;
}

async function nameMap(
  { pool, publicUrl }: Deps,
  { lang }: Edition,
  what: 'bylines' | 'subjects',
  part: number,
): Promise<string | null> {
  const all = await (what === 'bylines' ? listBylineSlugs : listSubjectCodes)(pool, lang);
  const slugs = all.slice((part - 1) * namesInMap, part * namesInMap);
  const list = what === 'bylines' ? 'byline' : 'subject';
  const entries = slugs.map((slug) => ({
    href: publicUrl + listPath(lang, { list, slug }),
    changedAt: null,
    languages: [],
  }));
  return entries.length > 0 ? sitemap(entries) : null;
}

async function monthMap(deps: Deps, edition: Edition, month: string, part: number): Promise<string | null> {
  const { zone } = deps.agency;
  const skip = (part - 1) * storiesInMap;
  const stories = await listForSitemap(deps.pool, {
    lang: edition.lang,
    from: startOfDay(zone, `${month}-01`),
    until: startOfDay(zone, `${monthAfter(month)}-01`),
    skip,
    limit: storiesInMap,
  });
  return stories.length > 0 ? sitemap(await storyEntries(deps, stories)) : null;
}

/** The newest of all editions, of two days. */
export async function makeNewsSitemap({ pool, agency, publicUrl }: Deps, now: Date): Promise<string> {
  const langs = agency.editions.map(({ lang }) => lang);
  const stories = await listNewest(pool, langs, new Date(now.getTime() - newsMs), mostNews);
  const names = new Map(agency.editions.map((edition) => [edition.lang, edition.agency]));
  return newsSitemap(
    stories
      .filter(({ headline }) => headline !== '')
      .map((story) => ({
        href: publicUrl + storyPath(story),
        publication: names.get(story.lang) ?? '',
        lang: story.lang,
        at: story.at,
        title: story.headline,
      })),
  );
}

/** The front, the sections and the standing pages of an edition. */
function listEntries({ agency, publicUrl, pages }: Deps, { lang, sections }: Edition): MapEntry[] {
  const fronts = agency.editions.map((one) => ({ lang: one.lang, href: `${publicUrl}/${one.lang}/` }));
  const entry = (path: string, languages: MapEntry['languages'] = []): MapEntry => ({
    href: `${publicUrl}/${lang}/${path}`,
    changedAt: null,
    languages: languages.length > 1 ? languages : [],
  });
  return [
    entry('', fronts),
    ...sections.map(({ slug }) => {
      const path = (of: string) => publicUrl + listPath(of, { list: 'section', slug });
      const same = editionsWithSection(agency, slug).map((one) => ({ lang: one.lang, href: path(one.lang) }));
      return entry(`section/${encodeURIComponent(slug)}`, same);
    }),
    entry('corrections'),
    entry('archive'),
    ...pagesOf(pages.texts, lang).map(({ name }) => entry(name)),
  ];
}

async function storyEntries({ pool, agency, publicUrl }: Deps, stories: MappedStory[]): Promise<MapEntry[]> {
  const published = new Set(agency.editions.map(({ lang }) => lang));
  const groups = new Map<string, MappedStory[]>();
  const known = [...new Set(stories.flatMap(({ group }) => group ?? []))];
  for (const story of await listGroups(pool, known))
    if (story.group && published.has(story.lang))
      groups.set(story.group, [...(groups.get(story.group) ?? []), story]);
  const hrefOf = (story: MappedStory) => publicUrl + storyPath(story);
  return stories.map((story) => {
    const group = (story.group && groups.get(story.group)) || [];
    return {
      href: hrefOf(story),
      changedAt: story.updatedAt ?? story.at,
      languages: group.length > 1 ? group.map((one) => ({ lang: one.lang, href: hrefOf(one) })) : [],
    };
  });
}

function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 7);
}
