/** When a comment becomes public: its writer hears of it, and so does the writer of what it answers. */
import type { Client } from '../stories/story-store.ts';
import { type Told, tellCommenter } from './tell-commenter.ts';

/** In the transaction that publishes. */
export async function tellOfPublication(db: Client, commentId: number): Promise<void> {
  await tell(db, commentId, 'published');
  await tell(db, commentId, 'answered');
}

export function tellOfRejection(db: Client, commentId: number): Promise<void> {
  return tell(db, commentId, 'rejected');
}

async function tell(db: Client, commentId: number, kind: Told['kind']): Promise<void> {
  // Nobody hears of an answer that he wrote himself.
  const whose = kind === 'answered' ? 'comments.parent_id' : 'comments.id';
  const { rows } = await db.query<Omit<Told, 'kind' | 'commentId'>>(
    `select contact.email as to, comments.lang, stories.code as "storyCode",
       coalesce(versions.fields ->> 'headline', '') as headline
     from comments join comment_contacts as contact on contact.comment_id = ${whose} and contact.tell
       join stories on stories.id = comments.story_id
       join published on published.story_id = stories.id
       join versions on versions.story_id = stories.id and versions.version = published.version
       left join comment_contacts as own on own.comment_id = comments.id
     where comments.id = $1 and ($2 <> 'answered' or own.email is null or lower(own.email) <> lower(contact.email))`,
    [commentId, kind],
  );
  const [found] = rows;
  if (found) await tellCommenter(db, { ...found, kind, commentId });
}
