/**
 * The board: rows as they are now, and the places in which they are shown. What changes elsewhere changes a row where
 * it stands; nothing moves, comes or goes under the cursor until it is let in (`settle`). Pure.
 */
import type { DeskRow } from '../../desk/desk-api.ts';

/** `stage:review`, or what the record says: `scheduled`, `public`, `held`, `killed`, `removed`. */
export type SectionKey = `stage:${string}` | 'scheduled' | 'public' | 'held' | 'killed' | 'removed' | 'idle';

export type Shown = { id: number; section: SectionKey };

export type Board = {
  rows: ReadonlyMap<number, DeskRow>;
  /** In the order of the screen, section by section. */
  shown: readonly Shown[];
  /** Known, and not let in yet. */
  held: ReadonlySet<number>;
  /** Shown still, though the server has them no more. */
  gone: ReadonlySet<number>;
};

export const emptyBoard: Board = { rows: new Map(), shown: [], held: new Set(), gone: new Set() };

export function boardOf(rows: readonly DeskRow[]): Board {
  return settle({ ...emptyBoard, rows: new Map(rows.map((row) => [row.id, row])) });
}

/** A story in work stands in its stage, whatever readers get of it; one that waits for its hour among the scheduled. */
export function sectionOf(row: DeskRow): SectionKey {
  if (row.due && !row.due.undoable) return 'scheduled';
  if (row.stage !== null) return `stage:${row.stage}`;
  return row.state ?? 'idle';
}

/** @param asked ids that were read again; one that is not among `answered` is gone. */
export function mergeRows(board: Board, asked: readonly number[], answered: readonly DeskRow[]): Board {
  const rows = new Map(board.rows);
  const held = new Set(board.held);
  const gone = new Set(board.gone);
  const shown = new Set(board.shown.map(({ id }) => id));
  for (const row of answered) {
    rows.set(row.id, row);
    gone.delete(row.id);
    if (!shown.has(row.id)) held.add(row.id);
  }
  const present = new Set(answered.map(({ id }) => id));
  for (const id of asked) {
    if (present.has(id) || !rows.has(id)) continue;
    if (shown.has(id)) gone.add(id);
    else {
      rows.delete(id);
      held.delete(id);
    }
  }
  return { rows, shown: board.shown, held, gone };
}

/** Lets everything in and puts each row where it belongs. */
export function settle(board: Board): Board {
  const rows = new Map([...board.rows].filter(([id]) => !board.gone.has(id)));
  const shown = [...rows.values()].sort(inOrder).map((row) => ({ id: row.id, section: sectionOf(row) }));
  return { rows, shown, held: new Set(), gone: new Set() };
}

/** Lets in, moves or removes only these: what a person does himself is seen at once. */
export function settleOnly(board: Board, ids: readonly number[]): Board {
  const chosen = new Set(ids);
  const rows = new Map([...board.rows].filter(([id]) => !(chosen.has(id) && board.gone.has(id))));
  const without = (set: ReadonlySet<number>) => new Set([...set].filter((id) => !chosen.has(id)));
  const shown = board.shown.filter(({ id, section }) => {
    const row = rows.get(id);
    return row !== undefined && !(chosen.has(id) && sectionOf(row) !== section);
  });
  const placed = new Set(shown.map(({ id }) => id));
  for (const id of ids) {
    const row = rows.get(id);
    if (!row || placed.has(id)) continue;
    const at = shown.findIndex((one) => {
      const other = rows.get(one.id);
      return one.section === sectionOf(row) && other !== undefined && inOrder(row, other) < 0;
    });
    shown.splice(at < 0 ? shown.length : at, 0, { id, section: sectionOf(row) });
  }
  return { rows, shown, held: without(board.held), gone: without(board.gone) };
}

/** How much waits to be let in. */
export function waitingIn(board: Board): { fresh: number; moved: number } {
  const moved = board.shown.filter(({ id, section }) => {
    const row = board.rows.get(id);
    return board.gone.has(id) || (row !== undefined && sectionOf(row) !== section);
  });
  return { fresh: board.held.size, moved: moved.length };
}

/** Within a section: work by urgency, then the newest; the scheduled by their hour; what is public by time alone. */
function inOrder(a: DeskRow, b: DeskRow): number {
  const section = sectionOf(a);
  if (section !== sectionOf(b)) return section < sectionOf(b) ? -1 : 1;
  if (section === 'scheduled' && a.due && b.due && a.due.at !== b.due.at) return a.due.at < b.due.at ? -1 : 1;
  if (section.startsWith('stage:') && a.priority !== b.priority) return a.priority - b.priority;
  if (a.changedAt !== b.changedAt) return a.changedAt < b.changedAt ? 1 : -1;
  return b.id - a.id;
}
