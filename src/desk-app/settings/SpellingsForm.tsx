/** The words that the house spells one way, by language. */
import type { Spellings } from '../../house-style/spelling-setting.ts';
import { LinesField } from '../fields/Field.tsx';
import { useWords } from '../words/WordsContext.tsx';
import { writtenLanguages } from './languages.ts';
import { linesOf, readPairs } from './pair-lines.ts';
import { SettingForm } from './SettingForm.tsx';
import type { SectionProps } from './sections.ts';
import { useSetting } from './use-setting.ts';

export function SpellingsForm({ kept, ...section }: SectionProps<Spellings>) {
  const { w } = useWords();
  const languages = writtenLanguages(section.setup.editions);
  const written = (spellings: Spellings): Record<string, string> =>
    Object.fromEntries(
      [...new Set([...languages.map(({ lang }) => lang), ...Object.keys(spellings)])].map((lang) => [
        lang,
        linesOf((spellings[lang] ?? []).map(({ before, after }) => [before, after] as const)),
      ]),
    );
  const setting = useSetting('spellings', kept, written, (texts) =>
    Object.fromEntries(
      Object.entries(texts).map(([lang, text]) => [
        lang,
        readPairs(text, w.settings.wrongLine).map(([before, after]) => ({ before, after })),
      ]),
    ),
  );
  const { draft, set } = setting;
  return (
    <SettingForm {...section} setting={setting} text={w.settings.spellingsText}>
      {languages.map(({ lang, name, dir }) => (
        <LinesField
          key={lang}
          label={w.settings.spellingsOf(name)}
          lang={lang}
          dir={dir}
          value={draft[lang] ?? ''}
          onChange={(text) => set({ ...draft, [lang]: text })}
        />
      ))}
    </SettingForm>
  );
}
