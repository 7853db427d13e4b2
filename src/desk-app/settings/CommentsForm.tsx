/** How the agency takes comments. */
import type { CommentRules, WordLists } from '../../comments/comment-setting.ts';
import { LinesField, SelectField, TextField, TickField } from '../fields/Field.tsx';
import { latinDigits } from '../words/format.ts';
import { useWords } from '../words/WordsContext.tsx';
import { writtenLanguages } from './languages.ts';
import { SettingForm } from './SettingForm.tsx';
import type { SectionProps } from './sections.ts';
import { useSetting } from './use-setting.ts';

type Lists = Record<keyof WordLists, string>;
type Draft = Omit<CommentRules, 'closeAfterDays' | 'keepDays' | 'links' | 'words'> & {
  closeAfterDays: string;
  keepDays: string;
  links: string;
  words: Record<string, Lists>;
};
const noLists: Lists = { reject: '', doubt: '' };

export function CommentsForm({ kept, ...section }: SectionProps<CommentRules>) {
  const { w } = useWords();
  const said = w.commentSetting;
  const whole = (text: string, what: string): number => {
    const value = Number(latinDigits(text).trim() || 'x');
    if (!Number.isInteger(value)) throw new Error(said.wrongNumber(what));
    return value;
  };
  const setting = useSetting('comments', kept, written, (draft: Draft) => ({
    ...draft,
    closeAfterDays:
      draft.closeAfterDays.trim() === '' ? null : whole(draft.closeAfterDays, said.closeAfterDays),
    keepDays: whole(draft.keepDays, said.keepDays),
    links: whole(draft.links, said.links),
    words: Object.fromEntries(
      Object.entries(draft.words).map(([lang, { reject, doubt }]) => [
        lang,
        { reject: linesIn(reject), doubt: linesIn(doubt) },
      ]),
    ),
  }));
  const { draft, set } = setting;
  return (
    <SettingForm {...section} setting={setting} text={said.text}>
      <TickField label={said.taken} checked={draft.taken} onChange={(taken) => set({ ...draft, taken })} />
      <SelectField
        label={said.moderation}
        hint={said.moderationText}
        value={draft.moderation}
        choices={[
          { value: 'before', label: said.before },
          { value: 'known', label: said.known },
        ]}
        onChange={(value) => set({ ...draft, moderation: value as CommentRules['moderation'] })}
      />
      {(['closeAfterDays', 'keepDays', 'links'] as const).map((name) => (
        <TextField
          key={name}
          label={said[name]}
          hint={said[`${name}Text`]}
          inputMode="numeric"
          value={draft[name]}
          onChange={(value) => set({ ...draft, [name]: value })}
        />
      ))}
      {writtenLanguages(section.setup.editions).map(({ lang, name, dir }) => (
        <fieldset key={lang} className="ruled">
          <legend>{said.lists(name)}</legend>
          {(['reject', 'doubt'] as const).map((list) => (
            <LinesField
              key={list}
              label={said[list]}
              hint={said.listsText}
              lang={lang}
              dir={dir}
              value={draft.words[lang]?.[list] ?? ''}
              onChange={(text) =>
                set({
                  ...draft,
                  words: { ...draft.words, [lang]: { ...(draft.words[lang] ?? noLists), [list]: text } },
                })
              }
            />
          ))}
        </fieldset>
      ))}
    </SettingForm>
  );
}

function written(rules: CommentRules): Draft {
  return {
    ...rules,
    closeAfterDays: rules.closeAfterDays === null ? '' : String(rules.closeAfterDays),
    keepDays: String(rules.keepDays),
    links: String(rules.links),
    words: Object.fromEntries(
      Object.entries(rules.words).map(([lang, { reject, doubt }]) => [
        lang,
        { reject: reject.join('\n'), doubt: doubt.join('\n') },
      ]),
    ),
  };
}

function linesIn(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}
