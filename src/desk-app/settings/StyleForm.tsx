/** By which rules the house writes each language, and with which quotes. */
import { exampleOf } from '../../house-style/examples.ts';
import type { StyleRule } from '../../house-style/house-style.ts';
import { type QuoteStyle, quoteStylesOf, ruleNamesOf } from '../../house-style/language-rules.ts';
import type { HouseStyle } from '../../house-style/style-setting.ts';
import { SelectField, TickField } from '../fields/Field.tsx';
import { useWords } from '../words/WordsContext.tsx';
import { type WrittenLanguage, writtenLanguages } from './languages.ts';
import { SettingForm } from './SettingForm.tsx';
import type { SectionProps } from './sections.ts';
import { useSetting } from './use-setting.ts';

type OfLanguage = HouseStyle[string];
const usual: OfLanguage = { off: [], quotes: null };

export function StyleForm({ kept, ...section }: SectionProps<HouseStyle>) {
  const { w } = useWords();
  const languages = writtenLanguages(section.setup.editions);
  const written = (style: HouseStyle): HouseStyle => ({
    ...Object.fromEntries(languages.map(({ lang }) => [lang, usual])),
    ...style,
  });
  const setting = useSetting('house-style', kept, written, (draft) => draft);
  const { draft, set } = setting;
  return (
    <SettingForm {...section} setting={setting} text={w.settings.styleText}>
      {languages.map((language) => (
        <RulesOf
          key={language.lang}
          language={language}
          style={draft[language.lang] ?? usual}
          onChange={(style) => set({ ...draft, [language.lang]: style })}
        />
      ))}
    </SettingForm>
  );
}

type Props = { language: WrittenLanguage; style: OfLanguage; onChange: (style: OfLanguage) => void };

function RulesOf({ language: { lang, name, dir }, style, onChange }: Props) {
  const { w } = useWords();
  const quotes = quoteStylesOf(lang);
  const shown = (rule: StyleRule, chosen = style.quotes) => {
    const example = exampleOf(lang, rule, { quotes: chosen });
    return example && { before: visible(example.before), after: visible(example.after) };
  };
  const turn = (rule: StyleRule, isOn: boolean) =>
    onChange({ ...style, off: isOn ? style.off.filter((one) => one !== rule) : [...style.off, rule].sort() });
  return (
    <fieldset className="ruled rules">
      <legend>{name}</legend>
      {ruleNamesOf(lang).map((rule) => (
        <TickField
          key={rule}
          label={
            <>
              {w.styleRules[rule]}{' '}
              <small className="example" lang={lang}>
                <bdi dir={dir}>{shown(rule)?.before}</bdi> {w.settings.becomes}{' '}
                <bdi dir={dir}>{shown(rule)?.after}</bdi>
              </small>
            </>
          }
          checked={!style.off.includes(rule)}
          onChange={(isOn) => turn(rule, isOn)}
        />
      ))}
      {quotes.length > 1 && (
        <SelectField
          label={w.settings.quotes}
          hint={w.settings.quotesText}
          lang={lang}
          dir={dir}
          disabled={style.off.includes('quotes')}
          value={style.quotes ?? quotes[0] ?? ''}
          choices={quotes.map((one) => ({ value: one, label: shown('quotes', one)?.after ?? one, lang }))}
          onChange={(chosen) =>
            onChange({ ...style, quotes: chosen === quotes[0] ? null : (chosen as QuoteStyle) })
          }
        />
      )}
    </fieldset>
  );
}

/** Two spaces beside each other would be drawn as one. */
function visible(text: string): string {
  return text.replaceAll('  ', ' \u00a0');
}
