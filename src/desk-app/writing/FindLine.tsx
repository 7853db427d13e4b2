/** Find and replace, in headline, lead and body alike. */
import type { Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useKept } from '../api/kept.ts';
import { useVerbs } from '../verbs/bound-verbs.ts';
import { Key } from '../verbs/VerbButton.tsx';
import { useWords } from '../words/WordsContext.tsx';
import type { Draft } from './draft.ts';
import { findText, replaceText } from './find-text.ts';
import { markedKey, textBlocks } from './marked-words.ts';

type Props = { editor: Editor; draft: Draft; isWritable: boolean; close: () => void };

export function FindLine({ editor, draft, isWritable, close }: Props) {
  const { w, f } = useWords();
  const field = useRef<HTMLInputElement>(null);
  const [wanted, setWanted] = useState('');
  const [by, setBy] = useState('');
  const [at, setAt] = useState(0);
  const [done, setDone] = useState('');
  const words = useKept(draft.words);
  const saving = useKept(draft.saving);
  const places = useMemo(() => placesIn(editor, wanted), [editor, wanted, saving]);
  const inHead = findText(words.headline, wanted).length + findText(words.lead, wanted).length;
  useEffect(() => field.current?.select(), []);
  useEffect(() => {
    const finds = places.map((place, index) => ({ ...place, current: index === at }));
    editor.view.dispatch(editor.state.tr.setMeta(markedKey, { finds }).setMeta('addToHistory', false));
  }, [editor, places, at]);
  useEffect(
    () => () => {
      if (!editor.isDestroyed) editor.view.dispatch(editor.state.tr.setMeta(markedKey, { finds: [] }));
    },
    [editor],
  );
  const step = (how: 1 | -1) => {
    if (places.length === 0) return;
    const next = (at + how + places.length) % places.length;
    setAt(next);
    const place = places[next];
    if (place) editor.chain().setTextSelection(place).scrollIntoView().run();
  };
  useVerbs({ find: () => field.current?.select(), 'find-next': () => step(1) });
  const replaceOne = () => {
    const place = places[at];
    if (!place) return;
    editor.view.dispatch(closeHistory(editor.state.tr.insertText(by, place.from, place.to)));
    setDone('');
  };
  const replaceAll = () => {
    const { tr } = editor.state;
    for (const { from, to } of [...places].reverse()) tr.insertText(by, from, to);
    // One undo takes back what one press did, and nothing that was typed before.
    if (places.length > 0) editor.view.dispatch(closeHistory(tr));
    const headline = replaceText(words.headline, wanted, by);
    const lead = replaceText(words.lead, wanted, by);
    if (headline.count + lead.count > 0) draft.change({ headline: headline.text, lead: lead.text });
    setDone(w.find.replaced(f.number(places.length + headline.count + lead.count)));
  };
  const leave = () => {
    close();
    editor.commands.focus();
  };
  return (
    <search
      className="find-line"
      onKeyDown={(event) => {
        if (event.key === 'Escape') leave();
        else if (event.key === 'Enter' && event.target instanceof HTMLInputElement)
          step(event.shiftKey ? -1 : 1);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <label>
        {w.find.what}
        <input
          ref={field}
          dir="auto"
          value={wanted}
          onChange={(event) => [setWanted(event.target.value), setAt(0)]}
        />
      </label>
      <span role="status">
        {wanted && w.find.found(f.number(places.length), f.number(inHead))} {done}
      </span>
      <button type="button" onClick={() => step(-1)}>
        {w.find.previous}
      </button>
      <button type="button" onClick={() => step(1)}>
        {w.find.next} <Key of="find-next" />
      </button>
      {isWritable && (
        <>
          <label>
            {w.find.by}
            <input dir="auto" value={by} onChange={(event) => setBy(event.target.value)} />
          </label>
          <button type="button" disabled={places.length === 0} onClick={replaceOne}>
            {w.find.replace}
          </button>
          <button type="button" disabled={places.length + inHead === 0} onClick={replaceAll}>
            {w.find.replaceAll}
          </button>
        </>
      )}
      <button type="button" className="quiet" onClick={leave}>
        {w.frame.close}{' '}
        <span className="key" aria-hidden="true">
          Esc
        </span>
      </button>
    </search>
  );
}

function placesIn(editor: Editor, wanted: string): { from: number; to: number }[] {
  if (wanted === '' || editor.isDestroyed) return [];
  return textBlocks(editor.state.doc).flatMap(({ from, text }) =>
    findText(text, wanted).map(({ at, length }) => ({ from: from + at, to: from + at + length })),
  );
}
