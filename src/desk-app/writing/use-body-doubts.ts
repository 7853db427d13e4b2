/** Words in doubt in the text of a story: asked for block by block in a pause, shown in place. */
import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Glued } from '../../desk/desk-api.ts';
import { askForDoubts, lookAfterMs } from './ask-for-doubts.ts';
import { type DoubtfulPlace, doubtsIn, doubtsOf, markedKey, textBlocks } from './marked-words.ts';

/** Doubts in one part of a story, in its own counting of places. */
export type DoubtsOfPart<Place extends DoubtfulPlace = DoubtfulPlace> = {
  list: Place[];
  /** Where the cursor is, or was last. */
  selection: () => { from: number; to: number };
  select: (place: Place) => void;
  /** Puts the words in that it offers, as if they were typed. */
  repair: (place: Place) => void;
};

type BodyDoubts = DoubtsOfPart & { lookNow: () => void };

/** @param left words that somebody looked at and left as they are. */
export function useBodyDoubts(editor: Editor | null, lang: string, left: ReadonlySet<string>): BodyDoubts {
  const [list, setList] = useState<DoubtfulPlace[]>([]);
  const known = useRef(new WeakMap<Node, Glued[]>());
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const look = useCallback(async () => {
    if (!editor || editor.isDestroyed) return;
    const fresh = textBlocks(editor.state.doc).filter(({ node, text }) => text && !known.current.has(node));
    const texts = fresh.map(({ text }) => text);
    const isWhole = await askForDoubts(texts, lang, (place, glued) => {
      const block = fresh[place];
      if (block) known.current.set(block.node, glued);
    });
    if (!isWhole || editor.isDestroyed) return;
    const blocks = textBlocks(editor.state.doc);
    const doubts = doubtsOf(
      blocks,
      blocks.map(({ node }) => known.current.get(node) ?? []),
    );
    editor.view.dispatch(editor.state.tr.setMeta(markedKey, { doubts }).setMeta('addToHistory', false));
  }, [editor, lang]);

  useEffect(() => {
    if (!editor) return;
    const onTransaction = ({ transaction }: { transaction: { docChanged: boolean } }) => {
      const marked = markedKey.getState(editor.state);
      const doubts = marked ? doubtsIn(editor.state.doc, marked) : [];
      // Nothing in doubt, as usual: no key press draws anything.
      setList((before) => (before.length === 0 && doubts.length === 0 ? before : doubts));
      if (!transaction.docChanged) return;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void look(), lookAfterMs);
    };
    editor.on('transaction', onTransaction);
    void look();
    return () => {
      clearTimeout(timer.current);
      editor.off('transaction', onTransaction);
    };
  }, [editor, look]);

  useEffect(() => {
    if (!editor || editor.isDestroyed) return;
    const marked = markedKey.getState(editor.state);
    const doubts = marked ? doubtsIn(editor.state.doc, marked) : [];
    const rest = doubts.filter(({ before }) => !left.has(before));
    if (rest.length < doubts.length)
      editor.view.dispatch(
        editor.state.tr.setMeta(markedKey, { doubts: rest }).setMeta('addToHistory', false),
      );
  });

  return {
    list: list.filter(({ before }) => !left.has(before)),
    lookNow: () => void look(),
    selection: () => {
      const { from = 0, to = 0 } = editor?.state.selection ?? {};
      return { from, to };
    },
    select: ({ from, to }) => {
      editor?.chain().focus().setTextSelection({ from, to }).scrollIntoView().run();
    },
    repair: ({ from, to, after }) => editor?.view.dispatch(editor.state.tr.insertText(after, from, to)),
  };
}
