/** Who may see a picture: whoever may read a story that shows it, or ever showed it. */
import type { PublicState } from '../record/act.ts';
import type { Client } from '../stories/story-store.ts';
import type { Focal } from '../text/story-text.ts';

export type PictureUse = {
  /** Public where one of its stories is; else held, while one may come back; else why it is gone. */
  state: PublicState;
  /** Codes of all published stories that use it: an act on one of them may change the state. */
  codes: number[];
};

/**
 * Null where no published story shows it, or ever showed it: drafts show it to nobody. @param focal the story must have
 * shown it with that point: nobody else decides how it may be cut.
 */
export async function readPictureUse(
  db: Client,
  { hash, focal = null }: { hash: string; focal?: Focal | null | undefined },
): Promise<PictureUse | null> {
  const { rows } = await db.query<{ code: number; state: PublicState }>(
    `select stories.code, coalesce(acts.state, 'public') as state
     from picture_uses join stories on stories.id = picture_uses.story_id
       left join published on published.story_id = stories.id
       left join withheld on withheld.story_id = stories.id left join acts on acts.id = withheld.act_id
     where sha256 = $1 and (published.story_id is not null or withheld.story_id is not null)
       and ($2::jsonb is null or exists (
         select from versions where versions.story_id = stories.id and fields -> 'body' -> 'content' @> $2))
     order by stories.code`,
    [Buffer.from(hash, 'hex'), focal && JSON.stringify([{ type: 'image', attrs: { picture: hash, focal } }])],
  );
  const state = order.find((one) => rows.some((row) => row.state === one));
  return state ? { state, codes: rows.map(({ code }) => code) } : null;
}

const order: PublicState[] = ['public', 'held', 'removed', 'killed'];
