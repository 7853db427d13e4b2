/**
 * A vocabulary as a table, with commas, semicolons or tabs between (RFC 4180): columns `code` and `broader`, if there are
 * `retired`, `successor` and `wikidata`, and one column of names for each language, headed by its tag.
 */
import { readCode, readLabels, readRetired, readWikidata } from './concept-parts.ts';
import type { Concept } from './subject.ts';
import { UnfitVocabulary } from './unfit-vocabulary.ts';

type Row = { line: number; cells: string[] };

const columns = ['code', 'broader', 'retired', 'successor', 'wikidata'];

/** @throws UnfitVocabulary, naming the line. */
export function readTable(text: string): Concept[] {
  const [head, ...rows] = rowsOf(text);
  const names = (head?.cells ?? []).map((name) => name.trim().toLowerCase());
  if (!names.includes('code') || !names.includes('broader'))
    throw new UnfitVocabulary(
      'The first line must name the columns: code, broader, and a language for each name.',
    );
  const seen = new Set<string>();
  const twice = names.find((name) => seen.size === seen.add(name).size);
  if (twice !== undefined) throw new UnfitVocabulary(`The first line names the column “${twice}” twice.`);
  return rows.map(({ line, cells }) => {
    const where = `Line ${line}`;
    if (cells.length !== names.length)
      throw new UnfitVocabulary(`${where} has ${cells.length} columns, the first line ${names.length}.`);
    const row = Object.fromEntries(names.map((name, at) => [name, (cells[at] ?? '').trim()]));
    const { code, broader, retired, successor, wikidata, ...labels } = row;
    return {
      code: readCode(code, where),
      broader: broader ? readCode(broader, `${where}, broader`) : null,
      labels: readLabels(labels, where),
      retired: names.includes('retired') ? readRetired(retired, where) : undefined,
      successor: successor ? readCode(successor, `${where}, successor`) : null,
      wikidata: readWikidata([wikidata]),
    };
  });
}

/** Whether a first line names the columns of such a table. */
export function isTable(text: string): boolean {
  const names = (text.split(/\r?\n/, 1)[0] ?? '')
    .split(/[,;\t]/)
    .map((name) => name.replaceAll('"', '').trim());
  return names.some((name) => columns.includes(name.toLowerCase()));
}

/** Lines that have nothing in them are left out. */
function rowsOf(text: string): Row[] {
  const mark = /[,;\t]/.exec(text.split('\n', 1)[0] ?? '')?.[0] ?? ',';
  const rows: Row[] = [];
  let line = 1;
  let row: Row = { line, cells: [''] };
  const add = (words: string) => {
    row.cells[row.cells.length - 1] += words;
  };
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] as string;
    if (letter === '"' && row.cells.at(-1) === '') {
      const end = endOfQuoted(text, at, row.line);
      const quoted = text.slice(at + 1, end);
      add(quoted.replaceAll('""', '"'));
      line += quoted.split('\n').length - 1;
      at = end;
    } else if (letter === mark) row.cells.push('');
    else if (letter === '\n') {
      rows.push(row);
      line++;
      row = { line, cells: [''] };
    } else if (letter !== '\r') add(letter);
  }
  return [...rows, row].filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
}

/** @returns where the closing quotation mark stands. */
function endOfQuoted(text: string, from: number, line: number): number {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] !== '"') continue;
    if (text[at + 1] !== '"') return at;
    at++;
  }
  throw new UnfitVocabulary(`Line ${line} opens a quotation mark that nothing closes.`);
}
