/** The door. */
import { useEffect } from 'react';
import { useKept } from '../api/kept.ts';
import { readSession, session } from '../api/session.ts';
import { useWords } from '../words/WordsContext.tsx';
import { SignInForm } from './SignInForm.tsx';

export function SignInScreen() {
  const { w } = useWords();
  const who = useKept(session);
  useEffect(() => {
    document.title = w.signIn.title;
  }, [w]);
  return (
    <main className="door">
      <p className="desk-name">{w.frame.desk}</p>
      <h1>{w.signIn.title}</h1>
      {who.kind === 'offline' ? (
        <div role="alert">
          <p>{w.failures.offline}</p>
          <button type="button" onClick={() => void readSession()}>
            {w.frame.again}
          </button>
        </div>
      ) : (
        <SignInForm />
      )}
      <p className="hint">{w.signIn.lockedOut}</p>
    </main>
  );
}
