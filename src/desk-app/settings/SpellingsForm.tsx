/** The words that the house spells one way, by language. */
import { useState } from 'react';
import type { DeskSetup } from '../../desk/desk-api.ts';
import type { Spellings } from '../../house-style/spelling-setting.ts';
import { ask } from '../api/ask.ts';
import { useWords } from '../words/WordsContext.tsx';
import { linesOf, pairsIn } from './pair-lines.ts';
import { SettingsForm } from './SettingsForm.tsx';

type Props = {
  kept: { spellings: Spellings; mark: string };
  editions: DeskSetup['editions'];
  mayWrite: boolean;
  done: () => void;
};

export function SpellingsForm({ kept, editions, mayWrite, done }: Props) {
  const { w } = useWords();
  const languages = [...new Set(editions.map(({ lang }) => lang.split('-')[0] ?? ''))];
  const [texts, setTexts] = useState<Record<string, string>>(
    Object.fromEntries(
      languages.map((lang) => [
        lang,
        linesOf((kept.spellings[lang] ?? []).map(({ before, after }) => [before, after] as const)),
      ]),
    ),
  );
  const save = async () => {
    const spellings: Spellings = { ...kept.spellings };
    for (const [lang, text] of Object.entries(texts)) {
      const { pairs, wrong } = pairsIn(text);
      if (wrong !== null) throw new Error(w.settings.wrongLine(wrong));
      spellings[lang] = pairs.map(([before, after]) => ({ before, after }));
    }
    await ask('PUT', '/api/settings/spellings', { spellings, seen: kept.mark });
    done();
  };
  return (
    <SettingsForm
      title={w.settings.spellings}
      text={w.settings.spellingsText}
      mayWrite={mayWrite}
      save={save}
    >
      {languages.map((lang) => {
        const edition = editions.find((one) => one.lang.split('-')[0] === lang);
        return (
          <label key={lang}>
            {w.settings.spellingsOf(edition?.name ?? lang)}
            <textarea
              lang={lang}
              dir={edition?.dir ?? 'auto'}
              rows={Math.max(3, (texts[lang] ?? '').split('\n').length)}
              value={texts[lang] ?? ''}
              onChange={(event) => setTexts({ ...texts, [lang]: event.target.value })}
            />
          </label>
        );
      })}
    </SettingsForm>
  );
}
