/** A story as it stood at a past moment: the newest act until then says what readers got. */
import type { PastMoment } from '../site/public-at.ts';
import { wholeFields } from '../stories/story.ts';
import type { Client, StoryRow } from '../stories/story-store.ts';
import type { ActKind, PublicState } from './act.ts';
import { type PublicStory, readVersion } from './version-store.ts';

/** Public then: its words. Not public then: what readers were told, and by which act. */
export type StoryThen =
  | { state: 'public'; story: PublicStory }
  | { state: Exclude<PublicState, 'public'>; actId: number };

type Act = { id: number; kind: ActKind; state: PublicState; version: number };

/** @returns null where nothing was published by then. */
export async function readStoryAt(
  db: Client,
  story: StoryRow & { code: number },
  moment: PastMoment,
): Promise<StoryThen | null> {
  const clock = moment.clock === 'effective' ? 'effective_at' : 'acted_at';
  const { rows } = await db.query<Act>(
    `select id, kind, state, version from acts where story_id = $1 and ${clock} <= $2 order by id desc limit 1`,
    [story.id, moment.at],
  );
  const [act] = rows;
  if (!act) return null;
  if (act.state !== 'public') return { state: act.state, actId: act.id };
  const version = await readVersion(db, story.id, act.version);
  const { rows: first } = await db.query<{ at: Date }>(
    'select effective_at as at from acts where story_id = $1 order by id limit 1',
    [story.id],
  );
  if (!version || !first[0]) throw new Error(`Story ${story.code} has no version ${act.version}.`);
  return {
    state: 'public',
    story: {
      story_id: story.id,
      code: story.code,
      lang: story.lang,
      version: act.version,
      effective_at: first[0].at,
      updated_at: act.version > 1 ? version.effectiveAt : null,
      act_id: act.id,
      fields: wholeFields(version.fields),
      gaps: version.gaps,
      translation_group: story.translation_group,
    },
  };
}
