/** Recovery codes, shown once, to be printed: the page prints these alone. */
import { useWords } from '../words/WordsContext.tsx';

export function RecoveryCodes({ codes, done }: { codes: readonly string[]; done: () => void }) {
  const { w } = useWords();
  return (
    <section className="recovery" aria-label={w.account.codes}>
      <h3>{w.account.codes}</h3>
      <p role="alert">{w.account.codesText}</p>
      <ol dir="ltr">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div className="buttons no-print">
        <button type="button" className="strong" onClick={() => print()}>
          {w.account.print}
        </button>
        <button type="button" onClick={done}>
          {w.account.codesKept}
        </button>
      </div>
    </section>
  );
}
