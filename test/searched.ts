/** Stories to search, and searching them as the page does. */
import type pg from 'pg';
import { writeAgency } from '../src/editions/agency-store.ts';
import type { Agency, Edition } from '../src/editions/edition.ts';
import { inTransaction } from '../src/record/transaction.ts';
import { readAsked, type SearchQuestion } from '../src/search/asked-search.ts';
import { findStories } from '../src/search/find-stories.ts';
import { readSearchPlace } from '../src/search/search-place.ts';
import { fileStory } from '../src/stories/file-story.ts';
import { publishStory } from '../src/stories/publish-story.ts';
import type { StoryFields } from '../src/stories/story.ts';
import { paragraphs } from '../src/text/story-text.ts';
import { storyFields } from './invented-story.ts';

const edition = { dir: 'ltr', agency: 'Halim Press', tagline: '' } as const;
const sections = [
  { slug: 'world', name: 'World' },
  { slug: 'economy', name: 'Economy' },
];

export const searchedAgency: Agency = {
  zone: 'Asia/Tehran',
  defaultLang: 'en',
  sample: false,
  editions: (['en', 'fa', 'ar', 'fr', 'es', 'ru', 'he', 'ja', 'th'] as const).map((lang) => ({
    ...edition,
    lang,
    name: lang,
    dir: ['fa', 'ar', 'he'].includes(lang) ? 'rtl' : 'ltr',
    sections,
  })),
};

export function searchedEdition(lang: string): Edition {
  return searchedAgency.editions.find((one) => one.lang === lang) as Edition;
}

export type SearchedStory = Partial<Omit<StoryFields, 'body'>> & {
  lang?: string;
  code?: number;
  body?: string;
  /** When it says that it was published. */
  at?: string;
};

/** Publishes stories in their order; each has its own words alone. @returns their codes. */
export async function publishSearched(pool: pg.Pool, stories: SearchedStory[]): Promise<number[]> {
  await writeAgency(pool, searchedAgency);
  const codes: number[] = [];
  for (const { lang = 'en', code, body = '', at, ...words } of stories) {
    const fields = storyFields({
      headline: 'Untitled',
      lead: '',
      dateline: '',
      byline: '',
      credit: '',
      section: '',
      topics: [],
      ...words,
      body: paragraphs(body),
    });
    codes.push(
      await inTransaction(pool, async (db) => {
        const statedAt = at ? new Date(at) : null;
        const now = new Date();
        const filed = await fileStory(db, now, { lang, fields, statedAt, ...(code ? { code } : {}) });
        if (!filed.ok) throw new Error(filed.refusal.kind);
        const done = await publishStory(
          { db, agency: searchedAgency, now },
          { storyId: filed.value.storyId, by: 'Ana Moss' },
        );
        if (!done.ok) throw new Error(done.refusal.kind);
        return done.value.code;
      }),
    );
  }
  return codes;
}

/** The question that an address in an edition asks. @throws where it cannot be asked. */
export function questionOf(lang: string, asked: Record<string, string>): SearchQuestion {
  const read = readAsked(searchedAgency, searchedEdition(lang), new URLSearchParams(asked));
  if (!read.ok) throw new Error(`not asked: ${read.wrong}`);
  return read.question;
}

/** One page of what a search finds. */
export function search(
  pool: pg.Pool,
  lang: string,
  asked: Record<string, string>,
  {
    after = null,
    limit = 20,
    patience = { all: 60_000, newest: 60_000 },
  }: { after?: string | null; limit?: number; patience?: { all: number; newest: number } } = {},
) {
  const question = questionOf(lang, asked);
  return findStories(pool, question, {
    after: readSearchPlace(after, question.sort) ?? null,
    limit,
    patience,
  });
}
