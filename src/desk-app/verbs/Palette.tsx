/** Verbs, stories and codes under one key. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { DeskRow, FoundJson } from '../../desk/desk-api.ts';
import { ask } from '../api/ask.ts';
import { go } from '../frame/address.ts';
import { board } from '../monitoring/live-rows.ts';
import { latinDigits } from '../words/format.ts';
import { useWords } from '../words/WordsContext.tsx';
import { deedOf, possibleVerbs } from './bound-verbs.ts';
import { Key } from './VerbButton.tsx';
import { type VerbId, verbs } from './verb-list.ts';

type Choice = { kind: 'verb'; id: VerbId } | { kind: 'story'; row: DeskRow };

const mostVerbs = 12;
const mostStories = 12;

export function Palette({ close }: { close: () => void }) {
  const { w, f } = useWords();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const before = useRef(document.activeElement);
  const query = latinDigits(text).trim();
  const found = useQuery({
    queryKey: ['search', query],
    queryFn: () => ask<FoundJson>('GET', `/api/desk/search?q=${encodeURIComponent(query)}`),
    enabled: query.length > 1,
    placeholderData: (last) => last,
  });
  const choices = useMemo((): Choice[] => {
    const words = query.toLocaleLowerCase();
    const possible = possibleVerbs()
      .filter((id) => id !== 'palette' && verbs[id].group !== 'move')
      .filter((id) => w.verbs[id].toLocaleLowerCase().includes(words))
      .slice(0, mostVerbs);
    const known = query ? [...board.get().rows.values()].filter((row) => fits(row, words)) : [];
    const rows = new Map([...known, ...(query ? (found.data?.rows ?? []) : [])].map((row) => [row.id, row]));
    const stories = [...rows.values()].slice(0, mostStories).map((row): Choice => ({ kind: 'story', row }));
    const deeds = possible.map((id): Choice => ({ kind: 'verb', id }));
    return /^\d+$/.test(query) ? [...stories, ...deeds] : [...deeds, ...stories];
  }, [query, found.data, w]);
  useEffect(() => field.current?.focus(), []);
  const leave = () => {
    close();
    if (before.current instanceof HTMLElement) before.current.focus();
  };
  const choose = (choice: Choice | undefined) => {
    leave();
    if (choice?.kind === 'story') go({ screen: 'story', id: choice.row.id });
    else if (choice) deedOf(choice.id)?.();
  };
  const chosen = Math.min(at, choices.length - 1);
  return (
    <div
      className="palette"
      role="dialog"
      aria-label={w.verbs.palette}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) close();
      }}
    >
      <input
        ref={field}
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-choices"
        aria-activedescendant={choices.length > 0 ? `choice-${chosen}` : undefined}
        aria-label={w.palette.what}
        placeholder={w.palette.what}
        value={text}
        dir="auto"
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') setAt(Math.min(chosen + 1, choices.length - 1));
          else if (event.key === 'ArrowUp') setAt(Math.max(chosen - 1, 0));
          else if (event.key === 'Enter') choose(choices[chosen]);
          else if (event.key === 'Escape') leave();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <div id="palette-choices" role="listbox" aria-label={w.palette.what}>
        {choices.map((choice, place) => (
          <div
            key={choice.kind === 'verb' ? choice.id : choice.row.id}
            id={`choice-${place}`}
            role="option"
            tabIndex={-1}
            aria-selected={place === chosen}
            onMouseDown={(event) => {
              event.preventDefault();
              choose(choice);
            }}
          >
            {choice.kind === 'verb' ? (
              <>
                {w.verbs[choice.id]} <Key of={choice.id} />
              </>
            ) : (
              <>
                <span className="code">{choice.row.code === null ? '–' : f.digits(choice.row.code)}</span>{' '}
                <bdi lang={choice.row.lang}>{choice.row.headline || choice.row.slug}</bdi>
              </>
            )}
          </div>
        ))}
      </div>
      {choices.length === 0 && <p className="empty">{w.palette.nothing}</p>}
    </div>
  );
}

function fits({ code, headline, slug }: DeskRow, words: string): boolean {
  return `${code ?? ''} ${headline} ${slug}`.toLocaleLowerCase().includes(words);
}
