/** Which rows a view shows, in which sections, with counts that equal them. Pure. */
import type { Desk, DeskRow } from '../../desk/desk-api.ts';
import { latinDigits } from '../words/format.ts';
import { type Board, type SectionKey, sectionOf } from './merge-rows.ts';

/** Empty: every one. `text`: words of a headline, slug or thread, or a code. */
export type Filters = { desk: string; lang: string; mine: boolean; text: string };
export const noFilters: Filters = { desk: '', lang: '', mine: false, text: '' };

export type RowItem = {
  kind: 'row';
  row: DeskRow;
  section: SectionKey;
  /** Where it belongs by now, where that is not where it stands. */
  movedTo: SectionKey | null;
  gone: boolean;
};
export type Item = { kind: 'section'; key: SectionKey; count: number } | RowItem;
export type Section = { key: SectionKey; rows: RowItem[] };

const publicOnes: SectionKey[] = ['scheduled', 'public', 'held', 'killed', 'removed', 'idle'];

/** Stages of the desks in their order, then what the record says. */
export function sectionKeys(desks: readonly Desk[], desk: string): SectionKey[] {
  const stages = desks.filter(({ slug }) => desk === '' || slug === desk).flatMap(({ stages }) => stages);
  const keys = stages.map(({ slug }): SectionKey => `stage:${slug}`);
  return [...new Set([...keys, ...publicOnes])];
}

/** Stages stand there even when they are empty; a state that no story is in does not. */
export function sectionsOf(
  board: Board,
  { filters, me, keys }: { filters: Filters; me: { id: string; name: string }; keys: readonly SectionKey[] },
): Section[] {
  const fits = fitting(filters, me);
  const sections = new Map<SectionKey, RowItem[]>(keys.map((key) => [key, []]));
  for (const { id, section } of board.shown) {
    const row = board.rows.get(id);
    if (!row || !fits(row)) continue;
    const now = sectionOf(row);
    const item: RowItem = {
      kind: 'row',
      row,
      section,
      movedTo: now === section ? null : now,
      gone: board.gone.has(id),
    };
    const others = sections.get(section);
    if (others) others.push(item);
    else sections.set(section, [item]);
  }
  return [...sections]
    .map(([key, rows]) => ({ key, rows }))
    .filter(({ key, rows }) => rows.length > 0 || key.startsWith('stage:'));
}

export function itemsOf(sections: readonly Section[]): Item[] {
  return sections.flatMap(({ key, rows }): Item[] => [{ kind: 'section', key, count: rows.length }, ...rows]);
}

function fitting(filters: Filters, me: { id: string; name: string }): (row: DeskRow) => boolean {
  const { desk, lang, mine } = filters;
  const words = latinDigits(filters.text).toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return (row) => {
    if (desk !== '' && row.desk !== desk) return false;
    if (lang !== '' && row.lang !== lang) return false;
    if (mine && row.changedBy !== me.name && !row.openBy.some(({ id }) => id === me.id)) return false;
    if (words.length === 0) return true;
    const text = `${row.code ?? ''} ${row.headline} ${row.slug} ${row.thread}`.toLocaleLowerCase();
    return words.every((word) => text.includes(word));
  };
}
