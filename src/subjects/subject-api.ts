/** What the desk's screens and its server say to each other about subjects, as JSON. Types alone. */
import type { LoadedVocabulary } from './load-vocabulary.ts';
import type { VocabularySize } from './subject-store.ts';

/** GET /api/desk/subjects?lang=fa: the whole vocabulary, named in one language. */
export type SubjectsJson = { subjects: SubjectJson[] };

export type SubjectJson = {
  code: string;
  /** In the language that was asked for, or the nearest there is. */
  name: string;
  english: string;
  /** Null: one of the seventeen at the top. */
  broader: string | null;
  /** YYYY-MM-DD; null: it is in use. */
  retired: string | null;
  /** The code that stands in its place, where that is known. */
  successor: string | null;
};

/** GET /api/settings/subjects */
export type VocabularyJson = VocabularySize;

/** PUT /api/settings/subjects: a file, whole, in any form that it comes in. 422: why nothing of it was loaded. */
export type LoadVocabularyAsk = { name: string; text: string };
export type VocabularyLoadedJson = { loaded: LoadedVocabulary; now: VocabularySize };
