/**
 * Takes back an act that was wrong, and only the newest: an update or a correction gives way to the words before it, as a
 * new version; a kill is undone.
 */
import { readLeaf } from '../log/log-store.ts';
import { recordAct } from '../record/record-act.ts';
import { readVersion } from '../record/version-store.ts';
import { actWithoutWords } from './act-without-words.ts';
import { type ActDeps, type Acted, type ActRequest, beginAct, coded, noFacts } from './begin-act.ts';
import { type Result, refuse } from './refusal.ts';
import { fieldNames, wholeFields } from './story.ts';

/** Inside the caller's transaction. Words that were redacted do not come back. */
export async function withdrawAct({ db, now }: ActDeps, asked: ActRequest): Promise<Result<Acted>> {
  const begun = await beginAct(db, 'withdraw', asked);
  if (!begun.ok) return begun;
  const { story, soFar } = begun.value;
  const wrong = soFar.last;
  const leaf = wrong && (await readLeaf(db, wrong.actId));
  if (!wrong || !leaf) throw new Error(`Story ${story.code} has no act to withdraw.`);
  const withdraws = { actId: wrong.actId, leafIndex: leaf.index };
  if (wrong.kind === 'kill')
    return actWithoutWords(db, { kind: 'withdraw', begun: begun.value, now, facts: { withdraws } });
  const before = await readVersion(db, story.id, wrong.version - 1);
  if (!before) throw new Error(`Story ${story.code} has no version before ${wrong.version}.`);
  if (before.gaps.some(({ field }) => (fieldNames as string[]).includes(field)))
    return refuse({ kind: 'words-redacted', code: coded(story).code, version: before.version });
  const version = wrong.version + 1;
  const { actId, actedAt } = await recordAct(db, {
    ...noFacts,
    ...begun.value,
    story: coded(story),
    kind: 'withdraw',
    version,
    fields: wholeFields(before.fields),
    withdraws,
    now,
  });
  return { ok: true, value: { code: coded(story).code, version, actId, actedAt } };
}
