/** A label with its field, and below it what the field does or what is wrong with it, tied together for screen readers. */
import { type ComponentProps, type ReactNode, useId } from 'react';

type Said = {
  label: ReactNode;
  /** What it does. */
  hint?: ReactNode;
  /** What is wrong with what stands there; empty: nothing. */
  wrong?: string;
};
type Written<Tag extends 'input' | 'select' | 'textarea'> = Said &
  Omit<ComponentProps<Tag>, 'onChange' | 'value'> & { value: string; onChange: (value: string) => void };

export function TextField({ label, hint, wrong, onChange, ...field }: Written<'input'>) {
  return (
    <Labelled label={label} hint={hint} wrong={wrong}>
      {(told) => <input dir="auto" {...field} {...told} onChange={(event) => onChange(event.target.value)} />}
    </Labelled>
  );
}

/** As many rows as there are lines, and `rows` at least. */
export function LinesField({ label, hint, wrong, onChange, rows = 3, ...field }: Written<'textarea'>) {
  return (
    <Labelled label={label} hint={hint} wrong={wrong}>
      {(told) => (
        <textarea
          dir="auto"
          {...field}
          {...told}
          rows={Math.max(rows, field.value.split('\n').length)}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Labelled>
  );
}

type Choice = { value: string; label: ReactNode; lang?: string };

export function SelectField({
  label,
  hint,
  wrong,
  onChange,
  choices,
  ...field
}: Written<'select'> & { choices: readonly Choice[] }) {
  return (
    <Labelled label={label} hint={hint} wrong={wrong}>
      {(told) => (
        <select {...field} {...told} onChange={(event) => onChange(event.target.value)}>
          {choices.map(({ value, label: called, lang }) => (
            <option key={value} value={value} lang={lang}>
              {called}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}

type Tick = { label: ReactNode; checked: boolean; onChange: (checked: boolean) => void };

export function TickField({ label, checked, onChange }: Tick) {
  return (
    <label className="choice">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <span>{label}</span>
    </label>
  );
}

type Told = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true };

function Labelled({
  label,
  hint,
  wrong,
  children,
}: { [Part in keyof Said]: Said[Part] | undefined } & { children: (told: Told) => ReactNode }) {
  const [id, toldId] = [useId(), useId()];
  const isTold = Boolean(hint || wrong);
  return (
    <div className="labelled">
      <label htmlFor={id}>
        {label}
        {children({
          id,
          ...(isTold ? { 'aria-describedby': toldId } : {}),
          ...(wrong ? { 'aria-invalid': true as const } : {}),
        })}
      </label>
      {isTold && (
        <div id={toldId}>
          {wrong && <p className="wrong">{wrong}</p>}
          {hint && <div className="hint">{hint}</div>}
        </div>
      )}
    </div>
  );
}
