/** What stands where something is being read: nothing for 300 ms, then one line. Or why it could not be read. */
import { useEffect, useState } from 'react';
import { Failed } from '../api/ask.ts';
import { useWords } from '../words/WordsContext.tsx';
import { failureWords } from './failure-words.ts';

export function Waiting() {
  const { w } = useWords();
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p className="waiting" role="status">
      {isLong ? w.frame.reading : ''}
    </p>
  );
}

export function Broken({ error, again }: { error: unknown; again?: () => void }) {
  const { w } = useWords();
  if (!(error instanceof Failed)) throw error;
  return (
    <div className="broken" role="alert">
      <p>{failureWords(w, error.failure)}</p>
      {again && (
        <button type="button" onClick={again}>
          {w.frame.again}
        </button>
      )}
    </div>
  );
}
