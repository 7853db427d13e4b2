/** The line above the list: what is shown, how much of it, and what waits to be let in. */
import { useQuery } from '@tanstack/react-query';
import { useKept } from '../api/kept.ts';
import { session, setupQuery } from '../api/session.ts';
import { deedOf } from '../verbs/bound-verbs.ts';
import { VerbButton } from '../verbs/VerbButton.tsx';
import { useWords } from '../words/WordsContext.tsx';
import { board as keptBoard } from './live-rows.ts';
import { settle, waitingIn } from './merge-rows.ts';
import { SavedViews } from './SavedViews.tsx';
import { view as keptView, setFilters } from './view-state.ts';

export function FilterLine({ count, all }: { count: number; all: number }) {
  const { w, f } = useWords();
  const { filters } = useKept(keptView);
  const { fresh, moved } = waitingIn(useKept(keptBoard));
  const who = useKept(session);
  const mayFlash = 'me' in who && who.me.may['act.flash'] !== undefined;
  const { data: setup } = useQuery(setupQuery);
  const loaded = useKept(keptBoard).rows.size;
  return (
    // biome-ignore lint/a11y/useSemanticElements: browsers of the last years do not know <search> yet
    <form className="filters" role="search" onSubmit={(event) => event.preventDefault()}>
      <input
        id="filter-text"
        type="search"
        aria-label={w.filters.text}
        placeholder={w.filters.text}
        value={filters.text}
        onChange={(event) => setFilters({ text: event.target.value })}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== 'Escape') return;
          event.preventDefault();
          if (event.key === 'Escape') setFilters({ text: '' });
          document.querySelector<HTMLElement>('.rows')?.focus();
        }}
      />
      {setup && setup.desks.length > 1 && (
        <select
          aria-label={w.filters.desk}
          value={filters.desk}
          onChange={(event) => setFilters({ desk: event.target.value })}
        >
          <option value="">{w.filters.everyDesk}</option>
          {setup.desks.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </select>
      )}
      <select
        aria-label={w.filters.lang}
        value={filters.lang}
        onChange={(event) => setFilters({ lang: event.target.value })}
      >
        <option value="">{w.filters.everyLang}</option>
        {setup?.editions.map(({ lang, name }) => (
          <option key={lang} value={lang}>
            {name}
          </option>
        ))}
      </select>
      <button type="button" aria-pressed={filters.mine} onClick={() => setFilters({ mine: !filters.mine })}>
        {w.filters.mine}
      </button>
      <SavedViews />
      <span className="count">
        {w.rows.count(f.number(count))}
        {all > loaded && <> {w.rows.ofAll(f.number(all))}</>}
      </span>
      <span role="status" className="let-in">
        {fresh + moved > 0 && (
          <button type="button" className="chip" onClick={() => keptBoard.set(settle)}>
            {[fresh > 0 && w.rows.fresh(f.number(fresh)), moved > 0 && w.rows.movedCount(f.number(moved))]
              .filter(Boolean)
              .join(w.comma)}{' '}
            ↑
          </button>
        )}
      </span>
      <span className="push" />
      <VerbButton id="switch-view" className="quiet wide" onClick={() => deedOf('switch-view')?.()} />
      <VerbButton id="new" className="quiet" onClick={() => deedOf('new')?.()} />
      {mayFlash && <VerbButton id="flash" className="red" onClick={() => deedOf('flash')?.()} />}
    </form>
  );
}
