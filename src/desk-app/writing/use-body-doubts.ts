/** Words that look glued: asked of the server block by block in a pause, shown in place, mended one key at a time. */
import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Glued, GluedJson } from '../../desk/desk-api.ts';
import { ask } from '../api/ask.ts';
import { type Doubt, doubtsIn, doubtsOf, markedKey, textBlocks } from './marked-words.ts';

export type Doubts = {
  list: Doubt[];
  /** The one that the cursor is in, or the next. */
  current: Doubt | null;
  next: () => void;
  repair: () => void;
  leave: () => void;
  lookNow: () => void;
};

const pauseMs = 1_500;
/** Blocks that one question carries. */
const blocksAtOnce = 200;

export function useDoubts(editor: Editor | null, lang: string): Doubts {
  const [list, setList] = useState<Doubt[]>([]);
  const [cursor, setCursor] = useState(0);
  const known = useRef(new WeakMap<Node, Glued[]>());
  const left = useRef(new Set<string>());
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const look = useCallback(async () => {
    if (!editor || editor.isDestroyed) return;
    const fresh = textBlocks(editor.state.doc).filter(({ node, text }) => text && !known.current.has(node));
    for (let at = 0; at < fresh.length; at += blocksAtOnce) {
      const some = fresh.slice(at, at + blocksAtOnce);
      const said = await ask<GluedJson>('POST', '/api/desk/glued', {
        texts: some.map(({ text }) => text),
        lang,
      }).catch(() => null);
      // A wish, not a duty: cut off, the words stay as they are and are asked for in the next pause.
      if (!said || editor.isDestroyed) return;
      some.forEach(({ node }, place) => {
        known.current.set(node, said.glued[place] ?? []);
      });
    }
    const blocks = textBlocks(editor.state.doc);
    const doubts = doubtsOf(
      blocks,
      blocks.map(({ node }) => known.current.get(node) ?? []),
    ).filter(({ before }) => !left.current.has(before));
    editor.view.dispatch(editor.state.tr.setMeta(markedKey, { doubts }).setMeta('addToHistory', false));
  }, [editor, lang]);

  useEffect(() => {
    if (!editor) return;
    const onTransaction = ({ transaction }: { transaction: { docChanged: boolean } }) => {
      const marked = markedKey.getState(editor.state);
      const doubts = marked ? doubtsIn(editor.state.doc, marked) : [];
      // Nothing in doubt, as usual: no key press draws anything.
      setList((before) => (before.length === 0 && doubts.length === 0 ? before : doubts));
      if (doubts.length > 0) setCursor(editor.state.selection.from);
      if (!transaction.docChanged) return;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void look(), pauseMs);
    };
    editor.on('transaction', onTransaction);
    void look();
    return () => {
      clearTimeout(timer.current);
      editor.off('transaction', onTransaction);
    };
  }, [editor, look]);

  const current = list.find(({ to }) => to >= cursor) ?? list[0] ?? null;
  const select = (doubt: Doubt | null | undefined) => {
    if (doubt)
      editor?.chain().focus().setTextSelection({ from: doubt.from, to: doubt.to }).scrollIntoView().run();
  };
  const after = (doubt: Doubt) =>
    list.find(({ from }) => from > doubt.from) ?? list.find((one) => one !== doubt);
  return {
    list,
    current,
    lookNow: () => void look(),
    next: () => {
      const { from = 0, to = 0 } = editor?.state.selection ?? {};
      const isOn = current && current.from === from && current.to === to;
      select(isOn ? after(current) : current);
    },
    repair: () => {
      if (!current || !editor) return;
      const next = after(current);
      editor.view.dispatch(editor.state.tr.insertText(current.after, current.from, current.to));
      const grown = current.after.length - (current.to - current.from);
      if (next)
        select(next.from > current.from ? { ...next, from: next.from + grown, to: next.to + grown } : next);
    },
    leave: () => {
      if (!current || !editor) return;
      left.current.add(current.before);
      const rest = list.filter(({ before }) => before !== current.before);
      editor.view.dispatch(editor.state.tr.setMeta(markedKey, { doubts: rest }));
      select(rest.find(({ from }) => from > current.from) ?? rest[0]);
    },
  };
}
