/** What each role may do, as the policy has it, and what the house calls it. */
import { roles } from '../../people/policy.ts';
import type { RoleNames } from '../../people/role-setting.ts';
import { TextField } from '../fields/Field.tsx';
import { languages } from '../words/catalogue.ts';
import { useWords } from '../words/WordsContext.tsx';
import { RightsTable } from './RightsTable.tsx';
import { SettingForm } from './SettingForm.tsx';
import type { SectionProps } from './sections.ts';
import { useSetting } from './use-setting.ts';

type Written = Record<string, Record<string, string>>;

export function RolesForm({ kept, ...section }: SectionProps<RoleNames>) {
  const { w } = useWords();
  const setting = useSetting('roles', kept, written, (draft) => draft);
  const { draft, set } = setting;
  return (
    <SettingForm {...section} setting={setting} text={w.settings.rolesText}>
      <RightsTable />
      <fieldset className="ruled">
        <legend>{w.settings.roleNames}</legend>
        <p className="hint">{w.settings.roleNamesText}</p>
        {roles.map((role) => (
          <div key={role} className="two">
            {languages.map(({ lang, dir, name, words }) => (
              <TextField
                key={lang}
                label={w.settings.roleIn(words.roles[role], name)}
                lang={lang}
                dir={dir}
                maxLength={60}
                placeholder={words.roles[role]}
                value={draft[role]?.[lang] ?? ''}
                onChange={(called) => set({ ...draft, [role]: { ...draft[role], [lang]: called } })}
              />
            ))}
          </div>
        ))}
      </fieldset>
    </SettingForm>
  );
}

/** Every role in every language of the desk, empty where the house has no word of its own. */
function written(names: RoleNames): Written {
  return Object.fromEntries(
    roles.map((role) => [
      role,
      Object.fromEntries(languages.map(({ lang }) => [lang, names[role]?.[lang] ?? ''])),
    ]),
  );
}
