/** Loads what the sitemaps list: an index, a map of each edition's lists, one of each of its months, and the news of two days. */
import { type PageSettings, pagesOf } from '../editions/agency-pages.ts';
import type { Agency, Edition } from '../editions/edition.ts';
import { startOfDay } from '../site/agency-day.ts';
import { listMonths } from '../site/archive-store.ts';
import { storyPath } from '../stories/story-address.ts';
import type { Client } from '../stories/story-store.ts';
import { listForSitemap, listGroups, listNewest, type MappedStory } from './sitemap-store.ts';
import { type MapEntry, newsSitemap, sitemap, sitemapIndex } from './sitemaps.ts';

/** Stories in one map. The standard allows 50,000 and 50 MB; nobody else is answered while one is put together. */
const storiesInMap = 1_000;
/** Google takes a thousand addresses of two days at most. */
const mostNews = 1_000;
const newsMs = 2 * 86_400_000;

type Deps = { pool: Client; agency: Agency; publicUrl: string; pages: PageSettings };

export async function makeSitemapIndex({ pool, agency, publicUrl }: Deps): Promise<string> {
  const maps = await Promise.all(
    agency.editions.map(async ({ lang }) => {
      const months = await listMonths(pool, lang, agency.zone);
      const parts = months.flatMap(({ month, stories }) =>
        Array.from({ length: Math.ceil(stories / storiesInMap) }, (_, at) => ({
          href: `${publicUrl}/sitemap/${lang}/${month}${at === 0 ? '' : `-${at + 1}`}.xml`,
          changedAt: null,
        })),
      );
      return [{ href: `${publicUrl}/sitemap/${lang}/lists.xml`, changedAt: null }, ...parts];
    }),
  );
  return sitemapIndex(maps.flat());
}

/** @param name `lists`, `2026-11`, `2026-11-2`. @returns null where nothing is called that. */
export async function makeSitemap(deps: Deps, edition: Edition, name: string): Promise<string | null> {
  if (name === 'lists') return sitemap(listEntries(deps, edition));
  const [, month, part = '1'] = /^(\d{4}-(?:0[1-9]|1[0-2]))(?:-([2-9]|[1-9]\d{1,3}))?$/.exec(name) ?? [];
  if (!month) return null;
  const { zone } = deps.agency;
  const skip = (Number(part) - 1) * storiesInMap;
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
    ...sections.map(({ slug }) => entry(`section/${encodeURIComponent(slug)}`)),
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
