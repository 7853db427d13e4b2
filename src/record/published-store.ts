/** What is public now: one row for each public story; and what was public before, span by span. */

import { firstPicture } from '../pictures/first-picture.ts';
import { keptManner, keptWords, telling } from '../search/kept-words.ts';
import { forgetSpellings, type SpelledSpan } from '../search/spelling-store.ts';
import { bylineSlugs } from '../stories/byline-names.ts';
import { type StoryFields, wholeFields } from '../stories/story.ts';
import type { Client, StoryRow } from '../stories/story-store.ts';
import { plainText } from '../text/plain-text.ts';
import { listActs } from './record-store.ts';

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

const spanColumns = `story_id, code, lang, version, effective_at, updated_at, section, topics, thread, byline, bylines,
  subjects, headline, lead, credit, dateline, picture, plain, search, telling, search_made, act_id, from_at, from_acted`;

/** Moves what is public of a story to what was. */
export async function endSpan(db: Client, storyId: number, until: Moment): Promise<void> {
  const { rows } = await db.query<SpelledSpan>(
    `with ended as (delete from published where story_id = $1 returning *), kept as (
       insert into past_published (${spanColumns}, until_at, until_acted)
       select ${spanColumns}, $2, $3 from ended)
     select lang, headline, lead, act_id from ended`,
    [storyId, until.at, until.acted],
  );
  await forgetSpellings(db, rows);
}

/** Puts a story among what is public. It keeps the place in lists that its first version gave it. */
export async function putPublished(db: Client, now: NowPublic): Promise<void> {
  await insertSpan(db, 'published', now, null);
}

/** `until` of a span that is over; null: it goes on. */
async function insertSpan(db: Client, table: SpanTable, now: NowPublic, until: Moment | null): Promise<void> {
  const times = await readTimes(db, now.story.id, now.version);
  const fields = now.fields ?? wholeFields(times.fields);
  await insertSpans(db, table, [{ ...now, ...times, fields, until }]);
}

export type SpanTable = 'published' | 'past_published';

export type Span = Omit<NowPublic, 'fields'> & {
  fields: StoryFields;
  /** When the story was first published and when the version was made, on the clock that readers see. */
  placeAt: Date;
  madeAt: Date;
  /** Null in `published`: it goes on. */
  until: Moment | null;
};

export async function insertSpans(db: Client, table: SpanTable, spans: Span[]): Promise<void> {
  const past = table === 'past_published' ? ', until_at, until_acted' : '';
  const rows = spans.map(rowOfSpan);
  const search = await keptWords(db, rows);
  await db.query(
    `insert into ${table} (story_id, code, lang, version, effective_at, updated_at, section, topics, thread, byline,
       bylines, subjects, headline, lead, credit, dateline, picture, plain, search, telling, search_made, act_id, from_at,
       from_acted${past})
     select story_id, code, lang, version, effective_at, updated_at, section,
       array(select jsonb_array_elements_text(topics)), thread, byline,
       array(select jsonb_array_elements_text(bylines)), array(select jsonb_array_elements_text(subjects)),
       headline, lead, credit, dateline, picture, plain, search::tsvector, ${telling('search')}, ${keptManner}, act_id,
       from_at, from_acted${past}
     from jsonb_to_recordset($1) as span (story_id bigint, code bigint, lang text, version integer, effective_at timestamptz,
       updated_at timestamptz, section text, topics jsonb, thread text, byline text, bylines jsonb, subjects jsonb,
       headline text, lead text, credit text, dateline text, picture jsonb, plain text, search text,
       act_id bigint, from_at timestamptz, from_acted timestamptz, until_at timestamptz, until_acted timestamptz)`,
    [JSON.stringify(rows.map((row, at) => ({ ...row, search: search[at] })))],
  );
}

function rowOfSpan({ story, version, fields, until, ...span }: Span) {
  return {
    story_id: story.id,
    code: story.code,
    lang: story.lang,
    version,
    effective_at: span.placeAt,
    updated_at: version > 1 ? span.madeAt : null,
    section: fields.section,
    topics: fields.topics.map((topic) => topic.slug),
    thread: fields.thread?.slug ?? '',
    byline: fields.byline,
    bylines: bylineSlugs(fields.byline, story.lang),
    subjects: fields.subjects.map((subject) => subject.code),
    headline: fields.headline,
    lead: fields.lead,
    credit: fields.credit,
    dateline: fields.dateline,
    picture: firstPicture(fields.body),
    plain: plainText(fields.body),
    act_id: span.actId,
    from_at: span.at,
    from_acted: span.acted,
    until_at: until?.at ?? null,
    until_acted: until?.acted ?? null,
  };
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
  const { rows } = await db.query<SpelledSpan>(
    'delete from published where story_id = $1 returning lang, headline, lead, act_id',
    [story.id],
  );
  await forgetSpellings(db, rows);
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
