/** Loads what each page shows. Reads; decides nothing about how it looks. */
import { type Agency, type Edition, editionOf } from '../editions/edition.ts';
import { widthsOf } from '../pictures/picture-store.ts';
import type { PublicStory } from '../record/version-store.ts';
import { storyPath } from '../stories/story-address.ts';
import type { Client } from '../stories/story-store.ts';
import type { Block, Image } from '../text/story-text.ts';
import { type ListedRow, listNewestActs, listSections, listStories, listTranslations } from './list-store.ts';
import type { FrontPageData, PagePicture, StoryInList, StoryPageData, TapeEntry } from './page-data.ts';

/** Stories that a front shows at most, and each of its sections. */
const frontLength = 40;
const sectionLength = 6;

export async function loadStory(db: Client, agency: Agency, row: PublicStory): Promise<StoryPageData> {
  const { fields, lang, code } = row;
  const edition = editionOf(agency, lang);
  const asked = { lang, except: code, limit: 6 };
  const [translations, related] = await Promise.all([
    row.translation_group ? listTranslations(db, row.translation_group, code) : [],
    listStories(db, fields.section ? { ...asked, section: fields.section } : asked),
  ]);
  return {
    code,
    lang,
    version: row.version,
    href: storyPath({ lang, code, headline: fields.headline }),
    headline: fields.headline,
    lead: fields.lead,
    body: fields.body,
    dateline: fields.dateline,
    credit: fields.credit,
    byline: fields.byline,
    section: edition?.sections.find(({ slug }) => slug === fields.section) ?? null,
    topics: fields.topics,
    at: row.effective_at,
    updatedAt: row.updated_at,
    pictures: picturesOf(fields.body.content),
    translations: translations.flatMap((other) => {
      const name = editionOf(agency, other.lang)?.name;
      return name ? [{ lang: other.lang, name, href: storyPath(other), headline: other.headline }] : [];
    }),
    related: related.map(listed),
  };
}

export async function loadFront(db: Client, edition: Edition): Promise<FrontPageData> {
  const slugs = edition.sections.map(({ slug }) => slug);
  const [stories, inSections] = await Promise.all([
    listStories(db, { lang: edition.lang, limit: frontLength }),
    listSections(db, edition.lang, slugs, sectionLength),
  ]);
  const sections = edition.sections
    .map(({ slug, name }) => ({
      slug,
      name,
      stories: inSections.filter((row) => row.section === slug).map(listed),
    }))
    .filter((section) => section.stories.length > 0);
  return { stories: stories.map(listed), sections };
}

export async function loadTape(db: Client, lang: string): Promise<TapeEntry[]> {
  const acts = await listNewestActs(db, lang, 6);
  return acts.map(({ code, headline, kind, acted_at: at, ...row }) => ({
    code,
    headline,
    kind,
    at,
    href: storyPath({ lang: row.lang, code, headline }),
  }));
}

export function listed(row: ListedRow): StoryInList {
  const { code, lang, headline, lead, credit, dateline, section } = row;
  const picture = row.picture ? pagePicture(row.picture) : null;
  return {
    code,
    lang,
    headline,
    lead,
    credit,
    dateline,
    section,
    href: storyPath(row),
    at: row.effective_at,
    picture,
  };
}

function picturesOf(blocks: Block[]): Map<string, PagePicture> {
  const pictures = new Map<string, PagePicture>();
  for (const block of blocks) {
    const picture = block.type === 'image' ? pagePicture(block.attrs) : null;
    if (picture) pictures.set(picture.hash, picture);
  }
  return pictures;
}

function pagePicture(attrs: Image['attrs']): PagePicture | null {
  const { picture: hash, alt, caption, credit, width, height } = attrs;
  if (!hash || !width || !height) return null;
  return { hash, alt, caption, credit, width, height, widths: widthsOf(width) };
}
