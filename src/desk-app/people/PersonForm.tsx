/** One person: grants, sessions, and whether the door is open. */
import { type FormEvent, useState } from 'react';
import { ask, Failed } from '../api/ask.ts';
import type { PersonJson } from '../api/people-api.ts';
import { failureWords } from '../frame/failure-words.ts';
import { useWords } from '../words/WordsContext.tsx';
import { GrantsField } from './GrantsField.tsx';

export function PersonForm({ person, done }: { person: PersonJson; done: () => void }) {
  const { w } = useWords();
  const [grants, setGrants] = useState(person.grants);
  const [email, setEmail] = useState(person.email);
  const [outcome, setOutcome] = useState<{ ok: boolean; sentence: string } | null>(null);
  const attempt = async (work: () => Promise<unknown>, sentence: string) => {
    try {
      await work();
      setOutcome({ ok: true, sentence });
      done();
    } catch (error) {
      if (!(error instanceof Failed)) throw error;
      setOutcome({ ok: false, sentence: failureWords(w, error.failure) });
    }
  };
  const path = `/api/people/${encodeURIComponent(person.id)}`;
  const save = (event: FormEvent) => {
    event.preventDefault();
    const moved = email.trim() === person.email ? {} : { email };
    void attempt(() => ask('PUT', path, { grants, ...moved }), w.people.saved);
  };
  return (
    <form onSubmit={save}>
      <label>
        {w.people.email}
        <input
          type="email"
          required
          dir="ltr"
          maxLength={254}
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
      </label>
      <GrantsField grants={grants} onChange={setGrants} />
      <div className="buttons">
        <button type="submit" className="strong">
          {w.people.save}
        </button>
      </div>
      <div className="buttons">
        <button
          type="button"
          onClick={() => void attempt(() => ask('POST', `${path}/end-sessions`, {}), w.people.sessionsEnded)}
        >
          {w.people.endSessions}
        </button>
        <button
          type="button"
          onClick={() =>
            void attempt(
              () => ask('PUT', path, { disabled: !person.disabled }),
              person.disabled ? w.people.isEnabled : w.people.isDisabled,
            )
          }
        >
          {person.disabled ? w.people.enable : w.people.disable}
        </button>
      </div>
      <p role="status" className={outcome?.ok === false ? 'wrong' : ''}>
        {outcome?.sentence}
      </p>
    </form>
  );
}
