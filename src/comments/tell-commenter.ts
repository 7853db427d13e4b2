/** Tells the writer of a comment what became of it, where that was wished. */
import type { Client } from '../stories/story-store.ts';

export type Told = {
  /** The writer's address. */
  to: string;
  /** Of the story, which the writer reads. */
  lang: string;
  kind: 'published' | 'answered' | 'rejected';
  storyCode: number;
  /** The writer's own comment; of `answered`: the answer to it. */
  commentId: number;
  headline: string;
};

/** To be called in the transaction that decides. No mail leaves this installation yet. */
export async function tellCommenter(_db: Client, _told: Told): Promise<void> {}
