/** E-mail and password, then a code where one is asked for; or a passkey, or the house's single sign-on. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Failed } from '../api/ask.ts';
import { failureWords } from '../frame/failure-words.ts';
import { useWords } from '../words/WordsContext.tsx';
import { giveCode, goToSingleSignOn, readWays, signInWithPassword } from './auth.ts';
import { hasPasskeys, signInWithPasskey } from './passkeys.ts';

/** @param props.takesFocus not where somebody is typing something else: a password must not end up in a story, or the reverse. */
export function SignInForm({
  email: known = '',
  takesFocus = true,
}: {
  email?: string;
  takesFocus?: boolean;
}) {
  const { w } = useWords();
  const [step, setStep] = useState<'password' | 'code'>('password');
  const [said, setSaid] = useState({ email: known, password: '', code: '' });
  const [wrong, setWrong] = useState('');
  const [isAsking, setAsking] = useState(false);
  const firstField = useRef<HTMLInputElement>(null);
  const { data: ways } = useQuery({ queryKey: ['sign-in-ways'], queryFn: readWays });
  const single = ways?.singleSignOn?.ready ? ways.singleSignOn : null;
  useEffect(() => {
    if (takesFocus || step === 'code') firstField.current?.focus();
  }, [takesFocus, step]);

  const attempt = async (work: () => Promise<unknown>) => {
    setAsking(true);
    setWrong('');
    try {
      if ((await work()) === 'code') setStep('code');
    } catch (error) {
      if (!(error instanceof Failed)) throw error;
      setWrong(failureWords(w, error.failure));
      firstField.current?.focus();
    } finally {
      setAsking(false);
    }
  };
  const set = (change: Partial<typeof said>) => setSaid({ ...said, ...change });
  return (
    <form
      className="sign-in"
      onSubmit={(event) => {
        event.preventDefault();
        void attempt(() =>
          step === 'code' ? giveCode(said.code) : signInWithPassword(said.email, said.password),
        );
      }}
    >
      {step === 'password' ? (
        <>
          <label>
            {w.signIn.email}
            <input
              ref={firstField}
              type="email"
              name="email"
              autoComplete="username webauthn"
              required
              dir="ltr"
              value={said.email}
              onChange={(event) => set({ email: event.target.value })}
            />
          </label>
          <label>
            {w.signIn.password}
            <input
              type="password"
              name="password"
              autoComplete="current-password"
              required
              dir="ltr"
              value={said.password}
              onChange={(event) => set({ password: event.target.value })}
            />
          </label>
        </>
      ) : (
        <label>
          {w.signIn.code}
          <input
            ref={firstField}
            name="code"
            inputMode="text"
            autoComplete="one-time-code"
            required
            dir="ltr"
            aria-describedby="code-hint"
            value={said.code}
            onChange={(event) => set({ code: event.target.value })}
          />
          <small id="code-hint">{w.signIn.codeHint}</small>
        </label>
      )}
      <p className="wrong" role="alert">
        {wrong}
      </p>
      <div className="buttons">
        <button type="submit" className="strong" disabled={isAsking}>
          {w.signIn.go}
        </button>
        {step === 'code' && (
          <button type="button" onClick={() => setStep('password')}>
            {w.frame.back}
          </button>
        )}
        {step === 'password' && hasPasskeys && (
          <button type="button" disabled={isAsking} onClick={() => void attempt(signInWithPasskey)}>
            {w.signIn.passkey}
          </button>
        )}
        {step === 'password' && single && (
          <button type="button" onClick={() => void attempt(() => goToSingleSignOn())}>
            {w.signIn.single(single.name)}
          </button>
        )}
      </div>
    </form>
  );
}
