/** The desk's first screen: every story in work, and what readers have. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useKept } from '../api/kept.ts';
import { session, setupQuery } from '../api/session.ts';
import { go } from '../frame/address.ts';
import { Broken, Waiting } from '../frame/Waiting.tsx';
import { useWords } from '../words/WordsContext.tsx';
import { Columns } from './Columns.tsx';
import { FilterLine } from './FilterLine.tsx';
import { board as keptBoard, readAllRows, rowsRead, total } from './live-rows.ts';
import { MoveLine } from './MoveLine.tsx';
import { RowList } from './RowList.tsx';
import { SidePanelHere } from './SidePanelHere.tsx';
import { useLetIn } from './use-let-in.ts';
import { useListVerbs } from './use-list-verbs.ts';
import { useNarrow } from './use-narrow.ts';
import { view as keptView, selected, sidePanel } from './view-state.ts';
import { itemsOf, sectionKeys, sectionsOf } from './visible-rows.ts';

const nobody = { id: '', name: '' };

export function Stories() {
  const { w } = useWords();
  const who = useKept(session);
  const board = useKept(keptBoard);
  const read = useKept(rowsRead);
  const all = useKept(total);
  const { filters, shape } = useKept(keptView);
  const selectedId = useKept(selected);
  const panel = useKept(sidePanel);
  const isNarrow = useNarrow();
  const { data: setup, error, refetch } = useQuery(setupQuery);
  const [isMoving, setMoving] = useState(false);
  const me = 'me' in who ? who.me : nobody;
  const desks = setup?.desks ?? [];
  const sections = useMemo(
    () => sectionsOf(board, { filters, me, keys: sectionKeys(desks, filters.desk) }),
    [board, filters, me, desks],
  );
  const items = useMemo(() => itemsOf(sections), [sections]);
  const count = sections.reduce((sum, { rows }) => sum + rows.length, 0);
  // What is typed into takes the focus itself; a story that is only read leaves it to the list and its keys.
  const takesFocus = panel === null || panel.kind === 'reading';
  const asColumns = shape === 'columns' && !isNarrow;

  useEffect(() => {
    document.title = w.frame.stories;
  }, [w]);
  useLetIn(board);
  useListVerbs({ sections, setMoving });

  const select = (id: number) => {
    selected.set(id);
    if (isNarrow) sidePanel.set({ kind: 'reading' });
  };
  const open = (id: number) => go({ screen: 'story', id });
  if (error) return <Broken error={error} again={() => void refetch()} />;
  return (
    <div className={panel ? 'stories with-panel' : 'stories'}>
      <h1 className="unseen">{w.frame.stories}</h1>
      <div className="list-side">
        {isMoving && selectedId !== null ? (
          <MoveLine id={selectedId} desks={desks} close={() => setMoving(false)} />
        ) : (
          <FilterLine count={count} all={all} />
        )}
        {read === null && <Waiting />}
        {read !== null && read !== true && <Failure again={() => void readAllRows()} />}
        {read === true && count === 0 && <Empty hasAny={board.shown.length > 0} />}
        {read === true &&
          setup &&
          (asColumns ? (
            <Columns
              sections={sections}
              desks={desks}
              editions={setup.editions}
              selectedId={selectedId}
              onSelect={select}
              onOpen={open}
              takesFocus={takesFocus}
            />
          ) : (
            <RowList
              items={items}
              desks={desks}
              editions={setup.editions}
              label={w.frame.stories}
              selectedId={selectedId}
              rowHeight={isNarrow ? 56 : 28}
              onSelect={select}
              onOpen={open}
              takesFocus={takesFocus}
            />
          ))}
      </div>
      {panel && <SidePanelHere panel={panel} selectedId={selectedId} />}
    </div>
  );
}

function Empty({ hasAny }: { hasAny: boolean }) {
  const { w } = useWords();
  return <p className="empty">{hasAny ? w.rows.nothingFits : w.rows.nothingYet}</p>;
}

function Failure({ again }: { again: () => void }) {
  const { w } = useWords();
  return (
    <div className="broken" role="alert">
      <p>{w.rows.notRead}</p>
      <button type="button" onClick={again}>
        {w.frame.again}
      </button>
    </div>
  );
}
