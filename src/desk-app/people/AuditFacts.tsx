/** What an entry of the list of changes was about: a line for each fact, those of a long change behind a word. */
import type { AuditJson } from '../api/people-api.ts';
import { useWords } from '../words/WordsContext.tsx';
import { aboutWords } from './audit-words.ts';
import { useGrantWords } from './use-grant-words.ts';

/** Lines that stand in the list at once. */
const shown = 6;

export function AuditFacts({ entry }: { entry: AuditJson }) {
  const { w, f, lang } = useWords();
  const lines = aboutWords({ w, f, lang, grantWords: useGrantWords() }, entry);
  // One more line takes no more room than the word that hides it.
  const isLong = lines.length > shown + 1;
  const more = isLong ? lines.slice(shown) : [];
  return (
    <>
      <Lines lines={isLong ? lines.slice(0, shown) : lines} />
      {isLong && (
        <details>
          <summary>{w.auditFacts.more(f.number(more.length))}</summary>
          <Lines lines={more} />
        </details>
      )}
    </>
  );
}

function Lines({ lines }: { lines: string[] }) {
  return (
    <ul className="audit-facts">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
