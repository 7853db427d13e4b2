/** What is public now: one row for each public story, made again at each act. */

import { firstPicture } from '../pictures/first-picture.ts';
import { searchConfiguration, searchWords } from '../search/search-words.ts';
import type { StoryFields } from '../stories/story.ts';
import type { Client, StoryRow } from '../stories/story-store.ts';
import { plainText } from '../text/plain-text.ts';

/** Characters of a field that go into search; PostgreSQL's limit for one index entry is 1 MB. */
const maxIndexedCharacters = 100_000;

export type NowPublic = {
  story: StoryRow & { code: number };
  version: number;
  fields: StoryFields;
  /** Of this act. A story keeps the place in lists that its first version gave it. */
  effectiveAt: Date;
};

export async function putPublished(db: Client, now: NowPublic): Promise<void> {
  const { story, fields } = now;
  const plain = plainText(fields.body);
  const lang = story.lang;
  await db.query(
    `insert into published (story_id, code, lang, version, effective_at, section, topics, byline, headline, lead, credit,
       dateline, picture, plain, search)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14,
       setweight(to_tsvector($15::regconfig, $16), 'A') || setweight(to_tsvector($15::regconfig, $17), 'B')
       || setweight(to_tsvector($15::regconfig, $18), 'C'))
     on conflict (story_id) do update set version = excluded.version, updated_at = excluded.effective_at,
       section = excluded.section, topics = excluded.topics, byline = excluded.byline, headline = excluded.headline,
       lead = excluded.lead, credit = excluded.credit, dateline = excluded.dateline, picture = excluded.picture,
       plain = excluded.plain, search = excluded.search`,
    [
      story.id,
      story.code,
      lang,
      now.version,
      now.effectiveAt,
      fields.section,
      fields.topics.map((topic) => topic.slug),
      fields.byline,
      fields.headline,
      fields.lead,
      fields.credit,
      fields.dateline,
      JSON.stringify(firstPicture(fields.body)),
      plain,
      searchConfiguration(lang),
      searchWords(fields.headline.slice(0, maxIndexedCharacters)),
      searchWords(fields.lead.slice(0, maxIndexedCharacters)),
      searchWords(`${fields.byline} ${fields.dateline} ${plain.slice(0, maxIndexedCharacters)}`),
    ],
  );
}
