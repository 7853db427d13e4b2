/** One planned event: what, where, when, and who covers it. */
import { type FormEvent, useState } from 'react';
import type { DeskSetup } from '../../desk/desk-api.ts';
import type { CoverageWhat, PlannedEvent } from '../../planning/planning-api.ts';
import { ask, Failed } from '../api/ask.ts';
import { MomentField } from '../fields/MomentField.tsx';
import { failureWords } from '../frame/failure-words.ts';
import { useWords } from '../words/WordsContext.tsx';
import { askOf, type CoverageForm, formOf, newForm } from './event-form.ts';

const kinds: CoverageWhat[] = ['text', 'picture', 'video', 'audio'];

type Props = { event: PlannedEvent | null; day: string; setup: DeskSetup; done: () => void };

export function EventPanel({ event, day, setup, done }: Props) {
  const { w } = useWords();
  const [form, setForm] = useState(() =>
    event ? formOf(event, setup.zone) : newForm(day, setup.desks[0]?.slug ?? ''),
  );
  const [wrong, setWrong] = useState('');
  const set = (change: Partial<typeof form>) => setForm({ ...form, ...change });
  const setCoverage = (at: number, change: Partial<CoverageForm>) =>
    set({ coverages: form.coverages.map((one, place) => (place === at ? { ...one, ...change } : one)) });
  const save = async (pressed: FormEvent) => {
    pressed.preventDefault();
    setWrong('');
    try {
      const body = askOf(form, setup.zone, event?.revision ?? null);
      await (event
        ? ask('PUT', `/api/planning/events/${event.id}`, body)
        : ask('POST', '/api/planning/events', body));
      done();
    } catch (error) {
      if (!(error instanceof Failed)) throw error;
      setWrong(failureWords(w, error.failure));
    }
  };
  return (
    <form onSubmit={save}>
      <label>
        {w.agenda.event}
        <input
          // biome-ignore lint/a11y/noAutofocus: the panel was opened to fill this in
          autoFocus
          required
          dir="auto"
          maxLength={300}
          value={form.title}
          onChange={(change) => set({ title: change.target.value })}
        />
      </label>
      <label>
        {w.agenda.place}
        <input
          dir="auto"
          maxLength={300}
          value={form.place}
          onChange={(change) => set({ place: change.target.value })}
        />
      </label>
      <div className="stacked">
        <MomentField
          label={w.agenda.starts}
          zone={setup.zone}
          required
          value={form.starts}
          onChange={(starts) => set({ starts })}
        />
        <MomentField
          label={w.agenda.ends}
          zone={setup.zone}
          min={form.starts}
          value={form.ends}
          onChange={(ends) => set({ ends })}
        />
      </div>
      <label>
        {w.fields.desk}
        <select value={form.desk} onChange={(change) => set({ desk: change.target.value })}>
          {setup.desks.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        {w.agenda.about}
        <textarea
          dir="auto"
          rows={3}
          value={form.about}
          onChange={(change) => set({ about: change.target.value })}
        />
      </label>
      <label className="choice">
        <input
          type="checkbox"
          checked={form.cancelled}
          onChange={(change) => set({ cancelled: change.target.checked })}
        />
        {w.agenda.cancelled}
      </label>
      {form.coverages.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: new coverage has no name but its place
        <fieldset key={at} className="ruled">
          <legend>{w.agenda.coverages}</legend>
          <div className="two">
            <label>
              {w.agenda.what}
              <select
                value={one.what}
                onChange={(change) => setCoverage(at, { what: change.target.value as CoverageWhat })}
              >
                {kinds.map((kind) => (
                  <option key={kind} value={kind}>
                    {w.agenda.kinds[kind]}
                  </option>
                ))}
              </select>
            </label>
            <label>
              {w.agenda.who}
              <input
                dir="auto"
                maxLength={200}
                value={one.who}
                onChange={(change) => setCoverage(at, { who: change.target.value })}
              />
            </label>
          </div>
          <div className="stacked">
            <MomentField
              label={w.agenda.due}
              zone={setup.zone}
              value={one.due}
              onChange={(due) => setCoverage(at, { due })}
            />
            <label>
              {w.agenda.story}
              <input
                dir="ltr"
                inputMode="numeric"
                pattern="\s*[0-9۰-۹٠-٩]{0,15}\s*"
                value={one.story}
                onChange={(change) => setCoverage(at, { story: change.target.value })}
              />
            </label>
          </div>
          <button
            type="button"
            onClick={() => set({ coverages: form.coverages.filter((_, place) => place !== at) })}
          >
            {w.agenda.dropCoverage}
          </button>
        </fieldset>
      ))}
      <p className="wrong" role="alert">
        {wrong}
      </p>
      <div className="buttons">
        <button type="submit" className="strong">
          {w.agenda.save}
        </button>
        <button
          type="button"
          onClick={() =>
            set({ coverages: [...form.coverages, { who: '', what: 'text', due: '', story: '' }] })
          }
        >
          {w.agenda.addCoverage}
        </button>
      </div>
    </form>
  );
}
