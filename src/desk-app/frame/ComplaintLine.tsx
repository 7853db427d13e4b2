/** The line in which a refusal is said; it hides no text and goes when it is told to. */
import { useKept } from '../api/kept.ts';
import { useWords } from '../words/WordsContext.tsx';
import { complaint } from './complaints.ts';
import { failureWords } from './failure-words.ts';

export function ComplaintLine() {
  const { w } = useWords();
  const said = useKept(complaint);
  return (
    <div className="complaint" role="alert">
      {said && (
        <p>
          {failureWords(w, said)}{' '}
          <button type="button" onClick={() => complaint.set(null)}>
            {w.frame.understood}
          </button>
        </p>
      )}
    </div>
  );
}
