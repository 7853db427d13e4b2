/** A verb as a button: its word, and its key at the end, small. */
import { useWords } from '../words/WordsContext.tsx';
import { deedOf, mac } from './bound-verbs.ts';
import { keyName } from './chord.ts';
import { type VerbId, verbs } from './verb-list.ts';

type Props = { id: VerbId; word?: string; className?: string; pressed?: boolean; onClick?: () => void };

export function VerbButton({ id, word, className, pressed, onClick }: Props) {
  const { w } = useWords();
  return (
    <button
      type="button"
      className={className}
      aria-pressed={pressed}
      onClick={() => (onClick ?? deedOf(id))?.()}
    >
      {word ?? w.verbs[id]} <Key of={id} />
    </button>
  );
}

export function Key({ of: id }: { of: VerbId }) {
  const chord = verbs[id].keys[0];
  if (!chord) return null;
  return (
    <span className="key" aria-hidden="true" dir="ltr">
      {keyName(chord, mac)}
    </span>
  );
}
