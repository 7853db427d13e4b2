/** Finds public stories of an edition for somebody who types: by code, or by the beginnings of words. */
import { quoted } from '../search/kept-words.ts';
import { type SearchWord, searchWords } from '../search/search-words.ts';
import { columnsOf, type ListedRow } from '../site/list-store.ts';
import { publicAt, type Wanted } from '../site/public-at.ts';
import type { Client } from '../stories/story-store.ts';

/** Newest stories that are looked through one by one. What stands in few of them is asked of the index of words. */
const lookedThrough = 5_000;

const newestFirst = 'order by effective_at desc, code desc';

/** Newest first. `asked`: whatever was typed; where nothing of it is a letter or a figure, nothing is found. */
export async function findCandidates(
  db: Client,
  { lang, asked, limit }: { lang: string; asked: string; limit: number },
): Promise<ListedRow[]> {
  const words = searchWords(asked, lang);
  const [{ word } = { word: '' }] = words;
  if (word === '') return [];
  const find = (which: string, values: unknown[], { where, tail }: Wanted) =>
    listFound(db, which, { where, tail: tail ?? '', values: [lang, limit, ...values] });
  if (words.length === 1 && /^[1-9]\d{0,14}$/.test(word))
    return find('true', [Number(word)], { where: 'lang = $1 and code = $3' });
  const query = words.map(beginning).join(' & ');
  const has = 'search @@ $3::tsquery';
  const values = [query];
  // Neither way is quick for every word: the one reads all that have a common one, the other all stories for a rare one.
  const newest = await find(has, values, {
    where: 'lang = $1',
    tail: `${newestFirst} limit ${lookedThrough}`,
  });
  return newest.length >= limit ? newest : find('true', values, { where: `lang = $1 and ${has}` });
}

/** `which`: of those that are wanted. $2: how many. Materialised, so that the order does not choose the way to them. */
async function listFound(
  db: Client,
  which: string,
  { values, ...wanted }: Required<Wanted> & { values: unknown[] },
): Promise<ListedRow[]> {
  const from = publicAt(null, () => '', wanted);
  const { rows } = await db.query<ListedRow>(
    `with found as materialized (select * from ${from} as wanted)
     select ${columnsOf('found')} from found where ${which} ${newestFirst} limit $2`,
    values,
  );
  return rows;
}

/** A single letter begins too many words to be looked for as a beginning. */
function beginning({ word, piece }: SearchWord): string {
  return word.length > 1 && piece === null ? `${quoted(word)}:*` : quoted(word);
}
