/** The password: a first one, or another one. Other sessions end with the old one. */
import { type FormEvent, useState } from 'react';
import { ask, Failed } from '../api/ask.ts';
import { readSession } from '../api/session.ts';
import { failureWords } from '../frame/failure-words.ts';
import { useWords } from '../words/WordsContext.tsx';

const shortest = 12;

export function PasswordForm({ hasPassword }: { hasPassword: boolean }) {
  const { w, f } = useWords();
  const [said, setSaid] = useState({ before: '', after: '' });
  const [outcome, setOutcome] = useState<{ ok: boolean; sentence: string } | null>(null);
  const change = async (event: FormEvent) => {
    event.preventDefault();
    try {
      if (hasPassword)
        await ask('POST', '/api/auth/change-password', {
          currentPassword: said.before,
          newPassword: said.after,
        });
      else await ask('POST', '/api/me/password', { password: said.after });
      setSaid({ before: '', after: '' });
      setOutcome({ ok: true, sentence: w.account.passwordSet });
      await readSession();
    } catch (error) {
      if (!(error instanceof Failed)) throw error;
      setOutcome({ ok: false, sentence: failureWords(w, error.failure) });
    }
  };
  return (
    <section>
      <h2>{w.account.password}</h2>
      {!hasPassword && <p>{w.account.noPassword}</p>}
      <form className="row-form" onSubmit={change}>
        {hasPassword && (
          <label>
            {w.account.passwordNow}
            <input
              type="password"
              autoComplete="current-password"
              required
              dir="ltr"
              value={said.before}
              onChange={(event) => setSaid({ ...said, before: event.target.value })}
            />
          </label>
        )}
        <label>
          {w.signIn.newPassword}
          <input
            type="password"
            autoComplete="new-password"
            required
            minLength={shortest}
            dir="ltr"
            title={w.signIn.passwordHint(f.number(shortest))}
            value={said.after}
            onChange={(event) => setSaid({ ...said, after: event.target.value })}
          />
        </label>
        <button type="submit">{w.account.setPassword}</button>
      </form>
      <p role="status" className={outcome?.ok === false ? 'wrong' : ''}>
        {outcome?.sentence}
      </p>
    </section>
  );
}
