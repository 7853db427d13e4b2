/** The one panel beside a story: what is in it is chosen by a row of words at its head. */
import type { Editor } from '@tiptap/core';
import { useEffect, useRef, useState } from 'react';
import type { DeskSetup, DeskStory } from '../../desk/desk-api.ts';
import type { ActKind } from '../../record/act.ts';
import { ActPanel } from '../acting/ActPanel.tsx';
import type { ActForm } from '../acting/act-form.ts';
import { Mishap } from '../frame/Mishap.tsx';
import { Key } from '../verbs/VerbButton.tsx';
import { useWords } from '../words/WordsContext.tsx';
import { DetailsPanel } from './DetailsPanel.tsx';
import { DifferencePanel } from './DifferencePanel.tsx';
import type { Draft } from './draft.ts';
import { HistoryPanel } from './HistoryPanel.tsx';
import { NotesPanel } from './NotesPanel.tsx';
import { PreviewPanel } from './PreviewPanel.tsx';

export type PanelName = 'act' | 'details' | 'preview' | 'difference' | 'history' | 'notes';
const names: PanelName[] = ['act', 'details', 'preview', 'difference', 'history', 'notes'];

type Props = {
  name: PanelName;
  story: DeskStory;
  setup: DeskSetup;
  draft: Draft;
  editor: Editor | null;
  askedAct: ActKind | null;
  takesFocus: boolean;
  isWritable: boolean;
  setNotice: (sentence: string) => void;
  show: (name: PanelName) => void;
  close: () => void;
};

export function StoryPanel(props: Props) {
  const { name, story, setup, draft, askedAct, takesFocus, show, close } = props;
  const { w } = useWords();
  const [outcome, setOutcome] = useState('');
  // What is filled in outlives a change of the story, as far as the act may still follow.
  const filledIn = useRef<ActForm | null>(null);
  const box = useRef<HTMLElement>(null);
  // Opened by its key, it has the focus; opened with the story, the words have it.
  // another panel is another opening
  useEffect(() => {
    if (takesFocus) box.current?.querySelector<HTMLElement>('nav [aria-current]')?.focus();
  }, [takesFocus, name]);
  return (
    <section ref={box} className={`panel of-${name}`} aria-labelledby="panel-title">
      <h2 id="panel-title" className="unseen">
        {w.panels[name]}
      </h2>
      <header>
        <nav className="panel-names" aria-label={w.panels.label}>
          {names
            .filter((one) => one !== 'difference' || story.row.version > 0)
            .map((one) => (
              <button
                key={one}
                type="button"
                aria-current={one === name ? 'true' : undefined}
                onClick={() => show(one)}
              >
                {w.panels[one]} <Key of={`${one}-panel`} />
              </button>
            ))}
        </nav>
        <button type="button" className="quiet" onClick={close}>
          {w.frame.close} <Key of="close" />
        </button>
      </header>
      <Mishap key={name}>
        {name === 'act' && (
          <>
            <p className="outcome" role="status">
              {outcome}
            </p>
            <ActPanel
              // A story that has changed its state is another question.
              key={`${story.row.state} ${story.acts.length} ${story.scheduled.length}`}
              story={story}
              setup={setup}
              kind={askedAct}
              takesFocus={takesFocus}
              settle={draft.settle}
              toField={(field, words) => toField({ field, words }, show)}
              filledIn={filledIn}
              onActed={(sentence) => {
                filledIn.current = null;
                setOutcome(sentence);
              }}
            />
          </>
        )}
        {name === 'details' && <DetailsPanel {...props} />}
        {name === 'preview' && <PreviewPanel story={story} draft={draft} />}
        {name === 'difference' && <DifferencePanel story={story} draft={draft} />}
        {name === 'history' && <HistoryPanel {...props} />}
        {name === 'notes' && <NotesPanel story={story} />}
      </Mishap>
    </section>
  );
}

/** To the place where something is to be mended: in a line of words, to the words. */
function toField(
  { field, words }: { field: string; words: string | undefined },
  show: (name: PanelName) => void,
): void {
  if (['section', 'topics', 'subjects', 'thread', 'slug'].includes(field)) show('details');
  setTimeout(() => {
    const place = document.getElementById(`field-${field}`);
    (place?.querySelector<HTMLElement>('[contenteditable]') ?? place)?.focus();
    if (words === undefined || !(place instanceof HTMLTextAreaElement)) return;
    const at = place.value.indexOf(words);
    if (at >= 0) place.setSelectionRange(at, at + words.length);
  }, 0);
}
