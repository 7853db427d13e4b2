/** Filters under a name, of this person in this browser. */
import { useState } from 'react';
import { useKept } from '../api/kept.ts';
import { session } from '../api/session.ts';
import { useWords } from '../words/WordsContext.tsx';
import { view as keptView, savedViews } from './view-state.ts';
import { noFilters } from './visible-rows.ts';

export function SavedViews() {
  const { w } = useWords();
  const who = useKept(session);
  const id = 'me' in who ? who.me.id : '';
  const mine = useKept(savedViews)[id] ?? [];
  const now = useKept(keptView);
  const [name, setName] = useState<string | null>(null);
  const current = mine.find(({ filters }) => JSON.stringify(filters) === JSON.stringify(now.filters));
  const isPlain = JSON.stringify(now.filters) === JSON.stringify(noFilters);
  const store = (views: typeof mine) => savedViews.set((all) => ({ ...all, [id]: views }));
  if (name !== null) {
    const done = () => {
      const said = name.trim();
      if (said) store([...mine.filter((one) => one.name !== said), { ...now, name: said }]);
      setName(null);
    };
    return (
      <span className="naming">
        <input
          // biome-ignore lint/a11y/noAutofocus: it stands where the button was that asked for it
          autoFocus
          aria-label={w.filters.viewName}
          placeholder={w.filters.viewName}
          value={name}
          onChange={(event) => setName(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') done();
            if (event.key === 'Escape') setName(null);
          }}
        />
        <button type="button" onClick={done}>
          {w.filters.keepView}
        </button>
      </span>
    );
  }
  return (
    <>
      {(mine.length > 0 || !isPlain) && (
        <select
          aria-label={w.filters.views}
          value={current?.name ?? ''}
          onChange={(event) => {
            const chosen = mine.find((one) => one.name === event.target.value);
            keptView.set(
              chosen ? { filters: chosen.filters, shape: chosen.shape } : { ...now, filters: noFilters },
            );
          }}
        >
          <option value="">{isPlain || current ? w.filters.everything : w.filters.unnamed}</option>
          {mine.map((one) => (
            <option key={one.name}>{one.name}</option>
          ))}
        </select>
      )}
      {!isPlain && !current && (
        <button type="button" className="quiet" onClick={() => setName('')}>
          {w.filters.saveView}
        </button>
      )}
      {!isPlain && (
        <button
          type="button"
          className="quiet"
          onClick={() => {
            if (current) store(mine.filter((one) => one !== current));
            keptView.set({ ...now, filters: noFilters });
          }}
        >
          {current ? w.filters.dropView : w.filters.showEverything}
        </button>
      )}
    </>
  );
}
