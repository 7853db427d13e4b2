/** Finds public stories of an edition for somebody who types: by code, or by the beginnings of words. */
import { searchConfiguration, searchWords } from '../search/search-words.ts';
import { columnsOf, type ListedRow } from '../site/list-store.ts';
import { publicAt } from '../site/public-at.ts';
import type { Client } from '../stories/story-store.ts';

/** Newest first. `asked`: whatever was typed; where nothing of it is a letter or a figure, nothing is found. */
export async function findCandidates(
  db: Client,
  { lang, asked, limit }: { lang: string; asked: string; limit: number },
): Promise<ListedRow[]> {
  const words = searchWords(asked).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const values: unknown[] = [lang];
  const value = (one: unknown) => `$${values.push(one)}`;
  const [word = ''] = words;
  if (word === '') return [];
  const wanted =
    words.length === 1 && /^[1-9]\d{0,14}$/.test(word)
      ? `code = ${value(Number(word))}`
      : `search @@ to_tsquery(${value(searchConfiguration(lang))}::regconfig, ${value(words.map(beginning).join(' & '))})`;
  const tail = `order by effective_at desc, code desc limit ${value(limit)}`;
  const from = publicAt(null, value, { where: `lang = $1 and ${wanted}`, tail });
  const { rows } = await db.query<ListedRow>(
    `select ${columnsOf('found')} from ${from} as found ${tail}`,
    values,
  );
  return rows;
}

/** A single letter begins too many words to be looked for as a beginning. */
function beginning(word: string): string {
  return word.length > 1 ? `'${word}':*` : `'${word}'`;
}
