/** How long a text is, as newsrooms count. Pure. */
import { plainText } from './plain-text.ts';
import type { StoryText } from './story-text.ts';

/** A run of letters, digits and what joins them; U+200C stands inside Persian words. */
const word = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}'’-]|\u200c|\u200d)*/gu;

export function countWords(text: string): number {
  let count = 0;
  for (const _ of text.matchAll(word)) count++;
  return count;
}

/** Words of a lead and a body, as the desk shows them. */
export function countStory({ lead, body }: { lead: string; body: StoryText }): number {
  return countWords(lead) + countWords(plainText(body));
}
