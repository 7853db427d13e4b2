/** Gives a held story back to its readers, with the words of its newest version. */
import { actWithoutWords } from './act-without-words.ts';
import { type ActDeps, type Acted, type ActRequest, beginAct } from './begin-act.ts';
import type { Result } from './refusal.ts';

/** Inside the caller's transaction. */
export async function releaseStory({ db, now }: ActDeps, asked: ActRequest): Promise<Result<Acted>> {
  const begun = await beginAct(db, 'release', asked);
  return begun.ok ? actWithoutWords(db, { kind: 'release', begun: begun.value, now }) : begun;
}
