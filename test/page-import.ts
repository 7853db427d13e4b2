/** Saved pages for tests, and what a database holds after they came in. */
import type pg from 'pg';
import { type ImportDeps, type ImportReport, importPage } from '../src/evidence/import-page.ts';
import { agency, noon } from './invented-story.ts';

/** A sentence of an ordinary story; repeated it makes one that is long enough. */
export const prose =
  'The council voted on Monday, after a long and friendly debate, to keep the old wooden bridge open to walkers and riders.';

type PageWords = { date?: string; code?: number | null; headline?: string; text?: string[] };

/** A story page saved as text. */
export function textPage({
  date = 'Saturday 5 August 2017 - 11:54',
  code = 100,
  headline = 'Bridge stays open to walkers',
  text = [prose, prose],
}: PageWords = {}): string {
  return [[date, ...(code === null ? [] : [`Story Code : ${code}`])].join('\n'), headline, ...text, '']
    .filter((part, nth, parts) => part !== '' || nth === parts.length - 1)
    .join('\n\n');
}

/** A story page saved as HTML. `head` goes into its head. */
export function htmlPage({
  date = '5 August 2017 11:54',
  headline = 'Bridge stays open to walkers',
  text = [prose, prose],
  head = '',
}: PageWords & { head?: string } = {}): string {
  const paragraphs = text.map((one) => `<p>${one}</p>`).join('\n');
  return `<!doctype html><html><head>${head}</head><body><article><h1>${headline}</h1>\n<p class="date">${date}</p>\n${paragraphs}</article></body></html>\n`;
}

/** Imports at noon of 14 March 2026, in the agency's zone, unless told otherwise. */
export function importInto(
  pool: pg.Pool,
  page: string | Uint8Array,
  { file = 'page.html', ...changes }: Partial<ImportDeps> & { file?: string } = {},
): Promise<ImportReport> {
  const deps = { pool, agency, clock: () => noon, zone: agency.zone, publish: false, ...changes };
  return importPage(deps, file, Buffer.from(page as string));
}

/** All rows of all tables: two equal answers mean that nothing was changed between them. */
export async function everyRow(pool: pg.Pool): Promise<Record<string, string[]>> {
  const { rows: tables } = await pool.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public' order by tablename",
  );
  const kept: Record<string, string[]> = {};
  for (const { name } of tables) {
    const { rows } = await pool.query<{ row: string }>(`select t::text as row from ${name} t order by 1`);
    kept[name] = rows.map(({ row }) => row);
  }
  return kept;
}

/** The bytes of a text in a one-byte encoding. @throws where it has no byte for a letter. */
export function oneByte(text: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const bytes = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]),
  );
  return Uint8Array.from([...text], (sign) => {
    const byte = bytes.get(sign);
    if (byte === undefined) throw new Error(`${encoding} has no ${sign}`);
    return byte;
  });
}
