/** A template's first words in one language. */
import type { Direction } from '../../text/story-text.ts';
import { LinesField, TextField } from '../fields/Field.tsx';
import { useWords } from '../words/WordsContext.tsx';
import type { WrittenWords } from './template-form.ts';

type Props = {
  title: string;
  words: WrittenWords;
  dir: Direction | undefined;
  onChange: (words: WrittenWords) => void;
  drop: (() => void) | null;
};

export function TemplateWordsFields({ title, words, dir = undefined, onChange, drop }: Props) {
  const { w } = useWords();
  const set = (change: Partial<WrittenWords>) => onChange({ ...words, ...change });
  const inIt = { lang: words.lang ?? undefined, dir: dir ?? 'auto' };
  return (
    <fieldset className="ruled">
      <legend>{title}</legend>
      <TextField
        label={w.fields.headline}
        {...inIt}
        value={words.headline}
        onChange={(headline) => set({ headline })}
      />
      <LinesField
        label={w.fields.lead}
        rows={2}
        {...inIt}
        value={words.lead}
        onChange={(lead) => set({ lead })}
      />
      <LinesField
        label={w.fields.body}
        hint={w.settings.paragraphsText}
        {...inIt}
        value={words.body}
        onChange={(body) => set({ body })}
      />
      <div className="two">
        <TextField
          label={w.fields.dateline}
          {...inIt}
          value={words.dateline}
          onChange={(dateline) => set({ dateline })}
        />
        <TextField
          label={w.fields.credit}
          {...inIt}
          value={words.credit}
          onChange={(credit) => set({ credit })}
        />
      </div>
      {drop && (
        <button type="button" onClick={drop}>
          {w.settings.dropLanguage}
        </button>
      )}
    </fieldset>
  );
}
