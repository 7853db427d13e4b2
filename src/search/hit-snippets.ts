/** Hits with the words around what was asked for. */
import { type ListedRow, withoutGoneWords } from '../site/list-store.ts';
import type { Client } from '../stories/story-store.ts';
import type { Reading } from './read-question.ts';
import type { HitRow } from './search-store.ts';
import { hitsIn, type SnippetPart, snippetOf, snippetWords } from './snippet.ts';
import { readStems } from './stems.ts';

export type Hit = ListedRow & { story_id: number; snippet: SnippetPart[] };

/** Of the lead where a word of it is asked for, else of the body. `isWidened`: the last word stands for those that begin so. */
export async function withSnippets(
  db: Client,
  rows: HitRow[],
  readings: Reading[],
  isWidened: boolean,
): Promise<Hit[]> {
  const byLang = new Map(readings.map((reading) => [reading.lang, reading]));
  const texts = rows.map((row) =>
    row.gone ? [] : [row.lead, row.plain].map((text) => ({ text, words: snippetWords(text, row.lang) })),
  );
  const hits: Hit[] = [];
  for (const [at, row] of rows.entries()) {
    const { plain: _, ...listed } = row;
    const reading = byLang.get(row.lang);
    const both = texts[at] ?? [];
    let snippet: SnippetPart[] = [];
    if (reading && reading.terms.length > 0) {
      const stemOf = await readStems(
        db,
        row.lang,
        both.flatMap(({ words }) => words),
      );
      const widened = isWidened ? reading.widenedTerm : null;
      for (const { text, words } of both)
        if (snippet.length === 0)
          snippet = snippetOf(text, words, hitsIn(words, reading.terms, { stemOf, widened }));
    }
    hits.push({ ...withoutGoneWords(listed), snippet });
  }
  return hits;
}
