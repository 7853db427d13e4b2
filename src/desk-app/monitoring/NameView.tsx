/** One line that asks how a view is called. */
import { useState } from 'react';
import { useWords } from '../words/WordsContext.tsx';

/** @param onNamed with an empty name where the person thought better of it. */
export function NameView({ onNamed }: { onNamed: (name: string) => void }) {
  const { w } = useWords();
  const [name, setName] = useState('');
  return (
    <span className="naming">
      <input
        // biome-ignore lint/a11y/noAutofocus: it stands where the button was that asked for it
        autoFocus
        aria-label={w.filters.viewName}
        placeholder={w.filters.viewName}
        maxLength={80}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onNamed(name.trim());
          if (event.key === 'Escape') onNamed('');
        }}
      />
      <button type="button" onClick={() => onNamed(name.trim())}>
        {w.filters.keepView}
      </button>
    </span>
  );
}
