/** Every SQL statement about the vocabulary of subjects. */
import type { Client } from '../stories/story-store.ts';
import type { Concept } from './subject.ts';

export type KeptSubject = {
  code: string;
  broader: string | null;
  labels: Record<string, string>;
  /** YYYY-MM-DD; null: in use. */
  retired: string | null;
  successor: string | null;
};

const kept = `select code, broader, labels, to_char(retired_on, 'YYYY-MM-DD') as retired, successor from subjects`;

export async function listSubjects(db: Client): Promise<KeptSubject[]> {
  return (await db.query<KeptSubject>(`${kept} order by code`)).rows;
}

/** Those of the codes that are known, by code. */
export async function readSubjects(db: Client, codes: readonly string[]): Promise<Map<string, KeptSubject>> {
  const { rows } = await db.query<KeptSubject>(`${kept} where code = any ($1)`, [codes]);
  return new Map(rows.map((subject) => [subject.code, subject]));
}

/**
 * Puts concepts over what is known: names are added to those in other languages, and what a file does not say stays.
 * What is not among them stays as it is.
 */
export async function putSubjects(
  db: Client,
  concepts: readonly Concept[],
): Promise<{ added: number; changed: number }> {
  const { rows } = await db.query<{ added: boolean }>(
    `insert into subjects (code, broader, labels, retired_on, successor, wikidata)
     select code, broader, labels, retired, successor, wikidata
     from jsonb_to_recordset($1) as concept (code text, broader text, labels jsonb, retired date,
       successor text, wikidata text)
     on conflict (code) do update set broader = excluded.broader, labels = subjects.labels || excluded.labels,
       retired_on = case when excluded.code = any ($2) then subjects.retired_on else excluded.retired_on end,
       successor = coalesce(excluded.successor, subjects.successor),
       wikidata = coalesce(excluded.wikidata, subjects.wikidata)
     where (subjects.broader, subjects.labels, subjects.retired_on, subjects.successor, subjects.wikidata)
       is distinct from (excluded.broader, subjects.labels || excluded.labels,
         case when excluded.code = any ($2) then subjects.retired_on else excluded.retired_on end,
         coalesce(excluded.successor, subjects.successor), coalesce(excluded.wikidata, subjects.wikidata))
     returning xmax = 0 as added`,
    [
      JSON.stringify(concepts),
      concepts.filter(({ retired }) => retired === undefined).map(({ code }) => code),
    ],
  );
  const added = rows.filter((row) => row.added).length;
  return { added, changed: rows.length - added };
}

export type VocabularySize = { subjects: number; retired: number; languages: string[] };

export async function sizeOfVocabulary(db: Client): Promise<VocabularySize> {
  const { rows } = await db.query<VocabularySize>(
    `select count(*)::int as subjects, count(retired_on)::int as retired,
       (select array_agg(distinct lang order by lang) from subjects, jsonb_object_keys(labels) as lang) as languages
     from subjects`,
  );
  return rows[0] as VocabularySize;
}
