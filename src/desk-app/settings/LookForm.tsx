/** How the agency's pages look beside its name: its colours and its logo, on light paper and on dark. */
import type { Scheme } from '../../editions/colour.ts';
import type { Look } from '../../editions/look-setting.ts';
import { useWords } from '../words/WordsContext.tsx';
import { ColourField } from './ColourField.tsx';
import { LogoField } from './LogoField.tsx';
import { SettingForm } from './SettingForm.tsx';
import type { SectionProps } from './sections.ts';
import { useSetting } from './use-setting.ts';

const schemes: Scheme[] = ['light', 'dark'];

export function LookForm({ kept, ...section }: SectionProps<Look>) {
  const { w, lang } = useWords();
  const setting = useSetting<Look, Look>(
    'look',
    kept,
    (look) => look,
    (draft) => draft,
  );
  const { draft, set } = setting;
  const { editions } = section.setup;
  const agency = (editions.find((one) => one.lang === lang) ?? editions[0])?.agency ?? '';
  return (
    <SettingForm {...section} setting={setting} text={w.settings.lookText}>
      <fieldset className="ruled">
        <legend>{w.settings.colours}</legend>
        <p className="hint">{w.settings.coloursText}</p>
        {schemes.map((scheme) => (
          <ColourField
            key={scheme}
            scheme={scheme}
            agency={agency}
            value={draft.colours[scheme]}
            onChange={(colour) => set({ ...draft, colours: { ...draft.colours, [scheme]: colour } })}
          />
        ))}
      </fieldset>
      <fieldset className="ruled">
        <legend>{w.settings.logo}</legend>
        <p className="hint">{w.settings.logoText}</p>
        {schemes.map((scheme) => (
          <LogoField
            key={scheme}
            scheme={scheme}
            agency={agency}
            value={draft.logos[scheme]}
            onChange={(logo) =>
              set((now) => ({
                ...now,
                // Without a light one there is none.
                logos:
                  scheme === 'light' && logo === null
                    ? { light: null, dark: null }
                    : { ...now.logos, [scheme]: logo },
              }))
            }
            disabled={scheme === 'dark' && draft.logos.light === null}
          />
        ))}
      </fieldset>
    </SettingForm>
  );
}
