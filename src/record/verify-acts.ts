/** Whether each act is what its leaf says, its words what its commitments say, and each story's acts a possible row. */
import type { Client } from '../stories/story-store.ts';
import { factsOf } from './act-facts.ts';
import { canonicalJson } from './canonical-json.ts';
import { commitment64 } from './commitment.ts';
import { leafText } from './leaf.ts';
import { type RecordedAct, readActs } from './recorded-acts.ts';
import { emptyRow, placeOf, type RowOfActs, rowAfter } from './row-of-acts.ts';
import type { Tell } from './verify-record.ts';
import { checkStrays } from './verify-strays.ts';

export async function checkActs(db: Client, tell: Tell): Promise<{ acts: number; stories: number }> {
  /** Those with acts to come, so that memory does not grow with the archive. */
  const unfinished = new Map<number, RowOfActs>();
  let stories = 0;
  let lastAt = 0;
  let acts = 0;
  for await (const rows of readActs(db)) {
    for (const row of rows) {
      const wrong = (what: string) => tell({ code: row.code, version: row.version, what });
      checkAct(row, wrong);
      if (row.actedAt.getTime() <= lastAt)
        wrong(`The ${row.kind} is not later than the act recorded before it.`);
      lastAt = row.actedAt.getTime();
      const after = checkPlace(row, unfinished.get(row.storyId) ?? emptyRow, wrong);
      if (row.isNewest) {
        unfinished.delete(row.storyId);
        stories++;
      } else unfinished.set(row.storyId, after);
    }
    acts += rows.length;
  }
  await checkStrays(db, tell);
  return { acts, stories };
}

/** What the act itself says, against its leaf. */
function checkAct(row: RecordedAct, wrong: (what: string) => void): void {
  const { leaf, kind, code, made } = row;
  if (leaf === null || code === null) {
    wrong(`The ${kind} has no ${leaf === null ? 'leaf in the log' : 'code'}.`);
    return;
  }
  const commitments = Object.fromEntries(made.fields.map((field, at) => [field, made.commitments[at] ?? '']));
  const said = leafText(
    { kind, actedAt: row.actedAt, code, lang: row.lang, version: row.version },
    commitments,
  );
  if (said !== leaf) wrong(`The ${kind} is not what its leaf ${row.index} says: ${differs(said, leaf)}.`);
  if (row.lang !== row.storyLang)
    wrong(`The story's language was changed from ${row.lang} to ${row.storyLang}.`);
  if (!row.hasOutbox) wrong(`The ${kind} has no outbox row.`);
  const values: Record<string, unknown> = {
    ...row.fields,
    ...factsOf({ ...row, withdraws: row.withdrawnIndex }),
  };
  const gaps = new Set(row.gaps);
  for (const [at, field] of made.fields.entries()) {
    const salt = made.salts[at] ?? null;
    if (gaps.has(field)) {
      const kept =
        salt !== null || (field === 'note' ? row.note !== '' : row.fields !== null && field in row.fields);
      if (kept) wrong(`The ${field} was removed, but words or salt of it are there.`);
    } else if (salt === null) wrong(`The salt of the ${field} is gone without a redaction.`);
    else if (!opens(field, values[field], salt, made.commitments[at]))
      wrong(`The ${field} is not what was recorded.`);
    delete values[field];
  }
  for (const field of Object.keys(values)) {
    if (!(field === 'note' && gaps.has('note')))
      wrong(`The ${field} is there, but the leaf does not commit to it.`);
  }
}

function opens(field: string, value: unknown, salt: string, commitment: string | undefined): boolean {
  if (value === undefined) return false;
  return commitment64(field, canonicalJson(value), Buffer.from(salt, 'hex')) === commitment;
}

/** The members of a leaf that differ, by name. */
function differs(said: string, leaf: string): string {
  try {
    const [a, b] = [JSON.parse(said), JSON.parse(leaf)] as Record<string, unknown>[];
    const names = [...new Set([...Object.keys(a ?? {}), ...Object.keys(b ?? {})])];
    return names
      .filter((name) => canonicalJson(a?.[name] ?? null) !== canonicalJson(b?.[name] ?? null))
      .join(', ');
  } catch {
    return 'it is no leaf';
  }
}

/** The act's place among those on its story: may it follow, and is its version the next? */
function checkPlace(row: RecordedAct, story: RowOfActs, wrong: (what: string) => void): RowOfActs {
  const { kind } = row;
  const { makesWords, version, state } = placeOf(story, row);
  const made = row.madeVersion !== null;
  if (made !== makesWords) wrong(`The ${kind} ${made ? 'has' : 'lacks'} a version.`);
  if (row.version !== version || (made && row.madeVersion !== version))
    wrong(`The ${kind} names version ${row.version}; it should be ${version}.`);
  if (state !== row.state)
    wrong(`The story is “${row.state}” after the ${kind}; it should be “${state ?? 'as before'}”.`);
  return rowAfter(story, row);
}
