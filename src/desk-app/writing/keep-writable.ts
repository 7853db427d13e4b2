/** What holds in the editor whatever is typed: there is always a line to write on, and steps can be taken back. */
import { Extension } from '@tiptap/core';
import { baseKeymap } from '@tiptap/pm/commands';
import { dropCursor } from '@tiptap/pm/dropcursor';
import { gapCursor } from '@tiptap/pm/gapcursor';
import { history, redo, undo } from '@tiptap/pm/history';
import { keymap } from '@tiptap/pm/keymap';
import { Plugin } from '@tiptap/pm/state';

export const keepWritable = Extension.create({
  name: 'keepWritable',
  addProseMirrorPlugins() {
    return [
      history(),
      keymap({ 'Mod-z': undo, 'Mod-y': redo, 'Shift-Mod-z': redo }),
      keymap(baseKeymap),
      dropCursor({ color: false, class: 'drop-cursor' }),
      gapCursor(),
      new Plugin({
        appendTransaction: (_done, _before, state) =>
          state.doc.childCount === 0
            ? state.tr.insert(0, state.schema.nodes.paragraph?.create() as never)
            : null,
      }),
    ];
  },
});
