/** Tells whoever was sent a story by an alert that it was taken back. */
import { type Notice, noticeAll } from '../mail/withdrawn-notice.ts';
import type { AlertDeps } from './find-hits.ts';

/** @returns how many notices were queued. */
export function tellWithdrawn(deps: Omit<AlertDeps, 'agency'>): Promise<number> {
  return noticeAll(deps, async (db, { now, since, limit }) => {
    const { rows } = await db.query<Notice>(
      `update alert_hits set told_at = $1 from followings where followings.id = following_id
         and (following_id, story_id) in (
           select hits.following_id, hits.story_id from withheld join acts on acts.id = withheld.act_id
             join alert_hits as hits on hits.story_id = withheld.story_id and hits.mailed_at is not null and hits.told_at is null
           where acts.state in ('killed', 'removed') and acts.acted_at > $2 limit $3 for update of hits skip locked)
       returning following_id as following, follower_id as follower, lang, story_id as story, mailed_at as "mailedAt"`,
      [now, since, limit],
    );
    return rows;
  });
}
