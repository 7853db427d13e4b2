/** Words that the editor underlines: glued ones, and what "find" has found. Places follow the text while it changes. */
import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { Glued } from '../../desk/desk-api.ts';

export type DoubtfulPlace = { from: number; to: number; before: string; after: string; rule: Glued['rule'] };
export type Marked = { doubts: DecorationSet; finds: DecorationSet };
type Change = { doubts?: DoubtfulPlace[]; finds?: { from: number; to: number; current: boolean }[] };

export const markedKey = new PluginKey<Marked>('marked');

export const markedWords = Extension.create({
  name: 'markedWords',
  addProseMirrorPlugins: () => [
    new Plugin<Marked>({
      key: markedKey,
      state: {
        init: () => ({ doubts: DecorationSet.empty, finds: DecorationSet.empty }),
        apply: (transaction, before) => applied(transaction, before),
      },
      props: {
        decorations: (state) => {
          const marked = markedKey.getState(state);
          if (!marked) return null;
          const all = [...marked.doubts.find(), ...marked.finds.find()];
          return all.length === 0 ? null : DecorationSet.create(state.doc, all);
        },
      },
    }),
  ],
});

function applied(transaction: Transaction, before: Marked): Marked {
  const change = transaction.getMeta(markedKey) as Change | undefined;
  const { doc, mapping } = transaction;
  const doubts = change?.doubts
    ? DecorationSet.create(
        doc,
        change.doubts.map(({ from, to, before, after, rule }) =>
          Decoration.inline(from, to, { class: 'doubt' }, { before, after, rule }),
        ),
      )
    : before.doubts.map(mapping, doc);
  const finds = change?.finds
    ? DecorationSet.create(
        doc,
        change.finds.map(({ from, to, current }) =>
          Decoration.inline(from, to, { class: current ? 'found current' : 'found' }),
        ),
      )
    : before.finds.map(mapping, doc);
  return { doubts, finds };
}

/** Doubts whose words still stand there as they were found. */
export function doubtsIn(doc: Node, { doubts }: Marked): DoubtfulPlace[] {
  return doubts
    .find()
    .map(({ from, to, spec }) => ({
      from,
      to,
      before: String(spec.before),
      after: String(spec.after),
      rule: spec.rule as DoubtfulPlace['rule'],
    }))
    .filter(
      ({ from, to, before }) => to <= doc.content.size && doc.textBetween(from, to, '\n', '\n') === before,
    )
    .sort((a, b) => a.from - b.from);
}

/** Blocks of text with their place; a break counts as one unit, as in the document. */
export function textBlocks(doc: Node): { node: Node; from: number; text: string }[] {
  const blocks: { node: Node; from: number; text: string }[] = [];
  doc.descendants((node, at) => {
    if (!node.isTextblock) return true;
    blocks.push({ node, from: at + 1, text: node.textBetween(0, node.content.size, '\n', '\n') });
    return false;
  });
  return blocks;
}

export function doubtsOf(
  blocks: readonly { from: number }[],
  glued: readonly (readonly Glued[])[],
): DoubtfulPlace[] {
  return blocks.flatMap(({ from }, place) =>
    (glued[place] ?? []).map(({ at, before, after, rule }) => ({
      rule,
      from: from + at,
      to: from + at + before.length,
      before,
      after,
    })),
  );
}
