/**
 * The words that are offered for a misspelt one: those of the headlines and leads that readers get now, by edition. A
 * story's words are taken out with the act that takes it, or a version of it, from readers; new ones are taken in a little
 * later, some at a time.
 */
import type pg from 'pg';
import { inTransaction } from '../record/transaction.ts';
import type { Client } from '../stories/story-store.ts';
import { lowered } from './fold-letters.ts';
import { searchWords } from './search-words.ts';

/** Stories that are read at once, and, where none was yet, how many of the newest. */
const batch = 200;
const newestAtFirst = 20_000;

type Counted = { word: string; spelled: string; stories: number };

/** What was public of a story until now. */
export type SpelledSpan = { lang: string; headline: string; lead: string; act_id: number };

/** In the transaction of the act, after the story was taken from what is public. */
export async function forgetSpellings(db: Client, ended: SpelledSpan[]): Promise<void> {
  for (const row of ended) {
    const { rowCount: isTakenIn } = await db.query(
      'select from search_words_until where lang = $1 and act_id >= $2',
      [row.lang, row.act_id],
    );
    if (!isTakenIn) continue;
    const words = countWords([row]).map(({ word }) => word);
    // In one order everywhere, so that nobody waits in a circle.
    await db.query(
      `with theirs as (select word from search_words where lang = $1 and word = any ($2) order by word for update)
       update search_words set stories = stories - 1 from theirs where lang = $1 and search_words.word = theirs.word`,
      [row.lang, words],
    );
    await db.query('delete from search_words where lang = $1 and word = any ($2) and stories < 1', [
      row.lang,
      words,
    ]);
  }
}

/** Takes in the words of what was published since. `go`: asked before each batch. */
export async function learnSpellings(
  pool: pg.Pool,
  langs: string[],
  go: () => boolean = () => true,
): Promise<void> {
  for (const lang of langs) {
    for (let read = batch; read === batch && go(); ) read = await learnSome(pool, lang);
  }
}

/** @returns how many stories were read. */
function learnSome(pool: pg.Pool, lang: string): Promise<number> {
  return inTransaction(pool, async (db) => {
    await db.query(
      `insert into search_words_until (lang, act_id) values ($1, coalesce(
         (select act_id from published where lang = $1 order by act_id desc offset $2 limit 1), 0)) on conflict do nothing`,
      [lang, newestAtFirst],
    );
    const { rows: until } = await db.query<{ act_id: number }>(
      'select act_id from search_words_until where lang = $1 for update',
      [lang],
    );
    // An act that takes one of them away waits for us, and then finds its words.
    const { rows } = await db.query<{ lang: string; headline: string; lead: string; act_id: number }>(
      `select lang, headline, lead, act_id from published where lang = $1 and act_id > $2
       order by act_id limit $3 for share`,
      [lang, until[0]?.act_id ?? 0, batch],
    );
    const last = rows.at(-1);
    if (!last) return 0;
    const counted = countWords(rows);
    await db.query(
      `insert into search_words (lang, word, spelled, letters, stories)
       select $1, word, spelled, letters, stories
       from unnest($2::text[], $3::text[], $4::text[], $5::int[]) as new (word, spelled, letters, stories)
       on conflict (lang, word) do update
         set stories = search_words.stories + excluded.stories, spelled = excluded.spelled`,
      [
        lang,
        counted.map(({ word }) => word),
        counted.map(({ spelled }) => spelled),
        counted.map(({ word }) => asciiLetters(word)),
        counted.map(({ stories }) => stories),
      ],
    );
    await db.query('update search_words_until set act_id = $2 where lang = $1', [lang, last.act_id]);
    return rows.length;
  });
}

/** Shorter words are like too many others; figures and pieces of writing without spaces are not misspelt. */
const shortest = 4;
const longest = 40;

/** In the order of the words. */
function countWords(stories: { lang: string; headline: string; lead: string }[]): Counted[] {
  const counted = new Map<string, Counted>();
  for (const { lang, headline, lead } of stories) {
    const own = new Map(searchWords(`${headline}\n${lead}`, lang).map((one) => [one.word, one]));
    for (const { word, raw, piece } of own.values()) {
      if (piece || word.length < shortest || word.length > longest || /\p{N}/u.test(word)) continue;
      const there = counted.get(word);
      if (there) there.stories += 1;
      else counted.set(word, { word, spelled: lowered(raw), stories: 1 });
    }
  }
  return [...counted.values()].sort((one, other) => (one.word < other.word ? -1 : 1));
}

/**
 * For each word that no headline or lead has, the one most like it; null: the word is there, or none is like it. All null where the
 * database lacks pg_trgm.
 */
export async function findAlike(db: Client, lang: string, words: string[]): Promise<(string | null)[]> {
  if (words.length === 0 || !(await hasTrigrams(db))) return words.map(() => null);
  const { rows } = await db.query<{ spelled: string | null }>(
    `select alike.spelled from unnest($2::text[], $3::text[]) with ordinality as asked (word, letters, place)
       left join lateral (
         select spelled from search_words where lang = $1 and search_words.letters % asked.letters
           and not exists (select from search_words as same where same.lang = $1 and same.word = asked.word)
         order by similarity(search_words.letters, asked.letters) desc, stories desc, word limit 1) as alike on true
     order by asked.place`,
    [lang, words, words.map(asciiLetters)],
  );
  return rows.map(({ spelled }) => spelled);
}

/**
 * Each letter as one that pg_trgm takes for a letter whatever the database's locale: those of one alphabet that stand
 * within 26 of each other stay apart, which is enough to tell words that are alike.
 */
function asciiLetters(word: string): string {
  return [...word]
    .map((letter) =>
      /[a-z]/.test(letter) ? letter : String.fromCharCode(0x61 + ((letter.codePointAt(0) as number) % 26)),
    )
    .join('');
}

/** Whether the database can tell words that are alike. */
export async function hasTrigrams(db: Client): Promise<boolean> {
  const { rows } = await db.query<{ has: boolean }>(
    `select to_regprocedure('similarity(text, text)') is not null as has`,
  );
  return rows[0]?.has === true;
}
