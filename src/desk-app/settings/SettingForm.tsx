/** One part of the settings: what it means, its fields, and one line that says whether they are kept. */
import { type FormEvent, type ReactNode, useState } from 'react';
import { Failed } from '../api/ask.ts';
import { failureWords } from '../frame/failure-words.ts';
import { useWords } from '../words/WordsContext.tsx';
import { LeavingLine } from './LeavingLine.tsx';
import type { SectionProps } from './sections.ts';
import type { SettingDraft } from './use-setting.ts';

type Props<Draft> = Pick<SectionProps<unknown>, 'title' | 'mayWrite' | 'readAgain'> & {
  /** What it does, to whom. */
  text: ReactNode;
  setting: SettingDraft<Draft>;
  children: ReactNode;
};

type Outcome = { wrong: string; isSaved: boolean; isStale: boolean };
const nothing: Outcome = { wrong: '', isSaved: false, isStale: false };

export function SettingForm<Draft>({ title, text, mayWrite, readAgain, setting, children }: Props<Draft>) {
  const { w } = useWords();
  const [outcome, setOutcome] = useState(nothing);
  /** @returns whether it is kept. */
  const save = async () => {
    setOutcome(nothing);
    try {
      await setting.save();
      setOutcome({ ...nothing, isSaved: true });
      return true;
    } catch (error) {
      const failure = error instanceof Failed ? error.failure : null;
      setOutcome({
        wrong: failure ? failureWords(w, failure) : (error as Error).message,
        isSaved: false,
        isStale: failure?.kind === 'refused' && failure.why === 'settings-changed',
      });
      return false;
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save();
  };
  return (
    <section className="setting" aria-labelledby="setting">
      <h2 id="setting">{title}</h2>
      <p className="hint">{text}</p>
      <form onSubmit={submit}>
        <fieldset disabled={!mayWrite} className="plain">
          {children}
        </fieldset>
        {setting.isChanged && <LeavingLine save={save} drop={setting.restore} />}
        <p className="wrong" role="alert">
          {outcome.wrong}
        </p>
        {outcome.isStale && (
          <button type="button" onClick={readAgain}>
            {w.settings.readAgain}
          </button>
        )}
        {mayWrite && (
          <div className="buttons keeping">
            <button type="submit" className="strong" disabled={!setting.isChanged}>
              {w.settings.save}
            </button>
            {setting.isChanged && (
              <button type="button" className="quiet" onClick={setting.restore}>
                {w.settings.restore}
              </button>
            )}
            <span role="status">
              {setting.isChanged ? w.settings.unsaved : outcome.isSaved ? w.settings.saved : ''}
            </span>
          </div>
        )}
        {!mayWrite && <p className="hint">{w.settings.readOnly}</p>}
      </form>
    </section>
  );
}
