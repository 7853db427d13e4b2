/** An invitation: a name and a password, and one is in. */
import { type FormEvent, useEffect, useState } from 'react';
import { ask, Failed } from '../api/ask.ts';
import { replaceWith } from '../frame/address.ts';
import { failureWords } from '../frame/failure-words.ts';
import { useWords } from '../words/WordsContext.tsx';
import { acceptInvitation } from './auth.ts';

/** As the server has it; it also refuses what is easily guessed. */
const shortestPassword = 12;

export function InvitationScreen({ token }: { token: string }) {
  const { w, f } = useWords();
  const [said, setSaid] = useState({ name: '', password: '' });
  const [wrong, setWrong] = useState('');
  const [isAsking, setAsking] = useState(false);
  const [email, setEmail] = useState('');
  useEffect(() => {
    ask<{ name: string; email: string }>('POST', '/api/invitations/look', { token }).then(
      (invited) => {
        setEmail(invited.email);
        setSaid((now) => ({ ...now, name: now.name || invited.name }));
      },
      (error: unknown) => setWrong(error instanceof Failed ? failureWords(w, error.failure) : ''),
    );
  }, [token, w]);
  const accept = async (event: FormEvent) => {
    event.preventDefault();
    setAsking(true);
    setWrong('');
    try {
      await acceptInvitation({ token, ...said });
      replaceWith({ screen: 'stories' });
    } catch (error) {
      if (!(error instanceof Failed)) throw error;
      setWrong(failureWords(w, error.failure));
    } finally {
      setAsking(false);
    }
  };
  return (
    <main className="door">
      <p className="desk-name">{w.frame.desk}</p>
      <h1>{w.signIn.invitation}</h1>
      <p dir="ltr">{email}</p>
      <form className="sign-in" onSubmit={accept}>
        <label>
          {w.signIn.name}
          <input
            name="name"
            autoComplete="name"
            required
            dir="auto"
            value={said.name}
            onChange={(event) => setSaid({ ...said, name: event.target.value })}
          />
        </label>
        <label>
          {w.signIn.newPassword}
          <input
            type="password"
            name="new-password"
            autoComplete="new-password"
            required
            minLength={shortestPassword}
            dir="ltr"
            aria-describedby="password-hint"
            value={said.password}
            onChange={(event) => setSaid({ ...said, password: event.target.value })}
          />
          <small id="password-hint">{w.signIn.passwordHint(f.number(shortestPassword))}</small>
        </label>
        <p className="wrong" role="alert">
          {wrong}
        </p>
        <div className="buttons">
          <button type="submit" className="strong" disabled={isAsking}>
            {w.signIn.accept}
          </button>
        </div>
      </form>
    </main>
  );
}
