/** In which calendars and digits an edition says its dates, with the date line that comes of it. */
import {
  type Calendar,
  calendars,
  datesOf,
  type EditionDates,
  type Numerals,
  numeralKinds,
} from '../../editions/edition-dates.ts';
import { editionWords } from '../../site/words/catalogue.ts';
import { besideDayWords, dayWords, timeWords } from '../../site/words/dates.ts';
import { SelectField } from '../fields/Field.tsx';
import { useWords } from '../words/WordsContext.tsx';

type Props = {
  edition: { lang: string; dir: 'ltr' | 'rtl'; dates?: EditionDates };
  zone: string;
  onChange: (dates: EditionDates) => void;
};

export function DatesFields({ edition, zone, onChange }: Props) {
  const { w } = useWords();
  const dates = datesOf(edition);
  const set = (change: Partial<EditionDates>) => onChange({ ...dates, ...change });
  const named = calendars.map((one) => ({ value: one, label: w.settings.calendars[one] }));
  return (
    <>
      <div className="three">
        <SelectField
          label={w.settings.calendar}
          value={dates.calendar}
          choices={named}
          onChange={(said) => {
            const calendar = said as Calendar;
            set({ calendar, beside: dates.beside === calendar ? null : dates.beside });
          }}
        />
        <SelectField
          label={w.settings.calendarBeside}
          value={dates.beside ?? ''}
          choices={[
            { value: '', label: w.settings.noCalendar },
            ...named.filter(({ value }) => value !== dates.calendar),
          ]}
          onChange={(beside) => set({ beside: (beside || null) as Calendar | null })}
        />
        <SelectField
          label={w.settings.numerals}
          value={dates.numerals}
          choices={numeralKinds.map((one) => ({ value: one, label: w.settings.numeralKinds[one] }))}
          onChange={(numerals) => set({ numerals: numerals as Numerals })}
        />
      </div>
      <p className="hint">
        {w.settings.datesText}{' '}
        <output className="example" lang={edition.lang} dir={edition.dir}>
          {dateLine(edition, zone)}
        </output>
      </p>
    </>
  );
}

/** As readers see it, now; empty while the language or the zone is not one yet. */
function dateLine(edition: Props['edition'], zone: string): string {
  try {
    const words = editionWords(edition);
    const now = new Date();
    const beside = besideDayWords(words, zone, now);
    return `${dayWords(words, zone, now)}${beside ? ` (${beside})` : ''} · ${timeWords(words, zone, now)}`;
  } catch (error) {
    if (error instanceof RangeError) return '';
    throw error;
  }
}
