/** The agency: its zone, its editions with their names and sections. */
import type { Agency, Edition } from '../../editions/edition.ts';
import { SelectField, TextField } from '../fields/Field.tsx';
import { useWords } from '../words/WordsContext.tsx';
import { EditionFields, type WrittenEdition } from './EditionFields.tsx';
import { linesOf, readPairs } from './pair-lines.ts';
import { SettingForm } from './SettingForm.tsx';
import type { SectionProps } from './sections.ts';
import { useSetting } from './use-setting.ts';

type Written = Omit<Agency, 'editions' | 'sample'> & { editions: WrittenEdition[] };

export function AgencyForm({ kept, ...section }: SectionProps<Agency>) {
  const { w } = useWords();
  const setting = useSetting('agency', kept, written, (draft) => ({
    ...draft,
    editions: draft.editions.map((one) => read(one, w.settings.wrongLine)),
  }));
  const { draft, set } = setting;
  const setEditions = (editions: WrittenEdition[]) => set({ ...draft, editions });
  const choices = draft.editions.map(({ lang, name }) => ({ value: lang, label: name }));
  return (
    <SettingForm {...section} setting={setting} text={w.settings.agencyText}>
      <TextField
        label={w.settings.zone}
        hint={w.settings.zoneText}
        required
        dir="ltr"
        list="zones"
        value={draft.zone}
        onChange={(zone) => set({ ...draft, zone })}
      />
      <datalist id="zones">
        {Intl.supportedValuesOf('timeZone').map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      <SelectField
        label={w.settings.front}
        hint={w.settings.frontText}
        value={draft.defaultLang}
        choices={choices}
        onChange={(defaultLang) => set({ ...draft, defaultLang })}
      />
      {draft.editions.map((edition, at) => (
        <EditionFields
          // biome-ignore lint/suspicious/noArrayIndexKey: a new edition has no name but its place
          key={at}
          edition={edition}
          zone={draft.zone}
          onChange={(changed) =>
            setEditions(draft.editions.map((one, place) => (place === at ? changed : one)))
          }
          drop={
            section.mayWrite && draft.editions.length > 1
              ? () => setEditions(draft.editions.filter((_, place) => place !== at))
              : null
          }
        />
      ))}
      {section.mayWrite && (
        <button type="button" onClick={() => setEditions([...draft.editions, emptyEdition])}>
          {w.settings.addEdition}
        </button>
      )}
    </SettingForm>
  );
}

const emptyEdition: WrittenEdition = {
  lang: '',
  dir: 'ltr',
  name: '',
  agency: '',
  tagline: '',
  sections: '',
};

function written({ zone, defaultLang, editions }: Agency): Written {
  return {
    zone,
    defaultLang,
    editions: editions.map(({ sections, ...edition }) => ({
      ...edition,
      sections: linesOf(sections.map(({ slug, name }) => [slug, name] as const)),
    })),
  };
}

/** @throws Error with a sentence for people. */
function read({ sections, ...edition }: WrittenEdition, wrongLine: (line: string) => string): Edition {
  const pairs = readPairs(sections, wrongLine);
  return { ...edition, sections: pairs.map(([slug, name]) => ({ slug, name })) };
}
