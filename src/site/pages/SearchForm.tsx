/** The one-line search of masthead and foot. */
import type { ReactNode } from 'react';
import type { View } from './view.ts';

export function SearchForm({ view, id }: { view: View; id: string }): ReactNode {
  const { words, lang } = view;
  return (
    <search>
      <form className="search" action={`/${lang}/search`} method="get">
        <label className="unseen" htmlFor={id}>
          {words.searchFor}
        </label>
        {'\n'}
        <input id={id} name="q" type="search" enterKeyHint="search" />
        {'\n'}
        <button type="submit">{words.find}</button>
      </form>
    </search>
  );
}
