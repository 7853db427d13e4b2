/** The list of rules before an act: what stands against it first, what held in one line. */
import type { Check, PreflightJson } from '../../desk/desk-api.ts';
import { useWords } from '../words/WordsContext.tsx';

/** To the words that a check is about, or to their field. */
export type ToField = (field: string, words?: string) => void;

type Props = { preflight: PreflightJson; toField?: ToField | undefined };

export function Preflight({ preflight, toField }: Props) {
  const { w } = useWords();
  const open = preflight.checks.filter(({ outcome }) => outcome !== 'held');
  const held = preflight.checks.filter(({ outcome }) => outcome === 'held');
  return (
    <section className="preflight" aria-label={w.preflight.title}>
      <h3>{w.preflight.title}</h3>
      <ol>
        {open.map((check) => (
          <li key={check.rule + check.sentence} data-outcome={check.outcome}>
            <b>{w.preflight.outcomes[check.outcome as 'look' | 'stop']}</b> {sentence(check)}
          </li>
        ))}
      </ol>
      <p className="held">
        <b>{w.preflight.outcomes.held}</b> {held.map(({ rule }) => w.preflight.rules[rule]).join(w.comma)}
      </p>
    </section>
  );

  function sentence({ rule, sentence, field, words }: Check) {
    const said = sentence || w.preflight.rules[rule];
    if (!field || !toField) return <span dir="auto">{said}</span>;
    return (
      <button type="button" className="as-link" dir="auto" onClick={() => toField(field, words)}>
        {said}
      </button>
    );
  }
}
