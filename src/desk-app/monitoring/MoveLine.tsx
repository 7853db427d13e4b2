/** Where the story under the cursor goes: its desk's stages, each under a figure. It stands where the filters stood. */
import { useEffect, useRef } from 'react';
import type { Desk } from '../../desk/desk-api.ts';
import { useWords } from '../words/WordsContext.tsx';
import { board } from './live-rows.ts';
import { stageWords } from './row-words.ts';
import { place } from './use-list-verbs.ts';

export function MoveLine({ id, desks, close }: { id: number; desks: readonly Desk[]; close: () => void }) {
  const { w, f } = useWords();
  const line = useRef<HTMLDivElement>(null);
  const row = board.get().rows.get(id);
  const stages = (desks.find(({ slug }) => slug === row?.desk) ?? desks[0])?.stages ?? [];
  const leave = () => {
    close();
    document.querySelector<HTMLElement>('.rows')?.focus();
  };
  const move = (stage: string) => {
    leave();
    void place(id, { stage });
  };
  useEffect(() => {
    const buttons = [...(line.current?.querySelectorAll('button') ?? [])];
    (buttons.find((one) => one.getAttribute('aria-current') === 'true') ?? buttons[0])?.focus();
  }, []);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is not laid out in a line by every browser
    <div
      ref={line}
      className="filters move"
      role="group"
      aria-label={w.rows.moveTo(row?.headline ?? '')}
      onKeyDown={(event) => {
        const figure = Number(event.code.replace(/^(Digit|Numpad)/, ''));
        const stage = stages[figure - 1];
        if (event.key === 'Escape') leave();
        else if (stage) move(stage.slug);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <b>{w.rows.moveTo(row?.code ? f.digits(row.code) : '')}</b>
      {stages.map(({ slug }, at) => (
        <button
          key={slug}
          type="button"
          aria-current={slug === row?.stage ? 'true' : undefined}
          onClick={() => move(slug)}
        >
          {stageWords(w, desks, slug)}{' '}
          <span className="key" aria-hidden="true">
            {f.digits(at + 1)}
          </span>
        </button>
      ))}
      <button type="button" className="quiet" onClick={leave}>
        {w.frame.cancel}{' '}
        <span className="key" aria-hidden="true">
          Esc
        </span>
      </button>
    </div>
  );
}
