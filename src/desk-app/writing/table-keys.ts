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
  editor.chain().focus().insertContent({ type: 'table', content: rows }).run();
}

export type TableChange = 'add-row' | 'add-column' | 'drop-row' | 'drop-column' | 'drop-table';

/** Makes the table anew without or with one more; the cursor stays in its cell where that is left. */
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
    'drop-column': () => rows.map((cells) => cells.toSpliced(column, 1)).filter((cells) => cells.length > 0),
    'drop-table': () => [],
  };
  const left = changed[change]().filter((cells) => cells.length > 0);
  const to = from + table.nodeSize;
  if (left.length === 0) return editor.chain().deleteRange({ from, to }).focus().run();
  const content = left.map((cells) => ({ type: 'row', content: cells }));
  const at = editor.state.selection.from;
  return editor
    .chain()
    .insertContentAt({ from, to }, { type: 'table', attrs: table.attrs, content })
    .setTextSelection(Math.min(at, from + 3))
    .focus()
    .run();
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
    return true;
  }
  const { state, view } = editor;
  view.dispatch(state.tr.setSelection(TextSelection.near(state.doc.resolve(next + 1))).scrollIntoView());
  return true;
}
