/** The words that the house spells one way, by language, among the settings. */
import type { Client } from '../stories/story-store.ts';
import type { Spelling } from './house-style.ts';

/** By BCP 47 primary subtag. */
export type Spellings = Record<string, Spelling[]>;

export async function readAllSpellings(db: Client): Promise<Spellings> {
  const { rows } = await db.query<{ value: Spellings }>(
    `select value from settings where name = 'spellings'`,
  );
  return rows[0]?.value ?? {};
}

export async function readSpellings(db: Client, lang: string): Promise<Spelling[]> {
  return (await readAllSpellings(db))[lang.toLowerCase().split('-')[0] ?? ''] ?? [];
}

export async function writeSpellings(db: Client, spellings: Spellings): Promise<void> {
  await db.query(
    `insert into settings (name, value) values ('spellings', $1) on conflict (name) do update set value = excluded.value`,
    [JSON.stringify(spellings)],
  );
}
