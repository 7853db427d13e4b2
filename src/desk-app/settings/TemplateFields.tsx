/** One template: what it is called, where it is offered, and its first words in each language. */
import { useState } from 'react';
import type { DeskSetup } from '../../desk/desk-api.ts';
import { isBuiltIn } from '../../desk/templates.ts';
import { SelectField, TextField } from '../fields/Field.tsx';
import { templateName } from '../new-story/template-name.ts';
import { useWords } from '../words/WordsContext.tsx';
import { writtenLanguages } from './languages.ts';
import { TemplateWordsFields } from './TemplateWordsFields.tsx';
import { beforeChanges, type WrittenTemplate, type WrittenWords, withLanguage } from './template-form.ts';

type Props = {
  template: WrittenTemplate;
  setup: DeskSetup;
  onChange: (template: WrittenTemplate) => void;
  /** Null: it came with the program, and stays. */
  drop: (() => void) | null;
};

export function TemplateFields({ template, setup, onChange, drop }: Props) {
  const { w, f } = useWords();
  // As it is at first: after that whoever writes opens and closes it.
  const [isNew] = useState(template.name === '' && !isBuiltIn(template));
  const { name, desk, priority, words } = template;
  const set = (change: Partial<WrittenTemplate>) => onChange({ ...template, ...change });
  const setWords = (at: number, changed: WrittenWords | null) =>
    set({ words: words.flatMap((one, place) => (place === at ? (changed ?? []) : one)) });
  const isFlash = template.id === 'flash';
  const before = beforeChanges(template);
  const languages = writtenLanguages(setup.editions);
  const languageName = (lang: string | null) =>
    lang === null
      ? words.length > 1
        ? w.settings.otherLanguages
        : w.settings.everyLanguage
      : (languages.find((one) => one.lang === lang)?.name ?? lang);
  const left = [...languages.map(({ lang }) => lang), null].filter(
    (lang) => !words.some((one) => one.lang === lang),
  );
  const called = templateName(w, template);
  return (
    <details open={isNew}>
      <summary>
        <b>
          <bdi>{name || isBuiltIn(template) ? called : w.settings.newTemplate}</bdi>
        </b>{' '}
        <small>
          {[
            f.name(setup.desks.find(({ slug }) => slug === desk)?.name ?? desk ?? w.people.everyDesk),
            words.map(({ lang }) => f.name(languageName(lang))).join(w.comma),
            before ? w.settings.changed : '',
          ]
            .filter(Boolean)
            .join(' · ')}
        </small>
      </summary>
      <TextField
        label={w.settings.templateName}
        hint={w.settings.templateNameText}
        required={!isBuiltIn(template)}
        placeholder={isBuiltIn(template) ? called : ''}
        value={name}
        onChange={(said) => set({ name: said })}
      />
      <div className="two">
        <SelectField
          label={w.fields.desk}
          disabled={isFlash}
          hint={isFlash ? w.settings.flashEverywhere : w.settings.templateDeskText}
          value={desk ?? ''}
          choices={[
            { value: '', label: w.people.everyDesk },
            ...setup.desks.map(({ slug, name: label }) => ({ value: slug, label })),
          ]}
          onChange={(slug) => set({ desk: slug || null })}
        />
        <SelectField
          label={w.fields.priority}
          hint={w.settings.priorityText}
          value={String(priority)}
          choices={[1, 2, 3, 4, 5, 6, 7, 8, 9].map((one) => ({ value: String(one), label: f.digits(one) }))}
          onChange={(said) => set({ priority: Number(said) })}
        />
      </div>
      {words.map((one, at) => (
        <TemplateWordsFields
          key={one.lang ?? ''}
          title={languageName(one.lang)}
          words={one}
          dir={languages.find(({ lang }) => lang === one.lang)?.dir}
          onChange={(changed) => setWords(at, changed)}
          drop={words.length > 1 && !(isFlash && one.lang === null) ? () => setWords(at, null) : null}
        />
      ))}
      <div className="buttons">
        {left.map((lang) => (
          <button
            key={lang ?? ''}
            type="button"
            className="quiet"
            onClick={() => set({ words: withLanguage(words, lang) })}
          >
            + {lang === null ? w.settings.otherLanguages : languageName(lang)}
          </button>
        ))}
        {before && (
          <button type="button" onClick={() => onChange(before)}>
            {w.settings.asItCame}
          </button>
        )}
        {drop && (
          <button type="button" onClick={drop}>
            {w.settings.dropTemplate}
          </button>
        )}
      </div>
    </details>
  );
}
