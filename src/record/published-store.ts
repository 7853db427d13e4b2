/** What is public now: one row for each public story; and what was public before, span by span. */

import { firstPicture } from '../pictures/first-picture.ts';
import { searchConfiguration, searchWords } from '../search/search-words.ts';
import { type StoryFields, wholeFields } from '../stories/story.ts';
import type { Client, StoryRow } from '../stories/story-store.ts';
import { plainText } from '../text/plain-text.ts';
import { listActs } from './record-store.ts';

/** Characters of a field that go into search; PostgreSQL's limit for one index entry is 1 MB. */
const maxIndexedCharacters = 100_000;

/** A moment on both clocks: the one that readers see and the one of recording. */
export type Moment = { at: Date; acted: Date };

export type NowPublic = Moment & {
  story: StoryRow & { code: number };
  /** The act from which on the story looks like this. */
  actId: number;
  version: number;
  /** The words of the version; null: they are read. */
  fields: StoryFields | null;
};

/** Moves what is public of a story to what was. */
export async function endSpan(db: Client, storyId: number, until: Moment): Promise<void> {
  await db.query(
    `with ended as (delete from published where story_id = $1 returning *)
     insert into past_published select ended.*, $2::timestamptz, $3::timestamptz from ended`,
    [storyId, until.at, until.acted],
  );
}

/** Puts a story among what is public. It keeps the place in lists that its first version gave it. */
export async function putPublished(db: Client, now: NowPublic): Promise<void> {
  await insertSpan(db, 'published', now, null);
}

/** `until` of a span that is over; null: it goes on. */
async function insertSpan(
  db: Client,
  table: 'published' | 'past_published',
  now: NowPublic,
  until: Moment | null,
): Promise<void> {
  const { story, version } = now;
  const times = await readTimes(db, story.id, version);
  const fields = now.fields ?? wholeFields(times.fields);
  const plain = plainText(fields.body);
  const lang = story.lang;
  const values = [
    story.id,
    story.code,
    lang,
    version,
    times.placeAt,
    version > 1 ? times.madeAt : null,
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
    now.actId,
    now.at,
    now.acted,
    ...(until ? [until.at, until.acted] : []),
  ];
  await db.query(
    `insert into ${table} (story_id, code, lang, version, effective_at, updated_at, section, topics, byline, headline, lead,
       credit, dateline, picture, plain, search, act_id, from_at, from_acted${until ? ', until_at, until_acted' : ''})
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15,
       setweight(to_tsvector($16::regconfig, $17), 'A') || setweight(to_tsvector($16::regconfig, $18), 'B')
       || setweight(to_tsvector($16::regconfig, $19), 'C'), $20, $21, $22${until ? ', $23, $24' : ''})`,
    values,
  );
}

/** When a story was first published and when a version was made, on the clock that readers see. */
async function readTimes(
  db: Client,
  storyId: number,
  version: number,
): Promise<{ placeAt: Date; madeAt: Date; fields: Partial<StoryFields> }> {
  const { rows } = await db.query<{ placeAt: Date; madeAt: Date; fields: Partial<StoryFields> }>(
    `select first.effective_at as "placeAt", made.effective_at as "madeAt", versions.fields
     from versions join acts as made on made.id = versions.act_id,
       (select effective_at from acts where story_id = $1 order by id limit 1) as first
     where versions.story_id = $1 and versions.version = $2`,
    [storyId, version],
  );
  const row = rows[0];
  if (!row) throw new Error(`Story ${storyId} has no version ${version}.`);
  return row;
}

/** Notes that readers do not get a story now, and by which act; null: they do. */
export async function putWithheld(db: Client, storyId: number, actId: number | null): Promise<void> {
  if (actId === null) await db.query('delete from withheld where story_id = $1', [storyId]);
  else
    await db.query(
      `insert into withheld (story_id, act_id) values ($1, $2)
       on conflict (story_id) do update set act_id = excluded.act_id`,
      [storyId, actId],
    );
}

/** Makes all spans of a story anew from its acts and versions, where its words have changed under them. */
export async function relistStory(db: Client, story: StoryRow & { code: number }): Promise<void> {
  await db.query('delete from published where story_id = $1', [story.id]);
  await db.query('delete from past_published where story_id = $1', [story.id]);
  const acts = await listActs(db, story.id);
  for (const [at, act] of acts.entries()) {
    if (act.state !== 'public') continue;
    const span = {
      story,
      actId: act.actId,
      version: act.version,
      fields: null,
      at: act.effectiveAt,
      acted: act.actedAt,
    };
    const next = acts[at + 1];
    if (next) await insertSpan(db, 'past_published', span, { at: next.effectiveAt, acted: next.actedAt });
    else await insertSpan(db, 'published', span, null);
  }
  const newest = acts.at(-1);
  await putWithheld(db, story.id, newest && newest.state !== 'public' ? newest.actId : null);
}
