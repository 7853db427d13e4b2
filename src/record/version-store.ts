/** Reading versions. */

import type { StoryFields } from '../stories/story.ts';
import { wholeFields } from '../stories/story.ts';
import type { Client } from '../stories/story-store.ts';

/** @returns the number of a story's newest version, 0 where nothing was published. */
export async function newestVersion(db: Client, storyId: number): Promise<number> {
  const { rows } = await db.query<{ version: number }>(
    'select coalesce(max(version), 0) as version from versions where story_id = $1',
    [storyId],
  );
  return rows[0]?.version ?? 0;
}

/** A field whose words a redaction removed. */
export type Gap = { field: string; reasonClass: string; at: Date /** The redaction. */; actId: number };

/** One version with what is left of its words. */
export type Version = {
  version: number;
  /** The act that made it. */
  actId: number;
  fields: Partial<StoryFields>;
  gaps: Gap[];
  effectiveAt: Date;
  actedAt: Date;
};

/** All versions of a story, oldest first. */
export async function readVersions(db: Client, storyId: number): Promise<Version[]> {
  const { rows } = await db.query<Version>(`${versionQuery} where versions.story_id = $1 order by version`, [
    storyId,
  ]);
  return rows.map(withDates);
}

/** When readers got each version, oldest first: one that was made under a hold, when that ended. */
export async function readVersionTimes(
  db: Client,
  storyId: number,
): Promise<{ version: number; at: Date }[]> {
  const { rows } = await db.query<{ version: number; at: Date }>(
    `select versions.version, coalesce((select min(shown.effective_at) from acts as shown
         where shown.story_id = $1 and shown.version = versions.version and shown.state = 'public'), made.effective_at) as at
     from versions join acts as made on made.id = versions.act_id
     where versions.story_id = $1 order by versions.version`,
    [storyId],
  );
  return rows;
}

/** The bylines of a story, by version; those that a redaction removed are not there. */
export async function readBylines(db: Client, storyId: number): Promise<Map<number, string>> {
  const { rows } = await db.query<{ version: number; byline: string }>(
    `select version, fields ->> 'byline' as byline from versions where story_id = $1 and fields ->> 'byline' <> ''`,
    [storyId],
  );
  return new Map(rows.map(({ version, byline }) => [version, byline]));
}

export async function readVersion(db: Client, storyId: number, version: number): Promise<Version | null> {
  const { rows } = await db.query<Version>(
    `${versionQuery} where versions.story_id = $1 and versions.version = $2`,
    [storyId, version],
  );
  return rows[0] ? withDates(rows[0]) : null;
}

const gapsOf = (actId: string) =>
  `coalesce((select jsonb_agg(jsonb_build_object('field', gap.field, 'reasonClass', why.reason_class, 'at', why.acted_at,
       'actId', why.id)
     order by gap.field) from redactions as gap join acts as why on why.id = gap.act_id where gap.of_act = ${actId}), '[]')`;

const versionQuery = `select versions.version, versions.act_id as "actId", fields, ${gapsOf('versions.act_id')} as gaps,
    made.effective_at as "effectiveAt", made.acted_at as "actedAt"
  from versions join acts as made on made.id = versions.act_id`;

/** Times inside JSON come as text. */
function withDates<Row extends { gaps: Gap[] }>(row: Row): Row {
  return { ...row, gaps: row.gaps.map((gap) => ({ ...gap, at: new Date(gap.at) })) };
}

export type PublicStory = {
  story_id: number;
  code: number;
  lang: string;
  version: number;
  effective_at: Date;
  updated_at: Date | null;
  /** The newest act that changed what readers get. */
  act_id: number;
  fields: StoryFields;
  gaps: Gap[];
  translation_group: string | null;
};

/** The newest public version of the story with this code, or null. */
export async function readPublicStory(db: Client, code: number): Promise<PublicStory | null> {
  const { rows } = await db.query<PublicStory>(
    `select published.story_id, published.code, published.lang, published.version, published.effective_at,
       published.updated_at, published.act_id, versions.fields, ${gapsOf('versions.act_id')} as gaps,
       stories.translation_group
     from published join versions using (story_id, version) join stories on stories.id = published.story_id
     where published.code = $1`,
    [code],
  );
  const [row] = rows;
  return row ? withDates({ ...row, fields: wholeFields(row.fields) }) : null;
}
