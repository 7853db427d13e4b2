/** The one-line search of masthead and foot. */
import type { ReactNode } from 'react';
import { momentWord } from '../moment.ts';
import type { View } from './view.ts';

/** A search on a page of the past is a search in the past. */
export function MomentField({ view }: { view: View }): ReactNode {
  const { moment } = view.frame;
  if (!moment) return null;
  const [name, value] = momentWord(moment);
  return <input type="hidden" name={name} value={value} />;
}

export function SearchForm({ view, id }: { view: View; id: string }): ReactNode {
  const { words, lang } = view;
  return (
    <search>
      <form className="search" action={`/${lang}/search`} method="get">
        <MomentField view={view} />
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
