/** Two texts of one story, laid side by side so that they can be made one. Pure. */
import { diffArrays } from 'diff';
import type { StoryFields } from '../../stories/story.ts';
import type { Block, StoryText } from '../../text/story-text.ts';
import { canonical } from './same-text.ts';

/** `mine` and `theirs` stand for each other; what both have is `same`. */
export type Hunk = { kind: 'same'; blocks: Block[] } | { kind: 'choice'; mine: Block[]; theirs: Block[] };
export type Choice = 'mine' | 'theirs' | 'both';

export function bodyHunks(mine: StoryText, theirs: StoryText): Hunk[] {
  const [ours, others] = [mine.content, theirs.content];
  const hunks: Hunk[] = [];
  let [at, there] = [0, 0];
  for (const { added, removed, count } of diffArrays(ours.map(canonical), others.map(canonical))) {
    const last = hunks.at(-1);
    if (!added && !removed) {
      hunks.push({ kind: 'same', blocks: ours.slice(at, at + count) });
      at += count;
      there += count;
      continue;
    }
    const choice = last?.kind === 'choice' ? last : { kind: 'choice' as const, mine: [], theirs: [] };
    if (choice !== last) hunks.push(choice);
    if (removed) {
      choice.mine.push(...ours.slice(at, at + count));
      at += count;
    } else {
      choice.theirs.push(...others.slice(there, there + count));
      there += count;
    }
  }
  return hunks;
}

/** @param choices by the hunk's place; where none is made both stand, so that no word is lost. */
export function mergedBody(hunks: readonly Hunk[], choices: ReadonlyMap<number, Choice>): StoryText {
  const content = hunks.flatMap((hunk, place) => {
    if (hunk.kind === 'same') return hunk.blocks;
    const choice = choices.get(place) ?? 'both';
    return [...(choice === 'theirs' ? [] : hunk.mine), ...(choice === 'mine' ? [] : hunk.theirs)];
  });
  return { type: 'doc', content };
}

/** @param taken names of the fields in which theirs stands; the body is merged on its own. */
export function mergedFields(
  mine: StoryFields,
  theirs: StoryFields,
  taken: ReadonlySet<keyof StoryFields>,
  body: StoryText,
): StoryFields {
  const chosen = [...taken].map((name) => [name, theirs[name]] as const);
  return { ...mine, ...(Object.fromEntries(chosen) as Partial<StoryFields>), body };
}
