/** Until when a story must not be public. Kept when the field is left. */
import { useState } from 'react';
import { instantIn } from '../../dates/zoned-time.ts';
import type { EditionDates } from '../../editions/edition-dates.ts';
import { wallTime } from '../acting/wall-time.ts';
import { MomentField } from '../fields/MomentField.tsx';
import { useWords } from '../words/WordsContext.tsx';

type Props = {
  /** A UTC instant; null: none. */
  until: string | null;
  zone: string;
  dates: EditionDates | null;
  readOnly: boolean;
  onChange: (until: string | null) => void;
};

export function EmbargoField({ until, zone, dates, readOnly, onChange }: Props) {
  const { w } = useWords();
  const [said, setSaid] = useState(until ? wallTime(zone, until) : '');
  const keep = () => {
    const meant = said ? instantIn(zone, said).toISOString() : null;
    if ((meant && Date.parse(meant)) !== (until && Date.parse(until))) onChange(meant);
  };
  return (
    <MomentField
      label={w.fields.embargo}
      zone={zone}
      dates={dates}
      readOnly={readOnly}
      value={said}
      onChange={setSaid}
      onBlur={keep}
    />
  );
}
