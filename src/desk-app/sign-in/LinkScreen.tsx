/** A one-time link: it is used when the person says so, for a mail program that looks at links would use it up. */
import { useState } from 'react';
import { Failed } from '../api/ask.ts';
import { replaceWith } from '../frame/address.ts';
import { failureWords } from '../frame/failure-words.ts';
import { useWords } from '../words/WordsContext.tsx';
import { useLink as takeLink } from './auth.ts';

export function LinkScreen({ token }: { token: string }) {
  const { w } = useWords();
  const [state, setState] = useState<'ready' | 'asking'>('ready');
  const [wrong, setWrong] = useState('');
  const use = async () => {
    setState('asking');
    try {
      await takeLink(token);
      replaceWith({ screen: 'stories' });
    } catch (error) {
      if (!(error instanceof Failed)) throw error;
      setWrong(failureWords(w, error.failure));
      setState('ready');
    }
  };
  return (
    <main className="door">
      <p className="desk-name">{w.frame.desk}</p>
      <h1>{w.signIn.link}</h1>
      <p>{w.signIn.linkText}</p>
      <p className="wrong" role="alert">
        {wrong}
      </p>
      <div className="buttons">
        {/* biome-ignore lint/a11y/noAutofocus: the one thing that can be done here */}
        <button type="button" className="strong" autoFocus disabled={state === 'asking'} onClick={use}>
          {w.signIn.go}
        </button>
        {wrong && (
          <button type="button" onClick={() => replaceWith({ screen: 'stories' })}>
            {w.signIn.withPassword}
          </button>
        )}
      </div>
    </main>
  );
}
