/** An agency and a story for tests. */
import type { Agency } from '../src/editions/edition.ts';
import { inTransaction } from '../src/record/transaction.ts';
import { fileStory } from '../src/stories/file-story.ts';
import { publishStory } from '../src/stories/publish-story.ts';
import type { StoryFields } from '../src/stories/story.ts';
import type { TestDatabase } from './test-database.ts';

const edition = { dir: 'ltr', agency: 'Halim Press', tagline: '', sections: [] } as const;

export const agency: Agency = {
  zone: 'Europe/Paris',
  defaultLang: 'en',
  sample: false,
  editions: [
    { ...edition, lang: 'en', name: 'English', sections: [] },
    { ...edition, lang: 'fa', name: 'فارسی', dir: 'rtl', sections: [] },
  ],
};

export const noon = new Date('2026-03-14T12:00:00Z');

export function storyFields(changes: Partial<StoryFields> = {}): StoryFields {
  return {
    headline: 'Storm closes the port of Halim',
    lead: 'Ferries stay in harbour.',
    body: {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          attrs: { dir: null, lang: null },
          content: [{ type: 'text', text: 'The mayor spoke on Friday.' }],
        },
      ],
    },
    dateline: 'Halim',
    credit: 'Halim Press',
    byline: 'Ana Moss',
    section: 'world',
    topics: [{ slug: 'weather', name: 'Weather' }],
    subjects: [],
    thread: null,
    ...changes,
  };
}

export type NewDraft = { lang?: string; statedAt?: Date | null };

/** Files a draft in a transaction of its own. */
export async function fileDraft(
  { pool }: Pick<TestDatabase, 'pool'>,
  { lang = 'en', statedAt = null, ...changes }: Partial<StoryFields> & NewDraft = {},
): Promise<{ storyId: number; code: number }> {
  const filed = await inTransaction(pool, (db) =>
    fileStory(db, noon, { lang, fields: storyFields(changes), statedAt }),
  );
  if (!filed.ok) throw new Error(filed.refusal.kind);
  return filed.value;
}

/** Files and publishes a story in a transaction of its own. @returns once it is committed. */
export async function publishOne(
  database: Pick<TestDatabase, 'pool'>,
  changes: Partial<StoryFields> & NewDraft = {},
): Promise<{ storyId: number; code: number }> {
  const filed = await fileDraft(database, changes);
  const published = await inTransaction(database.pool, (db) =>
    publishStory({ db, agency, now: noon }, { storyId: filed.storyId, by: 'Ana Moss' }),
  );
  if (!published.ok) throw new Error(published.refusal.kind);
  return filed;
}
