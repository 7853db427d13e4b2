/** The session has ended while somebody was at work: the form stands above the screen, and nothing of it goes away. */
import { useKept } from '../api/kept.ts';
import { session } from '../api/session.ts';
import { useWords } from '../words/WordsContext.tsx';
import { SignInForm } from './SignInForm.tsx';

export function SignInAgain() {
  const { w } = useWords();
  const who = useKept(session);
  return (
    <section className="sign-in-again" aria-label={w.signIn.title}>
      <p role="alert">{w.signIn.again}</p>
      <SignInForm email={'me' in who ? who.me.email : ''} takesFocus={false} />
    </section>
  );
}
