/** In which language, and on which desk. */
import { useQuery } from '@tanstack/react-query';
import { setupQuery } from '../api/session.ts';
import { useWords } from '../words/WordsContext.tsx';

type Props = {
  lang: string;
  desk: string;
  /** A language that is not offered: a story's own, for its translation. */
  without?: string;
  onChange: (change: { lang?: string; desk?: string }) => void;
};

export function PlaceFields({ lang, desk, without, onChange }: Props) {
  const { w } = useWords();
  const { data: setup } = useQuery(setupQuery);
  return (
    <div className="two">
      <label>
        {w.fields.lang}
        <select value={lang} onChange={(event) => onChange({ lang: event.target.value })}>
          {setup?.editions
            .filter((one) => one.lang !== without)
            .map((one) => (
              <option key={one.lang} value={one.lang}>
                {one.name}
              </option>
            ))}
        </select>
      </label>
      <label>
        {w.fields.desk}
        <select value={desk} onChange={(event) => onChange({ desk: event.target.value })}>
          {setup?.desks.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
