/** One part of the settings: what it means, its fields, and one button that says what came of it. */
import { type FormEvent, type ReactNode, useState } from 'react';
import { Failed } from '../api/ask.ts';
import { failureWords } from '../frame/failure-words.ts';
import { useWords } from '../words/WordsContext.tsx';

type Props = {
  title: string;
  text: string;
  mayWrite: boolean;
  /** @throws Failed, or an Error whose message is for people. */
  save: () => Promise<void>;
  /** What the button says and what it has done, where that is not saving. */
  verb?: string;
  done?: string;
  children: ReactNode;
};

export function SettingsForm({ title, text, mayWrite, save, verb, done, children }: Props) {
  const { w } = useWords();
  const [said, setSaid] = useState({ wrong: '', done: false });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setSaid({ wrong: '', done: false });
    try {
      await save();
      setSaid({ wrong: '', done: true });
    } catch (error) {
      const wrong = error instanceof Failed ? failureWords(w, error.failure) : (error as Error).message;
      setSaid({ wrong, done: false });
    }
  };
  return (
    <section>
      <h2>{title}</h2>
      <p className="grey">{text}</p>
      <form onSubmit={submit}>
        <fieldset disabled={!mayWrite} className="plain">
          {children}
        </fieldset>
        <p className="wrong" role="alert">
          {said.wrong}
        </p>
        {mayWrite && (
          <div className="buttons">
            <button type="submit" className="strong">
              {verb ?? w.settings.save}
            </button>
            <span role="status">{said.done ? (done ?? w.settings.saved) : ''}</span>
          </div>
        )}
      </form>
    </section>
  );
}
