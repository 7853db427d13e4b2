/** Why, what readers are told, what stands in its place, and when: as the act needs it. */
import type { DeskSetup } from '../../desk/desk-api.ts';
import { MomentField } from '../fields/MomentField.tsx';
import { useWords } from '../words/WordsContext.tsx';
import { lengthOf } from '../writing/count-text.ts';
import { type ActForm, canWait, hasNote } from './act-form.ts';
import { wallTime } from './wall-time.ts';

type Props = {
  form: ActForm;
  setForm: (form: ActForm) => void;
  setup: DeskSetup;
  embargoUntil: string | null;
  /** The story's language. */
  lang: string;
};

export function ActFields({ form, setForm, setup, embargoUntil, lang }: Props) {
  const { w, f } = useWords();
  const classes = setup.reasonClasses[form.kind];
  const set = (change: Partial<ActForm>) => setForm({ ...form, ...change });
  return (
    <>
      {classes.length > 1 && (
        <label>
          {w.act.reason}
          <select value={form.reasonClass} onChange={(event) => set({ reasonClass: event.target.value })}>
            {classes.map((one) => (
              <option key={one} value={one}>
                {one === '' ? w.act.noReason : (w.reasons[one as keyof typeof w.reasons] ?? one)}
              </option>
            ))}
          </select>
        </label>
      )}
      {hasNote(form.kind) && (
        <label>
          <span>
            {w.act.note} <small>{f.number(lengthOf(form.note, 'en'))}</small>
          </span>
          <textarea
            rows={3}
            dir="auto"
            className="site-face"
            value={form.note}
            onChange={(event) => set({ note: event.target.value })}
          />
        </label>
      )}
      {form.kind === 'kill' && (
        <label>
          {w.act.replacement}
          <input
            inputMode="numeric"
            dir="ltr"
            value={form.replacement}
            onChange={(event) => set({ replacement: event.target.value })}
          />
        </label>
      )}
      {form.kind === 'redact' && (
        <fieldset>
          <legend>{w.act.fields}</legend>
          {setup.redactable.map((field) => (
            <label key={field} className="choice">
              <input
                type="checkbox"
                checked={form.fields.includes(field)}
                onChange={() =>
                  set({
                    fields: form.fields.includes(field)
                      ? form.fields.filter((one) => one !== field)
                      : [...form.fields, field],
                  })
                }
              />
              {w.fields[field as keyof typeof w.fields] ?? field}
            </label>
          ))}
        </fieldset>
      )}
      {canWait(form.kind) && !form.flash && (
        <fieldset className="when">
          <legend>{w.act.when}</legend>
          <label className="choice">
            <input
              type="radio"
              name="when"
              checked={form.at === ''}
              onChange={() => set({ at: '', embargo: false })}
            />
            {w.act.now}
          </label>
          <label className="choice">
            <input
              type="radio"
              name="when"
              checked={form.at !== ''}
              onChange={() => set({ at: wallTime(setup.zone, embargoUntil ?? nextHour()) })}
            />
            {w.act.at}
          </label>
          {form.at !== '' && (
            <>
              <div className="inset">
                <MomentField
                  label={w.act.time}
                  zone={setup.zone}
                  dates={setup.editions.find((one) => one.lang === lang)?.dates ?? null}
                  required
                  value={form.at}
                  onChange={(at) => at && set({ at })}
                />
              </div>
              <label className="choice inset">
                <input
                  type="checkbox"
                  checked={form.embargo}
                  onChange={() => set({ embargo: !form.embargo })}
                />
                {w.act.embargo}
              </label>
            </>
          )}
        </fieldset>
      )}
    </>
  );
}

function nextHour(): string {
  const at = new Date();
  at.setUTCMinutes(60, 0, 0);
  return at.toISOString();
}
