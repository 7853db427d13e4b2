/** What crawlers, feed readers and language models may take the site for. */
import { type ForMachines, modelUses } from '../../machines/machine-uses.ts';
import { SelectField, TextField, TickField } from '../fields/Field.tsx';
import { useWords } from '../words/WordsContext.tsx';
import { SettingForm } from './SettingForm.tsx';
import type { SectionProps } from './sections.ts';
import { useSetting } from './use-setting.ts';

const feedKinds: ForMachines['feeds'][] = ['full', 'summary'];

export function MachinesForm({ kept, ...section }: SectionProps<ForMachines>) {
  const { w } = useWords();
  const setting = useSetting<ForMachines, ForMachines>(
    'machines',
    kept,
    (value) => value,
    (draft) => draft,
  );
  const { draft, set } = setting;
  return (
    <SettingForm {...section} setting={setting} text={w.machines.text}>
      <fieldset className="ruled">
        <legend>{w.machines.models}</legend>
        <p className="hint">{w.machines.modelsText}</p>
        {modelUses.map((use) => (
          <TickField
            key={use}
            label={
              <>
                {w.machines.uses[use].label} <small className="hint">{w.machines.uses[use].text}</small>
              </>
            }
            checked={draft.models[use]}
            onChange={(isOn) => set({ ...draft, models: { ...draft.models, [use]: isOn } })}
          />
        ))}
      </fieldset>
      <SelectField
        label={w.machines.feeds}
        hint={w.machines.feedsText}
        value={draft.feeds}
        choices={feedKinds.map((value) => ({ value, label: w.machines.feedKinds[value] }))}
        onChange={(feeds) => set({ ...draft, feeds: feeds as ForMachines['feeds'] })}
      />
      <TextField
        label={w.machines.contact}
        hint={w.machines.contactText}
        dir="ltr"
        value={draft.securityContact}
        onChange={(securityContact) => set({ ...draft, securityContact })}
      />
    </SettingForm>
  );
}
