/** A panel at the side: a heading, a way to close it, and what it is for. Escape closes it. */
import { type ReactNode, useId } from 'react';
import { useWords } from '../words/WordsContext.tsx';

type Props = { title: ReactNode; close: () => void; children: ReactNode; className?: string };

export function Panel({ title, close, children, className = '' }: Props) {
  const { w } = useWords();
  const id = useId();
  return (
    <section
      className={`panel ${className}`}
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        event.stopPropagation();
        close();
      }}
    >
      <header>
        <h2 id={id}>{title}</h2>
        <button type="button" className="quiet" onClick={close}>
          {w.frame.close}{' '}
          <span className="key" aria-hidden="true">
            Esc
          </span>
        </button>
      </header>
      {children}
    </section>
  );
}
