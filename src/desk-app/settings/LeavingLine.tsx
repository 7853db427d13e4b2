/** Asks before changes are lost: on the way to another place of the desk in words, on the way out by the browser itself. */
import { useEffect, useRef, useState } from 'react';
import { type Address, go, guardLeaving } from '../frame/address.ts';
import { useWords } from '../words/WordsContext.tsx';

/** `save`: @returns whether it is kept. */
export function LeavingLine({ save, drop }: { save: () => Promise<boolean>; drop: () => void }) {
  const { w } = useWords();
  const [to, setTo] = useState<Address | null>(null);
  const unguard = useRef<() => void>(() => undefined);
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    unguard.current = guardLeaving(setTo);
    return () => {
      removeEventListener('beforeunload', ask);
      unguard.current();
    };
  }, []);
  if (!to) return null;
  const leave = () => {
    unguard.current();
    go(to);
  };
  return (
    <div className="leaving" role="alertdialog" aria-labelledby="leaving">
      <p id="leaving">{w.settings.leaving}</p>
      <div className="buttons">
        <button
          type="button"
          className="strong"
          // biome-ignore lint/a11y/noAutofocus: the question stands in the way of where somebody goes
          autoFocus
          onClick={() => void save().then((isKept) => isKept && leave())}
        >
          {w.settings.saveAndGo}
        </button>
        <button
          type="button"
          onClick={() => {
            drop();
            leave();
          }}
        >
          {w.settings.dropAndGo}
        </button>
        <button type="button" onClick={() => setTo(null)}>
          {w.settings.stay}
        </button>
      </div>
    </div>
  );
}
