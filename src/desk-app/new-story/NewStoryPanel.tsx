/** A new story: empty, from a template, or from another one. */
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { NewStoryAsk } from '../../desk/desk-api.ts';
import { isOffered } from '../../desk/templates.ts';
import { Failed } from '../api/ask.ts';
import { remember, useKept } from '../api/kept.ts';
import { setupQuery } from '../api/session.ts';
import { go } from '../frame/address.ts';
import { failureWords } from '../frame/failure-words.ts';
import { Panel } from '../frame/Panel.tsx';
import { type SidePanel, selected, sidePanel } from '../monitoring/view-state.ts';
import { useWords } from '../words/WordsContext.tsx';
import { makeStory } from './make-story.ts';
import { PlaceFields } from './PlaceFields.tsx';
import { templateName } from './template-name.ts';

const noTemplate = { id: '', name: '' };
const before = remember('new-story', { lang: '', desk: '' });

type Props = { from?: Extract<SidePanel, { kind: 'new' }>['from']; close: () => void };

export function NewStoryPanel({ from, close }: Props) {
  const { w } = useWords();
  const { data: setup } = useQuery(setupQuery);
  const last = useKept(before);
  const [template, setTemplate] = useState('');
  const [wrong, setWrong] = useState('');
  const [isAsking, setAsking] = useState(false);
  const source = from?.as === 'translation' ? from.lang : undefined;
  const offered = setup?.editions.filter((one) => one.lang !== source) ?? [];
  const wanted = from && !source ? from.lang : last.lang;
  const lang = offered.find((one) => one.lang === wanted)?.lang ?? offered[0]?.lang ?? '';
  const desk =
    setup?.desks.find(({ slug }) => slug === (last.desk || from?.desk))?.slug ?? setup?.desks[0]?.slug ?? '';
  const templates = setup?.templates.filter((one) => isOffered(one, { desk, lang })) ?? [];
  // What was chosen for another desk or language may not be offered here.
  const begins = templates.find(({ id }) => id === template)?.id ?? '';
  const make = async (event: FormEvent) => {
    event.preventDefault();
    setAsking(true);
    try {
      const asked: NewStoryAsk = {
        lang: from && !source ? from.lang : lang,
        desk,
        ...(from ? { from: { id: from.id, as: from.as } } : {}),
        ...(begins && !from ? { template: begins } : {}),
      };
      const { id } = await makeStory(asked);
      selected.set(id);
      sidePanel.set(null);
      go({ screen: 'story', id });
    } catch (error) {
      if (!(error instanceof Failed)) throw error;
      setWrong(failureWords(w, error.failure));
      setAsking(false);
    }
  };
  return (
    <Panel title={from ? w.newStory.titles[from.as] : w.newStory.title} close={close}>
      <form onSubmit={make}>
        {from && (
          <p className="quoted" lang={from.lang} dir="auto">
            {from.headline}
          </p>
        )}
        <PlaceFields
          lang={lang}
          desk={desk}
          {...(source ? { without: source } : {})}
          onChange={(change) => before.set({ ...last, lang, desk, ...change })}
        />
        {!from && (
          <fieldset>
            <legend>{w.newStory.template}</legend>
            {[noTemplate, ...templates].map(({ id, name }) => (
              <label key={id} className="choice">
                <input
                  type="radio"
                  name="template"
                  checked={begins === id}
                  onChange={() => setTemplate(id)}
                />
                <bdi>{templateName(w, { id, name })}</bdi>
              </label>
            ))}
          </fieldset>
        )}
        <p className="wrong" role="alert">
          {wrong}
        </p>
        <div className="buttons">
          {/* biome-ignore lint/a11y/noAutofocus: the usual answers are chosen already, Enter goes on */}
          <button type="submit" className="strong" autoFocus disabled={isAsking || !lang}>
            {w.newStory.make}{' '}
            <span className="key" aria-hidden="true">
              ↵
            </span>
          </button>
        </div>
      </form>
    </Panel>
  );
}
