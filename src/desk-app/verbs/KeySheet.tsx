/** The sheet of keys, drawn from the table of verbs. */
import { useEffect, useRef } from 'react';
import { useKept } from '../api/kept.ts';
import { Panel } from '../frame/Panel.tsx';
import { useWords } from '../words/WordsContext.tsx';
import { mac, singleKeys } from './bound-verbs.ts';
import { keyName } from './chord.ts';
import { type Group, verbIds, verbs } from './verb-list.ts';

const groups: Group[] = ['move', 'story', 'acts', 'comments', 'anywhere', 'write', 'front'];

export function KeySheet({ close }: { close: () => void }) {
  const { w } = useWords();
  const isOn = useKept(singleKeys);
  const box = useRef<HTMLDivElement>(null);
  const before = useRef(document.activeElement);
  useEffect(() => box.current?.querySelector('button')?.focus(), []);
  const leave = () => {
    close();
    if (before.current instanceof HTMLElement) before.current.focus();
  };
  return (
    <div ref={box} className="key-sheet">
      <Panel title={w.keySheet.title} close={leave}>
        <label className="choice">
          <input type="checkbox" checked={isOn} onChange={() => singleKeys.set(!isOn)} />
          {w.keySheet.singles}
        </label>
        <div className="key-groups">
          {groups.map((group) => (
            <section key={group}>
              <h3>{w.keySheet.groups[group]}</h3>
              <dl>
                {verbIds
                  .filter((id) => verbs[id].group === group && verbs[id].keys.length > 0)
                  .map((id) => (
                    <div key={id}>
                      <dt>{w.verbs[id]}</dt>
                      <dd dir="ltr">
                        {id === 'priority' ? (
                          <kbd>1–9</kbd>
                        ) : (
                          verbs[id].keys.map((chord) => <kbd key={chord}>{keyName(chord, mac)}</kbd>)
                        )}
                      </dd>
                    </div>
                  ))}
              </dl>
            </section>
          ))}
        </div>
      </Panel>
    </div>
  );
}
