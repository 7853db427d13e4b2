/** Words that look glued, or that the house writes otherwise, in headline, lead and text: mended one key at a time. */
import type { Editor } from '@tiptap/core';
import { useEffect, useState } from 'react';
import { useKept } from '../api/kept.ts';
import type { Draft } from './draft.ts';
import type { DoubtfulPlace } from './marked-words.ts';
import { type DoubtsOfPart, useBodyDoubts } from './use-body-doubts.ts';
import { useLineDoubts } from './use-line-doubts.ts';

const parts = ['headline', 'lead', 'body'] as const;
type Part = (typeof parts)[number];
export type Doubt = DoubtfulPlace & { field: Part };

export type Doubts = {
  /** In the order of the story. */
  list: Doubt[];
  /** The one that the cursor is in, or the next. */
  current: Doubt | null;
  next: () => void;
  repair: () => void;
  leave: () => void;
  lookNow: () => void;
};

export function useDoubts(editor: Editor | null, draft: Draft, lang: string): Doubts {
  const { headline, lead } = useKept(draft.words);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const body = useBodyDoubts(editor, lang, left);
  const of: Record<Part, DoubtsOfPart> = {
    headline: useLineDoubts({ id: 'field-headline', text: headline, lang, left }),
    lead: useLineDoubts({ id: 'field-lead', text: lead, lang, left }),
    body,
  };
  const list = parts.flatMap((field) => of[field].list.map((one): Doubt => ({ ...one, field })));
  const cursor = useCursor(list.length > 0, (field) => of[field].selection());

  const current = list.find((one) => isAtOrAfter(one, cursor)) ?? list[0] ?? null;
  const select = (doubt: Doubt | undefined) => {
    if (doubt) of[doubt.field].select(doubt);
  };
  const after = (doubt: Doubt) => {
    const at = list.indexOf(doubt);
    return list[at + 1] ?? list.find((one) => one !== doubt);
  };
  return {
    list,
    current,
    lookNow: body.lookNow,
    next: () => {
      if (!current) return;
      const { from, to } = of[current.field].selection();
      const isOn = cursor.field === current.field && current.from === from && current.to === to;
      select(isOn ? after(current) : current);
    },
    repair: () => {
      if (!current) return;
      const next = after(current);
      of[current.field].repair(current);
      const grown = current.after.length - current.before.length;
      const isMoved = next?.field === current.field && next.from > current.from;
      if (next) select(isMoved ? { ...next, from: next.from + grown, to: next.to + grown } : next);
    },
    leave: () => {
      if (!current) return;
      const rest = list.filter(({ before }) => before !== current.before);
      setLeft(new Set([...left, current.before]));
      select(rest.find((one) => isAtOrAfter(one, current)) ?? rest[0]);
    },
  };
}

type Cursor = { field: Part; from: number };

function isAtOrAfter(doubt: Doubt, { field, from }: Cursor): boolean {
  const [mine, cursors] = [parts.indexOf(doubt.field), parts.indexOf(field)];
  return mine > cursors || (mine === cursors && doubt.to >= from);
}

/** Where the cursor is in a story, or was when it left for a button. Followed where `isFollowed`: else no key press draws anything. */
function useCursor(isFollowed: boolean, selection: (field: Part) => { from: number }): Cursor {
  const [cursor, setCursor] = useState<Cursor>({ field: 'headline', from: 0 });
  useEffect(() => {
    if (!isFollowed) return;
    const look = () => {
      const focused = document.activeElement;
      const field = parts.find((part) => focused?.closest(`#field-${part}`));
      if (field === undefined) return;
      const { from } = selection(field);
      setCursor((before) => (before.field === field && before.from === from ? before : { field, from }));
    };
    look();
    document.addEventListener('selectionchange', look);
    document.addEventListener('focusin', look);
    return () => {
      document.removeEventListener('selectionchange', look);
      document.removeEventListener('focusin', look);
    };
  });
  return cursor;
}
