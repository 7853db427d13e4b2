/** What every deed at the desk begins with: the story is held, it is found on its desk, and the policy is asked. */
import type { Agency } from '../editions/edition.ts';
import { may, type Verb } from '../people/policy.ts';
import type { Person } from '../people/session-store.ts';
import { type Result, refuse } from '../stories/refusal.ts';
import type { Saying } from '../stories/saying.ts';
import { type Client, lockStory, type StoryRow } from '../stories/story-store.ts';
import { type DeskItem, readItem } from './desk-store.ts';

export type DeskDeps = { db: Client; agency: Agency; now: Date; person: Person; saying: Saying };

export type AtDesk = { story: StoryRow; item: DeskItem };

/** Inside the caller's transaction, until whose end nobody else can do anything with the story. */
export async function holdStoryAtDesk(deps: DeskDeps, storyId: number, verb: Verb): Promise<Result<AtDesk>> {
  const story = await lockStory(deps.db, storyId);
  if (!story) return refuse({ kind: 'no-such-story' });
  const item = await readItem(deps.db, storyId);
  if (!may(deps.person, verb, { desk: item.desk, lang: story.lang }))
    return refuse({ kind: 'not-allowed', what: verb, desk: item.desk, lang: story.lang });
  return { ok: true, value: { story, item } };
}
