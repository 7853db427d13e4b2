/** Desks, and the stages that a story goes through on each. */
import { useState } from 'react';
import type { Desk } from '../../desk/desk-api.ts';
import { ask } from '../api/ask.ts';
import { useWords } from '../words/WordsContext.tsx';
import { linesOf, pairsIn } from './pair-lines.ts';
import { SettingsForm } from './SettingsForm.tsx';

type Kept = { desks: Desk[]; mark: string };
type Written = { slug: string; name: string; stages: string };

export function DesksForm({ kept, mayWrite, done }: { kept: Kept; mayWrite: boolean; done: () => void }) {
  const { w } = useWords();
  const [desks, setDesks] = useState<Written[]>(
    kept.desks.map(({ slug, name, stages }) => ({
      slug,
      name,
      stages: linesOf(stages.map((stage) => [stage.slug, stage.name] as const)),
    })),
  );
  const known = new Set(kept.desks.map(({ slug }) => slug));
  const set = (at: number, change: Partial<Written>) =>
    setDesks((before) => before.map((one, place) => (place === at ? { ...one, ...change } : one)));
  const save = async () => {
    const read = desks.map(({ stages, ...desk }) => {
      const { pairs, wrong } = pairsIn(stages);
      if (wrong !== null) throw new Error(w.settings.wrongLine(wrong));
      return { ...desk, stages: pairs.map(([slug, name]) => ({ slug, name })) };
    });
    await ask('PUT', '/api/settings/desks', { desks: read, seen: kept.mark });
    done();
  };
  return (
    <SettingsForm title={w.settings.desks} text={w.settings.desksText} mayWrite={mayWrite} save={save}>
      {desks.map((desk, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a new desk has no name but its place
        <fieldset key={at} className="ruled">
          <legend>{desk.name || desk.slug}</legend>
          <div className="two">
            <label>
              {w.settings.deskName}
              <input
                required
                dir="auto"
                value={desk.name}
                onChange={(event) => set(at, { name: event.target.value })}
              />
            </label>
            <label>
              {w.settings.deskSlug}
              <input
                required
                dir="ltr"
                pattern="[a-z0-9]+(-[a-z0-9]+)*"
                readOnly={known.has(desk.slug) && kept.desks[at]?.slug === desk.slug}
                value={desk.slug}
                onChange={(event) => set(at, { slug: event.target.value })}
              />
            </label>
          </div>
          <label>
            {w.settings.stages}
            <textarea
              dir="auto"
              rows={Math.max(4, desk.stages.split('\n').length)}
              value={desk.stages}
              onChange={(event) => set(at, { stages: event.target.value })}
            />
          </label>
          {mayWrite && desks.length > 1 && (
            <button type="button" onClick={() => setDesks(desks.filter((_, place) => place !== at))}>
              {w.settings.dropDesk}
            </button>
          )}
        </fieldset>
      ))}
      {mayWrite && (
        <button
          type="button"
          onClick={() => setDesks([...desks, { slug: '', name: '', stages: desks[0]?.stages ?? '' }])}
        >
          {w.settings.addDesk}
        </button>
      )}
    </SettingsForm>
  );
}
