/** A date and a time in the agency's zone; where the browser's calendar is not the reader's, said whole below it. */
import { type ComponentProps, type ReactNode, useId } from 'react';
import type { EditionDates } from '../../editions/edition-dates.ts';
import { calendarsBeside, momentWords } from '../words/moment-words.ts';
import { useWords } from '../words/WordsContext.tsx';

type Props = Omit<ComponentProps<'input'>, 'type' | 'value' | 'onChange'> & {
  label: ReactNode;
  /** IANA zone of what is typed. */
  zone: string;
  /** YYYY-MM-DDTHH:MM in the zone; empty: none. */
  value: string;
  onChange: (value: string) => void;
  /** How the edition says its dates, where the time is an edition's. */
  dates?: EditionDates | null;
};

export function MomentField({ label, zone, value, onChange, dates = null, ...input }: Props) {
  const { language } = useWords();
  const [id, saidId] = [useId(), useId()];
  const said = calendarsBeside(language, dates)
    .map((calendar) => momentWords(language, calendar, zone, value))
    .filter(Boolean);
  return (
    <div className="labelled moment">
      <label htmlFor={id}>
        <span>
          {label} <small dir="ltr">{zone}</small>
        </span>
        <input
          {...input}
          id={id}
          type="datetime-local"
          // Else a fifth figure of a year can be typed, which is no time that can be said or sent.
          max="9999-12-31T23:59"
          aria-describedby={saidId}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      </label>
      <output id={saidId} htmlFor={id}>
        {said.map((one) => (
          <span key={one}>{one}</span>
        ))}
      </output>
    </div>
  );
}
