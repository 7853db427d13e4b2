/** Every SQL statement that reads stories for an export: public facts alone, and no words of a story that is withheld. */

import { pictureHashes } from '../pictures/picture-uses.ts';
import type { ActKind, PublicState } from '../record/act.ts';
import { type ActFacts, factsOf } from '../record/act-facts.ts';
import type { Client } from '../stories/story-store.ts';
import type { StoryText } from '../text/story-text.ts';
import {
  type ExportedAct,
  type ExportedPicture,
  type ExportedStory,
  type ExportedVersion,
  historyOf,
  type Opened,
  openWith,
  speakingAct,
} from './exported-story.ts';

/** A story that was published at least once, with what tells whether its folder is up to date. */
export type ListedStory = {
  storyId: number;
  code: number;
  lang: string;
  translationGroup: string | null;
  translations: { code: number; lang: string }[];
  /** Place in the log of its newest act. */
  newest: number;
  state: PublicState;
};

/** The next stories after a code, in the order of codes. */
export async function listStoriesAfter(db: Client, code: number, limit: number): Promise<ListedStory[]> {
  const { rows } = await db.query<ListedStory>(
    `select stories.id as "storyId", code, lang, translation_group as "translationGroup", newest.index as newest,
       newest.state, coalesce((select jsonb_agg(jsonb_build_object('code', other.code, 'lang', other.lang) order by other.code)
         from stories as other where other.translation_group = stories.translation_group and other.id <> stories.id
           and exists (select from acts where acts.story_id = other.id)), '[]') as translations
     from stories cross join lateral (
       select leaves.index, acts.state from acts join leaves on leaves.act_id = acts.id
       where acts.story_id = stories.id order by acts.id desc limit 1) as newest
     where code > $1 order by code limit $2`,
    [code, limit],
  );
  return rows;
}

type ActRow = Omit<ActFacts, 'withdraws'> & {
  storyId: number;
  actId: number;
  index: number;
  leaf: string;
  kind: ActKind;
  state: PublicState;
  version: number;
  /** Whether it made a version. */
  madeVersion: boolean;
  /** Withdraw: index of the wrong act's leaf. */
  withdraws: number | null;
  /** Words of the version that it made, where readers get them. */
  fields: Record<string, unknown> | null;
  /** Salts by field, in base64; one that was removed is null. */
  salts: Record<string, string | null>;
};

/** The whole of these stories as an export has them, in the same order. */
export async function readStories(db: Client, listed: ListedStory[]): Promise<ExportedStory[]> {
  const ids = listed.map(({ storyId }) => storyId);
  const shown = listed.filter(({ state }) => state === 'public').map(({ storyId }) => storyId);
  const { rows } = await db.query<ActRow>(
    `select acts.story_id as "storyId", acts.id as "actId", leaves.index, leaves.leaf, kind, state, acts.version,
       versions.act_id is not null as "madeVersion", case when acts.story_id = any ($2) then versions.fields end as fields,
       reason_class as "reasonClass", note, acted_by as by, stated_at as "statedAt", due_at as "dueAt", replacement, redacts,
       (select index from leaves as wrong where wrong.act_id = acts.withdraws) as withdraws,
       (select jsonb_object_agg(field, translate(encode(salt, 'base64'), E'\\n', '')) from field_commitments
        where field_commitments.act_id = acts.id) as salts
     from acts join leaves on leaves.act_id = acts.id left join versions on versions.act_id = acts.id
     where acts.story_id = any ($1) order by acts.id`,
    [ids, shown],
  );
  const acts = Map.groupBy(rows, ({ storyId }) => storyId);
  const pictures = await readPictures(db, rows);
  return listed.map(({ storyId, code, lang, translationGroup, translations }) => ({
    code,
    lang,
    translationGroup,
    translations,
    ...withheldFrom(acts.get(storyId) ?? [], pictures),
  }));
}

