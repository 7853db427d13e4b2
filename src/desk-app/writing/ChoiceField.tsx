/** A field in which one types a word and chooses from what is found: by arrows and Enter, or by the pointer (WAI-ARIA combobox). */
import { type ReactNode, useState } from 'react';

export type Choice<T> = { key: string; value: T; shown: ReactNode; disabled?: boolean };

type Props<T> = {
  id: string;
  label: string;
  placeholder: string;
  lang: string;
  /** What is found for the words so far. */
  choicesFor: (words: string) => readonly Choice<T>[];
  /** Said where something is asked for and nothing found. */
  nothing: string;
  onChoose: (value: T) => void;
};

export function ChoiceField<T>({ id, label, placeholder, lang, choicesFor, nothing, onChoose }: Props<T>) {
  const [words, setWords] = useState('');
  const [at, setAt] = useState(0);
  const [isOpen, setOpen] = useState(false);
  const choices = isOpen ? choicesFor(words) : [];
  const chosen = Math.min(at, choices.length - 1);
  const choose = (choice: Choice<T> | undefined) => {
    if (!choice || choice.disabled) return;
    onChoose(choice.value);
    setWords('');
    setAt(0);
    setOpen(false);
  };
  const isEmpty = isOpen && choices.length === 0 && words.trim() !== '';
  return (
    <div className="choice-field">
      <input
        id={id}
        role="combobox"
        aria-label={label}
        aria-autocomplete="list"
        aria-expanded={choices.length > 0}
        aria-controls={`${id}-choices`}
        aria-activedescendant={choices.length > 0 ? `${id}-${chosen}` : undefined}
        autoComplete="off"
        dir="auto"
        lang={lang}
        placeholder={placeholder}
        value={words}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onChange={(event) => {
          setWords(event.target.value);
          setAt(0);
          setOpen(true);
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown' && !isOpen) setOpen(true);
          else if (event.key === 'ArrowDown') setAt(Math.min(chosen + 1, choices.length - 1));
          else if (event.key === 'ArrowUp' && choices.length > 0) setAt(Math.max(chosen - 1, 0));
          else if (event.key === 'Enter') choose(choices[chosen]);
          // The first press closes the list, the next one the panel.
          else if (event.key === 'Escape' && (choices.length > 0 || words !== '')) {
            setWords('');
            setOpen(false);
          } else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      {choices.length > 0 && (
        <div id={`${id}-choices`} className="choices-found" role="listbox" aria-label={label}>
          {choices.map((choice, place) => (
            <div
              key={choice.key}
              ref={place === chosen ? showIt : undefined}
              id={`${id}-${place}`}
              role="option"
              tabIndex={-1}
              aria-selected={place === chosen}
              aria-disabled={choice.disabled || undefined}
              onMouseDown={(event) => {
                event.preventDefault();
                choose(choice);
              }}
            >
              {choice.shown}
            </div>
          ))}
        </div>
      )}
      <p className="hint" role="status">
        {isEmpty ? nothing : ''}
      </p>
    </div>
  );
}

function showIt(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}
