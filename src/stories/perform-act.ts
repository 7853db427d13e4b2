/** One door to all acts, for the command line and for those that were scheduled. */
import type { ActKind } from '../record/act.ts';
import type { ActDeps, Acted, ActRequest } from './begin-act.ts';
import { correctStory } from './correct-story.ts';
import { holdStory } from './hold-story.ts';
import { killStory } from './kill-story.ts';
import { publishStory } from './publish-story.ts';
import { redactStory } from './redact-story.ts';
import type { Result } from './refusal.ts';
import { releaseStory } from './release-story.ts';
import { updateStory } from './update-story.ts';
import { withdrawAct } from './withdraw-act.ts';

export type ActOrder = ActRequest & {
  kind: ActKind;
  /** Kill: code of the story in its place. */
  replacement?: number | null | undefined;
  /** Redact: names of fields. */
  fields?: readonly string[] | undefined;
};

const useCases: Record<ActKind, (deps: ActDeps, asked: ActOrder) => Promise<Result<Acted>>> = {
  publish: publishStory,
  update: updateStory,
  correct: correctStory,
  hold: holdStory,
  release: releaseStory,
  kill: killStory,
  redact: redactStory,
  withdraw: withdrawAct,
};

/** Inside the caller's transaction. */
export async function performAct(deps: ActDeps, order: ActOrder): Promise<Result<Acted>> {
  return useCases[order.kind](deps, order);
}
