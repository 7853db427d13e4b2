/** The door. */
import { useEffect, useState } from 'react';
import { useKept } from '../api/kept.ts';
import { readSession, session } from '../api/session.ts';
import { useWords } from '../words/WordsContext.tsx';
import { SignInForm } from './SignInForm.tsx';

export function SignInScreen() {
  const { w } = useWords();
  const [refused] = useState(takeRefusal);
  const who = useKept(session);
  useEffect(() => {
    document.title = w.signIn.title;
  }, [w]);
  return (
    <main className="door">
      <p className="desk-name">{w.frame.desk}</p>
      <h1>{w.signIn.title}</h1>
      {refused && (
        <p className="wrong" role="alert">
          {notLetIn.has(refused) ? w.signIn.singleRefused : w.signIn.singleFailed}
        </p>
      )}
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

/** What single sign-on is answered with where a person has no place here. */
const notLetIn = new Set([
  'signup_disabled',
  'account_not_linked',
  'PERSON_DISABLED',
  'unable_to_link_account',
]);

/** Why single sign-on came back without anybody: read once, then taken out of the address. */
function takeRefusal(): string {
  const why = new URLSearchParams(location.search).get('error') ?? '';
  if (why) history.replaceState(null, '', location.pathname + location.hash);
  return why;
}
