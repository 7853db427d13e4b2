/** One edition: its language, what it calls itself and its sections. */
import type { Edition } from '../../editions/edition.ts';
import { LinesField, SelectField, TextField } from '../fields/Field.tsx';
import { useWords } from '../words/WordsContext.tsx';
import { DatesFields } from './DatesFields.tsx';

/** Its sections as lines of text. */
export type WrittenEdition = Omit<Edition, 'sections'> & { sections: string };

type Props = {
  edition: WrittenEdition;
  /** The agency's, for an example of its dates. */
  zone: string;
  onChange: (edition: WrittenEdition) => void;
  /** Null: it has to stay. */
  drop: (() => void) | null;
};

export function EditionFields({ edition, zone, onChange, drop }: Props) {
  const { w } = useWords();
  const set = (change: Partial<WrittenEdition>) => onChange({ ...edition, ...change });
  const inIt = { lang: edition.lang, dir: edition.dir };
  return (
    <fieldset className="ruled">
      <legend>{w.settings.edition(edition.name || edition.lang)}</legend>
      <div className="two">
        <TextField
          label={w.settings.lang}
          hint={w.settings.langText}
          required
          dir="ltr"
          value={edition.lang}
          onChange={(lang) => set({ lang })}
        />
        <SelectField
          label={w.settings.dir}
          hint={w.settings.dirText}
          value={edition.dir}
          choices={[
            { value: 'ltr', label: w.settings.ltr },
            { value: 'rtl', label: w.settings.rtl },
          ]}
          onChange={(dir) => set({ dir: dir as Edition['dir'] })}
        />
      </div>
      <TextField
        label={w.settings.name}
        hint={w.settings.nameText}
        required
        {...inIt}
        value={edition.name}
        onChange={(name) => set({ name })}
      />
      <TextField
        label={w.settings.agencyName}
        hint={w.settings.agencyNameText}
        required
        {...inIt}
        value={edition.agency}
        onChange={(agency) => set({ agency })}
      />
      <TextField
        label={w.settings.tagline}
        hint={w.settings.taglineText}
        {...inIt}
        value={edition.tagline}
        onChange={(tagline) => set({ tagline })}
      />
      <LinesField
        label={w.settings.sections}
        hint={w.settings.sectionsText}
        dir={edition.dir}
        value={edition.sections}
        onChange={(sections) => set({ sections })}
      />
      <DatesFields edition={edition} zone={zone} onChange={(dates) => set({ dates })} />
      {drop && (
        <button type="button" onClick={drop}>
          {w.settings.dropEdition}
        </button>
      )}
    </fieldset>
  );
}
