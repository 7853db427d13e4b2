/** Loads a file of Media Topics: all of it, or nothing. */
import { holdSettings } from '../editions/setting.ts';
import { type By, writeAudit } from '../people/audit.ts';
import { oneLine } from '../stories/clean-fields.ts';
import { type Result, refuse } from '../stories/refusal.ts';
import type { Client } from '../stories/story-store.ts';
import { readVocabulary } from './read-vocabulary.ts';
import { putSubjects } from './subject-store.ts';
import { UnfitVocabulary } from './unfit-vocabulary.ts';

export type LoadedVocabulary = {
  /** In the file. */
  concepts: number;
  added: number;
  /** Known before, and now otherwise named, placed or retired. */
  changed: number;
};

/** `name`: the file's, for the list of changes. Inside the caller's transaction. */
export async function loadVocabulary(
  { db, now, by }: { db: Client; now: Date; by: By },
  { name, text }: { name: string; text: string },
): Promise<Result<LoadedVocabulary>> {
  let concepts: ReturnType<typeof readVocabulary>;
  try {
    concepts = readVocabulary(text);
  } catch (error) {
    if (!(error instanceof UnfitVocabulary)) throw error;
    return refuse({ kind: 'unfit-vocabulary', sentence: `${error.message} Nothing of the file was loaded.` });
  }
  await holdSettings(db);
  const loaded = { concepts: concepts.length, ...(await putSubjects(db, concepts)) };
  const about = { file: oneLine(name).slice(0, 200), ...loaded };
  await writeAudit(db, { by, what: 'settings.subjects-loaded', about, at: now });
  return { ok: true, value: loaded };
}
