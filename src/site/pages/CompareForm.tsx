/** Plain forms on a story's history: two versions to be compared, and a day to go back to. */
import type { ReactNode } from 'react';
import { each, Lines } from '../../text/lines.tsx';
import type { PageForm } from '../address.ts';
import type { HistoryPageData } from '../record-data.ts';
import { digits } from '../words/dates.ts';
import { historyPath } from './list-path.ts';
import { inForm } from './lite-path.ts';
import { whenWords } from './notice-words.ts';
import type { View } from './view.ts';

type Form = {
  view: View;
  story: { lang: string; code: number };
  versions: HistoryPageData['versions'];
  /** Chosen before; else the two newest. */
  chosen?: { from: number; to: number };
  form: PageForm;
};

export function CompareForm({ view, story, versions, chosen, form }: Form): ReactNode {
  const { record } = view.words;
  const newest = versions.at(-1)?.version ?? 1;
  const { from, to } = chosen ?? { from: newest - 1, to: newest };
  return (
    <form className="compare" action={inForm(form, historyPath(story))}>
      <Lines>
        <Choice view={view} name="from" label={record.older} versions={versions} chosen={from} />
        <Choice view={view} name="to" label={record.newer} versions={versions} chosen={to} />
        <button type="submit">{record.compare}</button>
      </Lines>
    </form>
  );
}

type Choosing = Pick<Form, 'view' | 'versions'> & { name: string; label: string; chosen: number };

function Choice({ view, name, label, versions, chosen }: Choosing): ReactNode {
  const id = `compare-${name}`;
  return (
    <div className="field">
      <Lines>
        <label htmlFor={id}>{label}</label>
        <select id={id} name={name} defaultValue={chosen}>
          {each(versions, ({ version, at }) => (
            <option value={version}>{`${digits(view.words, version)} · ${whenWords(view, at)}`}</option>
          ))}
        </select>
      </Lines>
    </div>
  );
}

/** The story as it was at the end of a day. */
export function DayForm({ view, story }: { view: View; story: { href: string } }): ReactNode {
  const { past } = view.words;
  return (
    <form className="compare" action={story.href} aria-label={past.ask}>
      <Lines>
        <div className="field">
          <label htmlFor="as-of">{past.ask}</label>
          {'\n'}
          <input id="as-of" name="as-of" type="date" required />
        </div>
        <button type="submit">{past.show}</button>
      </Lines>
    </form>
  );
}
