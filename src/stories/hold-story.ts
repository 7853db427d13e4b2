/** Takes a published story out of sight while it is checked. A hold ends with a release or a kill. */
import { actWithoutWords } from './act-without-words.ts';
import { type ActDeps, type Acted, type ActRequest, beginAct } from './begin-act.ts';
import type { Result } from './refusal.ts';

/** Inside the caller's transaction. */
export async function holdStory({ db, now }: ActDeps, asked: ActRequest): Promise<Result<Acted>> {
  const begun = await beginAct(db, 'hold', asked);
  return begun.ok ? actWithoutWords(db, { kind: 'hold', begun: begun.value, now }) : begun;
}
