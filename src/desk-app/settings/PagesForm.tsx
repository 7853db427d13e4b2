/** The agency's own pages in each edition, what topics are, and when a story is old. */
import {
  type AgencyPage,
  agencyPageNames,
  type PageSettings,
  type TopicKind,
  topicKinds,
} from '../../editions/agency-pages.ts';
import { LinesField, TextField, TickField } from '../fields/Field.tsx';
import { useWords } from '../words/WordsContext.tsx';
import { linesOf, readPairs } from './pair-lines.ts';
import { SettingForm } from './SettingForm.tsx';
import type { SectionProps } from './sections.ts';
import { TopicTextsField } from './TopicTextsField.tsx';
import { useSetting } from './use-setting.ts';

/** Numbers and lists as they are typed. */
type Written = Pick<PageSettings, 'texts' | 'keepsPages'> & {
  old: string;
  topics: Record<TopicKind, string>;
  /** By language, as lines. */
  topicTexts: Record<string, string>;
};

export function PagesForm({ kept, ...section }: SectionProps<PageSettings>) {
  const { w } = useWords();
  const setting = useSetting<PageSettings, Written>('pages', kept, written, (draft) => {
    if (!/^\d{1,4}$/.test(draft.old.trim())) throw new Error(w.pages.oldWrong);
    return read(draft, w.settings.wrongLine);
  });
  const { draft, set } = setting;
  const setPage = (lang: string, name: (typeof agencyPageNames)[number], page: AgencyPage) =>
    set({ ...draft, texts: { ...draft.texts, [lang]: { ...draft.texts[lang], [name]: page } } });
  return (
    <SettingForm {...section} setting={setting} text={w.pages.text}>
      {section.setup.editions.map(({ lang, dir, name: edition }) => (
        <details key={lang} className="ruled" open={lang === section.setup.editions[0]?.lang}>
          <summary>{edition}</summary>
          {agencyPageNames.map((name) => {
            const page = draft.texts[lang]?.[name] ?? { title: '', text: '' };
            return (
              <fieldset key={name} className="ruled">
                <legend>{w.pages.names[name]}</legend>
                <TextField
                  label={w.pages.heading}
                  hint={w.pages.places[name]}
                  lang={lang}
                  dir={dir}
                  value={page.title}
                  onChange={(title) => setPage(lang, name, { ...page, title })}
                />
                <LinesField
                  label={w.pages.body}
                  hint={w.pages.bodyText}
                  lang={lang}
                  dir={dir}
                  value={page.text}
                  onChange={(text) => setPage(lang, name, { ...page, text })}
                />
              </fieldset>
            );
          })}
          <TopicTextsField
            lang={lang}
            dir={dir}
            publicUrl={section.setup.publicUrl}
            mayWrite={section.mayWrite}
            lines={draft.topicTexts[lang] ?? ''}
            onChange={(lines) => set({ ...draft, topicTexts: { ...draft.topicTexts, [lang]: lines } })}
          />
        </details>
      ))}
      <TextField
        label={w.pages.old}
        hint={w.pages.oldText}
        inputMode="numeric"
        dir="ltr"
        value={draft.old}
        onChange={(old) => set({ ...draft, old })}
      />
      <TickField
        label={
          <>
            {w.pages.keeps}
            <small className="hint">{w.pages.keepsText}</small>
          </>
        }
        checked={draft.keepsPages}
        onChange={(keepsPages) => set({ ...draft, keepsPages })}
      />
      <fieldset className="ruled">
        <legend>{w.pages.kinds}</legend>
        <p className="hint">{w.pages.kindsText}</p>
        {topicKinds.map((kind) => (
          <LinesField
            key={kind}
            label={w.pages.kind[kind]}
            value={draft.topics[kind]}
            onChange={(slugs) => set({ ...draft, topics: { ...draft.topics, [kind]: slugs } })}
          />
        ))}
      </fieldset>
    </SettingForm>
  );
}

function written({ oldAfterDays, keepsPages, texts, topics, topicTexts }: PageSettings): Written {
  const { person, place, organisation } = topics;
  return {
    old: String(oldAfterDays),
    keepsPages,
    texts,
    topics: { person: person.join('\n'), place: place.join('\n'), organisation: organisation.join('\n') },
    topicTexts: Object.fromEntries(
      Object.entries(topicTexts).map(([lang, said = {}]) => [lang, linesOf(Object.entries(said))]),
    ),
  };
}

/** @throws Error with a sentence for people about the first line on a topic that says nothing of it. */
function read(
  { old, keepsPages, texts, topics, topicTexts }: Written,
  wrongLine: (line: string) => string,
): PageSettings {
  const lines = (text: string) => text.split('\n').filter((line) => line.trim() !== '');
  const { person, place, organisation } = topics;
  return {
    oldAfterDays: Number(old),
    keepsPages,
    texts,
    topics: { person: lines(person), place: lines(place), organisation: lines(organisation) },
    topicTexts: Object.fromEntries(
      Object.entries(topicTexts).map(([lang, text]) => [
        lang,
        Object.fromEntries(readPairs(text, wrongLine)),
      ]),
    ),
  };
}
