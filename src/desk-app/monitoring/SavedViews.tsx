/** Filters under a name, of this person, wherever he signs in. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SavedViews as Saved, SavedView } from '../../desk/desk-api.ts';
import { ask } from '../api/ask.ts';
import { useKept } from '../api/kept.ts';
import { complain } from '../frame/complaints.ts';
import { useWords } from '../words/WordsContext.tsx';
import { NameView } from './NameView.tsx';
import { view as keptView } from './view-state.ts';
import { type Filters, noFilters } from './visible-rows.ts';

export function SavedViews() {
  const { w } = useWords();
  const now = useKept(keptView);
  const { views, keep, drop } = useViews();
  const [naming, setNaming] = useState(false);
  const current = views.find((one) => isSame(filtersOf(one), now.filters));
  const isPlain = isSame(now.filters, noFilters);
  if (naming)
    return (
      <NameView
        onNamed={(name) => {
          setNaming(false);
          if (name) keep({ ...now, name });
        }}
      />
    );
  return (
    <>
      {(views.length > 0 || !isPlain) && (
        <select
          className="views"
          aria-label={w.filters.views}
          value={current?.name ?? ''}
          onChange={(event) => {
            const chosen = views.find((one) => one.name === event.target.value);
            keptView.set(
              chosen ? { filters: filtersOf(chosen), shape: chosen.shape } : { ...now, filters: noFilters },
            );
          }}
        >
          <option value="">{isPlain || current ? w.filters.everything : w.filters.unnamed}</option>
          {views.map((one) => (
            <option key={one.name}>{one.name}</option>
          ))}
        </select>
      )}
      {!isPlain && !current && (
        <button type="button" className="quiet" onClick={() => setNaming(true)}>
          {w.filters.saveView}
        </button>
      )}
      {!isPlain && (
        <button
          type="button"
          className={current ? 'quiet drop' : 'quiet'}
          onClick={() => {
            if (current) drop(current.name);
            keptView.set({ ...now, filters: noFilters });
          }}
        >
          {current ? w.filters.dropView : w.filters.showEverything}
        </button>
      )}
    </>
  );
}

function useViews() {
  const queries = useQueryClient();
  const key = ['saved-views'];
  const { data } = useQuery({ queryKey: key, queryFn: () => ask<Saved>('GET', '/api/me/views') });
  const change = useMutation({
    mutationFn: (work: () => Promise<unknown>) => work(),
    onError: complain,
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  });
  const at = (name: string) => `/api/me/views/${encodeURIComponent(name)}`;
  return {
    views: data?.views ?? [],
    keep: ({ name, ...view }: SavedView) => change.mutate(() => ask('PUT', at(name), view)),
    drop: (name: string) => change.mutate(() => ask('DELETE', at(name))),
  };
}

/** A filter that came later than the view is not set in it. */
function filtersOf({ filters }: SavedView): Filters {
  return { ...noFilters, ...(filters as Partial<Filters>) };
}

function isSame(a: Filters, b: Filters): boolean {
  return (Object.keys(noFilters) as (keyof Filters)[]).every((name) => a[name] === b[name]);
}
