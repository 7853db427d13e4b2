/** Tables without merged cells: Tab goes on, and rows and columns come and go. */
import { type Editor, Extension } from '@tiptap/core';
import type { Node, ResolvedPos } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';

export const tableKeys = Extension.create({
  name: 'tableKeys',
  priority: 900,
  addKeyboardShortcuts() {
    return {
      Tab: () => goToCell(this.editor, 1),
      'Shift-Tab': () => goToCell(this.editor, -1),
    };
  },
});

export function addTable(editor: Editor): void {
  const cells = (header: boolean) =>
    Array.from({ length: 3 }, () => ({ type: 'cell', attrs: { header }, content: [{ type: 'paragraph' }] }));
  const rows = [true, false, false].map((header) => ({ type: 'row', content: cells(header) }));
  const { state, view } = editor;
  const table = state.schema.nodeFromJSON({ type: 'table', content: rows });
  const tr = state.tr.replaceSelectionWith(table);
  tr.doc.descendants((node, at) => {
    if (node === table) tr.setSelection(TextSelection.near(tr.doc.resolve(at + 1)));
    return node !== table;
  });
  view.dispatch(tr.scrollIntoView());
  view.focus();
}

export type TableChange = 'add-row' | 'add-column' | 'drop-row' | 'drop-column' | 'drop-table';

/** Makes the table anew without or with one more. The cursor goes to the new one, or to what stands in the old one's place. */
export function changeTable(editor: Editor, change: TableChange): boolean {
  const place = placeInTable(editor.state.selection.$from);
  if (!place) return false;
  const { table, from, row: atRow, column } = place;
  const empty = (header: boolean) => ({ type: 'cell', attrs: { header }, content: [{ type: 'paragraph' }] });
  type Cells = { attrs?: { header?: boolean } }[];
  const rows = (table.toJSON().content as { content: Cells }[]).map(({ content }) => content);
  const width = Math.max(...rows.map((cells) => cells.length));
  const changed: Record<TableChange, () => Cells[]> = {
    'add-row': () =>
      rows.toSpliced(
        atRow + 1,
        0,
        Array.from({ length: width }, () => empty(false)),
      ),
    'add-column': () =>
      rows.map((cells) => cells.toSpliced(column + 1, 0, empty(cells[column]?.attrs?.header ?? false))),
    'drop-row': () => rows.toSpliced(atRow, 1),
    'drop-column': () => rows.map((cells) => cells.toSpliced(column, 1)),
    'drop-table': () => [],
  };
  const left = changed[change]().filter((cells) => cells.length > 0);
  const to = from + table.nodeSize;
  if (left.length === 0) return editor.chain().deleteRange({ from, to }).focus().run();
  const content = left.map((cells) => ({ type: 'row', content: cells }));
  const { state, view } = editor;
  const made = state.schema.nodeFromJSON({ type: 'table', attrs: table.attrs, content });
  const tr = state.tr.replaceWith(from, to, made);
  const row = change === 'add-row' ? atRow + 1 : Math.min(atRow, left.length - 1);
  const cell = change === 'add-column' ? column + 1 : column;
  const last = (left[row]?.length ?? 1) - 1;
  tr.setSelection(
    TextSelection.near(tr.doc.resolve(cellIn(made, from, { row, column: Math.min(cell, last) }))),
  );
  view.dispatch(tr.scrollIntoView());
  view.focus();
  return true;
}

/** Where the words of a cell begin. @param from where the table does. */
function cellIn(table: Node, from: number, { row, column }: { row: number; column: number }): number {
  let at = from + 1;
  for (let before = 0; before < row; before++) at += table.child(before).nodeSize;
  at += 1;
  for (let before = 0; before < column; before++) at += table.child(row).child(before).nodeSize;
  return at + 1;
}

export function isInTable(editor: Editor): boolean {
  return placeInTable(editor.state.selection.$from) !== null;
}

type InTable = { table: Node; from: number; row: number; column: number };

function placeInTable(at: ResolvedPos): InTable | null {
  for (let depth = at.depth; depth > 0; depth--) {
    if (at.node(depth).type.name !== 'table') continue;
    return {
      table: at.node(depth),
      from: at.before(depth),
      row: at.index(depth),
      column: at.index(depth + 1),
    };
  }
  return null;
}

/** Behind the last cell a new row begins. */
function goToCell(editor: Editor, by: 1 | -1): boolean {
  const place = placeInTable(editor.state.selection.$from);
  if (!place) return false;
  const starts: number[] = [];
  place.table.descendants((node, at) => {
    if (node.type.name !== 'cell') return true;
    starts.push(place.from + 1 + at);
    return false;
  });
  const here = starts.findLastIndex((start) => start < editor.state.selection.from);
  const next = starts[here + by];
  if (next === undefined) {
    if (by < 0) return true;
    changeTable(editor, 'add-row');
    const { tr } = editor.state;
    const grown = tr.doc.nodeAt(place.from) as Node;
    const first = cellIn(grown, place.from, { row: place.row + 1, column: 0 });
    editor.view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(first))));
    return true;
  }
  const { state, view } = editor;
  view.dispatch(state.tr.setSelection(TextSelection.near(state.doc.resolve(next + 1))).scrollIntoView());
  return true;
}
