/** Which subjects a story may be given: a plain rule, asked when a draft is saved. */
import { type Refusal, type Result, refuse } from '../stories/refusal.ts';
import type { Subject } from '../stories/story.ts';
import type { Client } from '../stories/story-store.ts';
import { labelIn } from './subject.ts';
import { type KeptSubject, readSubjects } from './subject-store.ts';

/** @returns why one of the chosen cannot be given to a story, null where all can. */
function whyNotSubjects(chosen: readonly Subject[], known: ReadonlyMap<string, KeptSubject>): Refusal | null {
  for (const { code, name } of chosen) {
    const subject = known.get(code);
    if (!subject) return { kind: 'no-such-subject', code, name };
    if (subject.retired === null) continue;
    const successor = known.get(subject.successor ?? '');
    const instead = successor ? { code: successor.code, name: labelIn(successor.labels, 'en') } : null;
    return { kind: 'subject-retired', code, name, on: subject.retired, instead };
  }
  return null;
}

/** @param had subjects that the story carries already: it keeps them, whatever has become of them. */
export async function checkSubjects(
  db: Client,
  chosen: readonly Subject[],
  had: readonly Subject[],
): Promise<Result<null>> {
  const before = new Set(had.map(({ code }) => code));
  const fresh = chosen.filter(({ code }) => !before.has(code));
  if (fresh.length === 0) return { ok: true, value: null };
  const known = await readSubjects(
    db,
    fresh.map(({ code }) => code),
  );
  const successors = [...known.values()].flatMap(({ successor }) => successor ?? []);
  const all = new Map([...(await readSubjects(db, successors)), ...known]);
  const unfit = whyNotSubjects(fresh, all);
  return unfit ? refuse(unfit) : { ok: true, value: null };
}

/** The same subjects under the names that the vocabulary has for them in a language; those it does not know stay. */
export async function nameSubjects(
  db: Client,
  subjects: readonly Subject[],
  lang: string,
): Promise<Subject[]> {
  const known = await readSubjects(
    db,
    subjects.map(({ code }) => code),
  );
  return subjects.map(({ code, name }) => {
    const subject = known.get(code);
    return { code, name: subject ? labelIn(subject.labels, lang) : name };
  });
}
