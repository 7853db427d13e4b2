/** Tells whoever was sent a story by a newsletter that it was taken back, as those are told whom an alert sent it. */
import { type Notice, noticeAll } from '../mail/withdrawn-notice.ts';
import type { NewsletterDeps } from './make-issues.ts';

/** @returns how many issues it was told of. */
export function tellWithdrawnIssues(deps: Omit<NewsletterDeps, 'agency'>): Promise<number> {
  return noticeAll(deps, async (db, { since, limit }) => {
    // An issue with two such stories is updated for one of them, and found again for the other.
    const { rows } = await db.query<Notice>(
      `update mails set stories = nullif(array_remove(mails.stories, gone.story), '{}')
       from (select issue.id, withheld.story_id as story from withheld join acts on acts.id = withheld.act_id
           join mails as issue on issue.stories @> array[withheld.story_id]
         where acts.state in ('killed', 'removed') and acts.acted_at > $1 and issue.follower_id is not null
           and issue.following_id is not null limit $2 for update of issue skip locked) as gone
       where mails.id = gone.id
       returning following_id as following, follower_id as follower, mails.lang, gone.story, mails.done_at as "mailedAt"`,
      [since, limit],
    );
    return rows;
  });
}
