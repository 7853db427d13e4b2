/** Stems of words: PostgreSQL's dictionaries for the languages that have one, our own rule for Persian. */
import type { Client } from '../stories/story-store.ts';
import { foldLetters, lowered } from './fold-letters.ts';
import { persianStem } from './persian-affixes.ts';
import type { SearchWord } from './search-words.ts';

/** What a word is besides itself: its stem, '' where it is too common to ask for alone, null where it has none. */
export type StemOf = (word: SearchWord) => string | null;

const dictionaries: Record<string, string> = {
  ar: 'arabic_stem',
  ca: 'catalan_stem',
  da: 'danish_stem',
  de: 'german_stem',
  el: 'greek_stem',
  en: 'english_stem',
  es: 'spanish_stem',
  fi: 'finnish_stem',
  fr: 'french_stem',
  hu: 'hungarian_stem',
  id: 'indonesian_stem',
  it: 'italian_stem',
  nl: 'dutch_stem',
  no: 'norwegian_stem',
  pt: 'portuguese_stem',
  ro: 'romanian_stem',
  ru: 'russian_stem',
  sv: 'swedish_stem',
  tr: 'turkish_stem',
};

/** Stems that are remembered of each dictionary; a language's everyday words are fewer. */
const mostKept = 60_000;
const kept = new Map<string, Map<string, string | null>>();

/** Asks the database for those of the words that are not remembered, in one question. */
export async function readStems(db: Client, lang: string, words: Iterable<SearchWord>): Promise<StemOf> {
  const language = lang.split('-', 1)[0] ?? '';
  if (language === 'fa') return ({ word, piece }) => (piece ? null : persianStem(word));
  const dictionary = dictionaries[language];
  if (!dictionary) return () => null;
  const known = rememberedOf(dictionary);
  const missing = new Set<string>();
  for (const one of words) if (!known.has(one.raw) && isStemmed(one)) missing.add(one.raw);
  if (missing.size > 0) {
    const raws = [...missing];
    const { rows } = await db.query<{ stems: string[] | null }>(
      `select ts_lexize($1::regdictionary, word) as stems from unnest($2::text[]) with ordinality as asked (word, place)
       order by place`,
      [dictionary, raws.map(lowered)],
    );
    rows.forEach(({ stems }, at) => {
      known.set(raws[at] as string, stems && foldLetters(stems[0] ?? ''));
    });
  }
  return ({ raw, piece }) => (piece === null ? (known.get(raw) ?? null) : null);
}

/** Figures and pieces have no stem, and very long words are not worth remembering. */
function isStemmed({ raw, piece }: SearchWord): boolean {
  return piece === null && raw.length <= 40 && /\p{L}/u.test(raw);
}

function rememberedOf(dictionary: string): Map<string, string | null> {
  const known = kept.get(dictionary);
  if (known && known.size < mostKept) return known;
  const fresh = new Map<string, string | null>();
  kept.set(dictionary, fresh);
  return fresh;
}
