/** Desks, and the stages that a story goes through on each. */
import type { Desk } from '../../desk/desk-api.ts';
import { LinesField, TextField } from '../fields/Field.tsx';
import { useWords } from '../words/WordsContext.tsx';
import { linesOf, readPairs } from './pair-lines.ts';
import { SettingForm } from './SettingForm.tsx';
import type { SectionProps } from './sections.ts';
import { useSetting } from './use-setting.ts';

/** `isKept`: it is there, so that its short name stays. */
type Written = { slug: string; name: string; stages: string; isKept: boolean };

export function DesksForm({ kept, ...section }: SectionProps<Desk[]>) {
  const { w } = useWords();
  const setting = useSetting('desks', kept, written, (desks) =>
    desks.map(({ slug, name, stages }) => ({
      slug,
      name,
      stages: readPairs(stages, w.settings.wrongLine).map(([short, called]) => ({
        slug: short,
        name: called,
      })),
    })),
  );
  const { draft: desks, set: setDesks } = setting;
  const set = (at: number, change: Partial<Written>) =>
    setDesks((before) => before.map((one, place) => (place === at ? { ...one, ...change } : one)));
  return (
    <SettingForm {...section} setting={setting} text={w.settings.desksText}>
      {desks.map((desk, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a new desk has no name but its place
        <fieldset key={at} className="ruled">
          <legend>{desk.name || desk.slug}</legend>
          <div className="two">
            <TextField
              label={w.settings.deskName}
              hint={w.settings.deskNameText}
              required
              value={desk.name}
              onChange={(name) => set(at, { name })}
            />
            <TextField
              label={w.settings.deskSlug}
              hint={w.settings.deskSlugText}
              required
              dir="ltr"
              pattern="[a-z0-9]+(-[a-z0-9]+)*"
              readOnly={desk.isKept}
              value={desk.slug}
              onChange={(slug) => set(at, { slug })}
            />
          </div>
          <LinesField
            label={w.settings.stages}
            hint={w.settings.stagesText}
            rows={4}
            value={desk.stages}
            onChange={(stages) => set(at, { stages })}
          />
          {section.mayWrite && desks.length > 1 && (
            <button type="button" onClick={() => setDesks(desks.filter((_, place) => place !== at))}>
              {w.settings.dropDesk}
            </button>
          )}
        </fieldset>
      ))}
      {section.mayWrite && (
        <button
          type="button"
          onClick={() =>
            setDesks([...desks, { slug: '', name: '', stages: desks[0]?.stages ?? '', isKept: false }])
          }
        >
          {w.settings.addDesk}
        </button>
      )}
    </SettingForm>
  );
}

function written(desks: Desk[]): Written[] {
  return desks.map(({ slug, name, stages }) => ({
    slug,
    name,
    stages: linesOf(stages.map((stage) => [stage.slug, stage.name] as const)),
    isKept: true,
  }));
}
