/** Stories that readers lost of late: feeds tell of them under the ids that they had, so that nobody goes on showing them. */
import type { PublicState } from '../record/act.ts';
import type { Client } from '../stories/story-store.ts';
import { inList, type NamedList, valueOfList } from './named-list.ts';

export type TakenBack = {
  code: number;
  state: Exclude<PublicState, 'public'>;
  /** The story's place in lists. */
  at: Date;
  /** When readers lost it. */
  since: Date;
  actId: number;
};

/**
 * Newest first. What a law removed is told where an edition and its sections are told of, and in no list that would say by whom
 * or about what it was (see `listStories`). @param since acts before are told no more.
 */
export async function listTakenBack(
  db: Client,
  lang: string,
  of: NamedList | null,
  { since, limit }: { since: Date; limit: number },
): Promise<TakenBack[]> {
  const values = [lang, since, limit, ...(of ? [await valueOfList(db, of)] : [])];
  const { rows } = await db.query<TakenBack>(
    `select stories.code, why.state, last.effective_at as at, why.acted_at as since, why.id as "actId"
     from acts as why join withheld on withheld.act_id = why.id join stories on stories.id = why.story_id,
       lateral (select * from past_published where story_id = why.story_id order by from_acted desc limit 1) as last
     where why.lang = $1 and why.acted_at >= $2 and why.kind not in ('publish', 'update')
       ${of ? `and ${inList(of.list, '$4', 'last')}` : ''} ${of && of.list !== 'section' ? `and why.state <> 'removed'` : ''}
     order by why.acted_at desc limit $3`,
    values,
  );
  return rows;
}
