/**
 * How much a comment is like those that moderators rejected: naive Bayes over its words, per language. It never rejects; it
 * sorts, and says which words it goes by. What it knows is counts of hashed words, bounded in number.
 */
import { createHash } from 'node:crypto';
import type { Client } from '../stories/story-store.ts';
import { plainWords } from './letters.ts';

export type Likeness = {
  /** From 0, like what was published, to 1, like what was rejected. 0.5: nothing is known. */
  rejected: number;
  /** The words of the comment that say so most, at most three. */
  because: string[];
};

export type WordCounts = { published: number; rejected: number };

/** Words of one comment that count; longer ones than this are no words. */
const mostWords = 200;
const longestWord = 40;
/** Words kept of one language; the rarest go first. */
export const mostKept = 30_000;
/** Below so many decisions of either kind nothing is said. */
const fewest = 5;

/** Row 0 of a language counts its comments. */
const ofAll = '0';

/** Of a comment's words, each once. */
export function countedWords(text: string): string[] {
  return [...new Set(plainWords(text))].filter((word) => word.length <= longestWord).slice(0, mostWords);
}

/** Pure. `all`: how many comments were decided on; `counts`: of each word, how many of them had it. */
export function weigh(
  words: readonly string[],
  all: WordCounts,
  counts: ReadonlyMap<string, WordCounts>,
): Likeness {
  if (all.published < fewest || all.rejected < fewest) return { rejected: 0.5, because: [] };
  const weights = words.flatMap((word) => {
    const of = counts.get(word);
    if (!of) return [];
    const inRejected = (of.rejected + 0.5) / (all.rejected + 1);
    const inPublished = (of.published + 0.5) / (all.published + 1);
    return [{ word, weight: Math.log(inRejected / inPublished) }];
  });
  const strongest = weights.toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight)).slice(0, 15);
  const sum = strongest.reduce((total, { weight }) => total + weight, 0);
  const rejected = 1 / (1 + Math.exp(-sum));
  const because = strongest
    .filter(({ weight }) => weight * sum > 0 && Math.abs(weight) > 0.5)
    .slice(0, 3)
    .map(({ word }) => word);
  return { rejected, because };
}

export async function likenessOf(db: Client, lang: string, text: string): Promise<Likeness> {
  const words = countedWords(text);
  const byHash = new Map(words.map((word) => [hashOf(word), word]));
  const { rows } = await db.query<{ word: string } & WordCounts>(
    'select word::text, published, rejected from comment_words where lang = $1 and word = any ($2::bigint[])',
    [lang, [ofAll, ...byHash.keys()]],
  );
  const all = rows.find(({ word }) => word === ofAll) ?? { published: 0, rejected: 0 };
  const counts = new Map(rows.map((row) => [byHash.get(row.word) ?? '', row]));
  return weigh(words, all, counts);
}

/** Learns what a moderator decided, or, `times` -1, unlearns what was taken back. */
export async function learn(
  db: Client,
  { lang, text, as, times }: { lang: string; text: string; as: 'published' | 'rejected'; times: 1 | -1 },
): Promise<void> {
  // In one order, so that two moderators do not wait for each other in a circle.
  const hashes = [ofAll, ...countedWords(text).map(hashOf)].sort();
  await db.query(
    `insert into comment_words as known (lang, word, ${as})
     select $1, word, greatest(0, $3::integer) from unnest($2::bigint[]) as word
     on conflict (lang, word) do update set ${as} = greatest(0, known.${as} + $3::integer)`,
    [lang, hashes, times],
  );
}

/** Keeps what is known bounded. */
export async function forgetRareWords(db: Client): Promise<void> {
  await db.query(
    `delete from comment_words using (
       select lang, word, row_number() over (partition by lang order by published + rejected desc, word) as place
       from comment_words) as placed
     where placed.place > $1 and comment_words.lang = placed.lang and comment_words.word = placed.word`,
    [mostKept],
  );
}

/** The first 8 bytes of its SHA-256, as PostgreSQL's bigint in decimal; never 0. */
function hashOf(word: string): string {
  return String(createHash('sha256').update(word).digest().readBigInt64BE() || 1n);
}
