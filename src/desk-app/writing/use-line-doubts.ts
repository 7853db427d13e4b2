/** Words in doubt in a line of a story beside its text, its headline or lead: asked for in a pause. */
import { useEffect, useRef, useState } from 'react';
import type { Glued } from '../../desk/desk-api.ts';
import { askForDoubts, lookAfterMs } from './ask-for-doubts.ts';
import { type DoubtfulPlace, doubtsOf } from './marked-words.ts';
import type { DoubtsOfPart } from './use-body-doubts.ts';

type Line = {
  /** Id of its field. */
  id: string;
  text: string;
  lang: string;
  left: ReadonlySet<string>;
};

export function useLineDoubts({ id, text, lang, left }: Line): DoubtsOfPart {
  const [doubts, setDoubts] = useState<DoubtfulPlace[]>([]);
  const isFirst = useRef(true);
  useEffect(() => {
    let isOld = false;
    const look = () =>
      void askForDoubts(text === '' ? [] : [text], lang, (_place, glued: Glued[]) => {
        if (!isOld) setDoubts(doubtsOf([{ from: 0 }], [glued]));
      });
    const timer = setTimeout(look, isFirst.current ? 0 : lookAfterMs);
    isFirst.current = false;
    return () => {
      isOld = true;
      clearTimeout(timer);
    };
  }, [text, lang]);
  const field = () => document.getElementById(id) as HTMLTextAreaElement | null;
  const select = ({ from, to }: { from: number; to: number }) => {
    field()?.focus();
    field()?.setSelectionRange(from, to);
  };
  return {
    // Until the changed line was looked at: what still stands where it stood.
    list: doubts.filter(({ from, to, before }) => text.slice(from, to) === before && !left.has(before)),
    selection: () => ({ from: field()?.selectionStart ?? 0, to: field()?.selectionEnd ?? 0 }),
    select,
    repair: (doubt) => {
      select(doubt);
      // As if it were typed: the field itself can take it back, as it does typing.
      document.execCommand(doubt.after === '' ? 'delete' : 'insertText', false, doubt.after);
      const grown = doubt.after.length - doubt.before.length;
      const moved = ({ from, to, ...rest }: DoubtfulPlace) =>
        from > doubt.from ? { ...rest, from: from + grown, to: to + grown } : { ...rest, from, to };
      setDoubts((all) => all.filter((one) => one !== doubt).map(moved));
    },
  };
}
