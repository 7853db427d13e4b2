/** The same sections side by side. */
import type { Desk } from '../../desk/desk-api.ts';
import { useWords } from '../words/WordsContext.tsx';
import { RowList } from './RowList.tsx';
import { sectionWords } from './row-words.ts';
import type { Section } from './visible-rows.ts';

type Props = {
  sections: readonly Section[];
  desks: readonly Desk[];
  selectedId: number | null;
  onSelect: (id: number) => void;
  onOpen: (id: number) => void;
};

export function Columns({ sections, desks, selectedId, onSelect, onOpen }: Props) {
  const spoken = useWords();
  const withCursor = sections.find(({ rows }) => rows.some(({ row }) => row.id === selectedId));
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
            label={sectionWords(spoken, desks, section.key)}
            selectedId={selectedId}
            rowHeight={48}
            onSelect={onSelect}
            onOpen={onOpen}
            takesFocus={section === withCursor}
          />
        </section>
      ))}
    </div>
  );
}
