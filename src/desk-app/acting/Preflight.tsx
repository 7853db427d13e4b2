/** The list of rules before an act: what stands against it first, what held in one line. */
import type { Check } from '../../desk/desk-api.ts';
import { useWords } from '../words/WordsContext.tsx';
import type { Words } from '../words/words.ts';
import { type ActForm, lacksNote } from './act-form.ts';

/** To the words that a check is about, or to their field. */
export type ToField = (field: string, words?: string) => void;

type Props = { checks: readonly Check[]; toField?: ToField | undefined };

export function Preflight({ checks, toField }: Props) {
  const { w } = useWords();
  const open = checks.filter(({ outcome }) => outcome !== 'held');
  const held = checks.filter(({ outcome }) => outcome === 'held');
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
      {held.length > 0 && (
        <p className="held">
          <b>{w.preflight.outcomes.held}</b> {held.map(({ rule }) => w.preflight.rules[rule]).join(w.comma)}
        </p>
      )}
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

/** Whether readers are told what was wrong, where they are told that something was. */
export function noteCheck(w: Words, form: ActForm): Check[] {
  const isLacking = lacksNote(form);
  if (isLacking === null) return [];
  if (!isLacking) return [{ rule: 'note', outcome: 'held', sentence: '', field: null }];
  const { kill, corrected, ...others } = w.preflight.noNote;
  const why = form.reasonClass as keyof typeof others;
  const sentence = form.kind === 'kill' ? kill : (others[why] ?? corrected);
  return [{ rule: 'note', outcome: 'look', sentence, field: null }];
}