function withheldFrom(
  rows: ActRow[],
  pictures: Map<string, ExportedPicture>,
): Pick<ExportedStory, 'acts' | 'versions'> {
  const acts = rows.map(
    (row): ExportedAct => ({
      index: row.index,
      leaf: row.leaf,
      state: row.state,
      facts: opened(factsOf(row), row.salts),
    }),
  );
  const versions = rows
    .filter(({ madeVersion }) => madeVersion)
    .map(
      (row): ExportedVersion => ({
        version: row.version,
        index: row.index,
        fields: opened(row.fields ?? {}, row.salts),
        pictures: pictureHashes(bodyOf(row.fields)).flatMap(
          (hash) => pictures.get(`${row.storyId} ${hash}`) ?? [],
        ),
      }),
    );
  return { acts: silent(acts), versions };
}

function opened(values: Record<string, unknown>, salts: ActRow['salts']): Record<string, Opened> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([field, value]) => {
      const salt = salts[field];
      return salt ? [[field, openWith(salt, value)]] : [];
    }),
  );
}

/** Of a story that readers do not get, the sentences go with the words, but for the one that says why. */
export function silent(acts: ExportedAct[]): ExportedAct[] {
  const speaking = speakingAct(historyOf(acts));
  if (speaking === null) return acts;
  return acts.map((act) => {
    if (act.index === speaking) return act;
    const { note: _, ...facts } = act.facts;
    return { ...act, facts };
  });
}

function bodyOf(fields: Record<string, unknown> | null): StoryText {
  return (fields?.body as StoryText | undefined) ?? { type: 'doc', content: [] };
}

/** Pictures that the words of these stories show and whose bytes are kept, by story and hash. */
async function readPictures(db: Client, rows: ActRow[]): Promise<Map<string, ExportedPicture>> {
  const stories = rows
    .filter(({ fields }) => pictureHashes(bodyOf(fields)).length > 0)
    .map(({ storyId }) => storyId);
  if (stories.length === 0) return new Map();
  const { rows: found } = await db.query<ExportedPicture & { storyId: number }>(
    `select story_id as "storyId", encode(sha256, 'hex') as sha256, media_type as "mediaType", width, height
     from picture_uses join pictures using (sha256) where story_id = any ($1)`,
    [stories],
  );
  return new Map(found.map(({ storyId, ...picture }) => [`${storyId} ${picture.sha256}`, picture]));
}

/** Pictures of stories that readers get, by hash. */
export async function listPicturesAfter(
  db: Client,
  sha256: string,
  limit: number,
): Promise<{ sha256: string; mediaType: string; bytes: number }[]> {
  const { rows } = await db.query<{ sha256: string; mediaType: string; bytes: number }>(
    `select encode(sha256, 'hex') as sha256, media_type as "mediaType", length(bytes) as bytes from pictures
     where sha256 > $1 and exists (select from picture_uses join published using (story_id)
       where picture_uses.sha256 = pictures.sha256)
     order by sha256 limit $2`,
    [Buffer.from(sha256, 'hex'), limit],
  );
  return rows;
}

export async function readPictureBytes(db: Client, sha256: string): Promise<Buffer> {
  const { rows } = await db.query<{ bytes: Buffer }>('select bytes from pictures where sha256 = $1', [
    Buffer.from(sha256, 'hex'),
  ]);
  if (!rows[0]) throw new Error(`The picture ${sha256} is not there.`);
  return rows[0].bytes;
}

/** A story's line in the pages by date. `headline` null: readers do not get it. */
export type IndexRow = { code: number; lang: string; at: Date; state: PublicState; headline: string | null };

/** All stories by the time of their first publication, `batch` at a time, inside the caller's transaction. */
export async function* storiesByTime(db: Client, batch = 1_000): AsyncGenerator<IndexRow[]> {
  await db.query(
    `declare stories_by_time no scroll cursor for
     select stories.code, stories.lang, first.at, coalesce(withheld_by.state, 'public') as state,
       published.headline
     from stories cross join lateral (
         select effective_at as at from acts where story_id = stories.id order by id limit 1) as first
       left join published on published.story_id = stories.id
       left join withheld on withheld.story_id = stories.id left join acts as withheld_by on withheld_by.id = withheld.act_id
     where stories.code is not null order by first.at, stories.code`,
  );
  for (;;) {
    const { rows } = await db.query<IndexRow>(`fetch ${batch} from stories_by_time`);
    if (rows.length === 0) break;
    yield rows;
  }
  await db.query('close stories_by_time');
}
