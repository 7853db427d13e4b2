/** The agency's colour on one paper, with what it looks like there and whether it can be read. */
import { useId } from 'react';
import {
  contrast,
  grounds,
  isColour,
  leastContrast,
  nearestReadable,
  type Scheme,
  usualColours,
} from '../../editions/colour.ts';
import { TextField } from '../fields/Field.tsx';
import { useWords } from '../words/WordsContext.tsx';

type Props = {
  scheme: Scheme;
  /** For the sample. */
  agency: string;
  /** As it is being typed; null: the usual one. */
  value: string | null;
  onChange: (value: string | null) => void;
};

export function ColourField({ scheme, agency, value, onChange }: Props) {
  const { w, f } = useWords();
  const picker = useId();
  const said = value?.trim().toLowerCase() || null;
  const shown = said === null ? usualColours[scheme] : isColour(said) ? said : null;
  const ratio = shown === null ? null : contrast(shown, grounds[scheme]);
  const isFaint = ratio !== null && ratio < leastContrast;
  const nearest = shown && isFaint ? nearestReadable(shown, scheme) : null;
  return (
    <div className="colour">
      <TextField
        label={w.settings.colourOn[scheme]}
        dir="ltr"
        spellCheck={false}
        placeholder={usualColours[scheme]}
        value={value ?? ''}
        onChange={(text) => onChange(text === '' ? null : text)}
        wrong={shown === null ? w.settings.noColour : isFaint ? w.settings.faint(f.decimal(ratio)) : ''}
        hint={ratio !== null && !isFaint ? w.settings.readable(f.decimal(ratio)) : undefined}
      />
      <label htmlFor={picker} className="picker">
        <span className="unseen">{w.settings.pick}</span>
        <input
          id={picker}
          type="color"
          value={shown ?? usualColours[scheme]}
          onChange={(event) => onChange(event.target.value)}
        />
      </label>
      {/* The same two things that it colours on the site. */}
      <div
        className="paper-sample"
        aria-hidden="true"
        style={{ background: grounds[scheme], color: shown ?? 'inherit', borderColor: shown ?? 'inherit' }}
      >
        <span dir="auto">{agency}</span>
      </div>
      {nearest && (
        <button type="button" onClick={() => onChange(nearest)}>
          {w.settings.takeNearest} <bdi dir="ltr">{nearest}</bdi>
        </button>
      )}
    </div>
  );
}
