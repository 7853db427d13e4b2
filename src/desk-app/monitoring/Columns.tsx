/** The same sections side by side. */
import type { Desk, DeskSetup } from '../../desk/desk-api.ts';
import { useWords } from '../words/WordsContext.tsx';
import { RowList } from './RowList.tsx';
import { sectionWords } from './row-words.ts';
import type { Section } from './visible-rows.ts';

type Props = {
  sections: readonly Section[];
  desks: readonly Desk[];
  editions: DeskSetup['editions'];
  selectedId: number | null;
  onSelect: (id: number) => void;
  onOpen: (id: number) => void;
  takesFocus: boolean;
};

export function Columns({ sections, desks, editions, selectedId, onSelect, onOpen, takesFocus }: Props) {
  const spoken = useWords();
  const withCursor = sections.find(({ rows }) => rows.some(({ row }) => row.id === selectedId));
  // Where nothing is chosen yet, keys need a list to be in all the same.
  const inFocus = withCursor ?? sections.find(({ rows }) => rows.length > 0) ?? sections[0];
  return (
    <div className="columns">
      {sections.map((section) => (
        <section key={section.key} className="column" aria-label={sectionWords(spoken, desks, section.key)}>
          <h2>
            {sectionWords(spoken, desks, section.key)} <b>{spoken.f.number(section.rows.length)}</b>
          </h2>
          <RowList
            items={section.rows}
            desks={desks}
            editions={editions}
            label={sectionWords(spoken, desks, section.key)}
            selectedId={selectedId}
            rowHeight={48}
            onSelect={onSelect}
            onOpen={onOpen}
            takesFocus={takesFocus && section === inFocus}
          />
        </section>
      ))}
    </div>
  );
}
