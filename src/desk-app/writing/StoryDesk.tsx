/** The desk of one story: its head, its words, and one panel at the side. */
import type { Editor } from '@tiptap/core';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { DeskSetup, DeskStory } from '../../desk/desk-api.ts';
import { ask } from '../api/ask.ts';
import { keep, useKept } from '../api/kept.ts';
import { go } from '../frame/address.ts';
import { complain } from '../frame/complaints.ts';
import { sidePanel } from '../monitoring/view-state.ts';
import { useVerbs } from '../verbs/bound-verbs.ts';
import { useWords } from '../words/WordsContext.tsx';
import { bodyOf, setBody } from './BodyEditor.tsx';
import { ConflictScreen } from './ConflictScreen.tsx';
import { type Draft, openDraft } from './draft.ts';
import { KeptOffer } from './KeptOffer.tsx';
import type { LocalCopy } from './local-copy.ts';
import { StoryHead } from './StoryHead.tsx';
import { type PanelName, StoryPanel } from './StoryPanel.tsx';
import { sameFields } from './same-text.ts';
import { isUnsaved } from './save-queue.ts';
import { usePen } from './use-pen.ts';
import { WritingColumn } from './WritingColumn.tsx';

type Props = { story: DeskStory; setup: DeskSetup; personId: string; kept: LocalCopy | null };

export function StoryDesk({ story, setup, personId, kept }: Props) {
  const { w, f } = useWords();
  const { id } = story.row;
  const draft = useMemo(() => openDraft(story, personId), [id, personId]);
  const conflict = useKept(draft.conflict);
  const [offered, setOffered] = useState(kept);
  const [editor, setEditor] = useState<Editor | null>(null);
  // Two presses may come before the first is drawn: what a press does goes by what holds, not by what is in sight.
  const [shown] = useState(() => keep(firstPanel(id)));
  const panel = useKept(shown);
  const [notice, setNotice] = useState('');
  const asked = useRef(sidePanel.get());
  const { pen, take } = usePen(id, story.may.write, () => {
    // The text of whoever lost the pen is kept whole, beside the draft.
    if (isUnsaved(draft.saving.get()))
      void ask('POST', `/api/desk/stories/${id}/copies`, { fields: draft.fields(), why: 'take-over' }).catch(
        complain,
      );
    draft.tell({ kind: 'failed', trouble: 'no-pen', at: Date.now() });
  });
  useEffect(() => () => draft.close(), [draft]);
  useEffect(() => {
    if (asked.current?.kind === 'act') sidePanel.set(null);
  }, []);
  useEffect(() => {
    document.title = story.fields.headline || w.rows.noHeadline;
  }, [story.fields.headline, w]);
  // it answers to what the server says, and to nothing else
  useEffect(() => takeInServersText(), [story]);
  useEffect(() => {
    if (pen.mine && !pen.unknown) draft.tell({ kind: 'mended', trouble: 'no-pen', at: Date.now() });
  }, [pen, draft]);

  // an editor is opened once for a draft
  const onReady = useCallback(
    (ready: Editor) => {
      draft.readBody(() => bodyOf(ready));
      draft.onReplaced((body) => setBody(ready, body));
      setEditor(ready);
      // A question that stands above the words comes first; on a phone the keyboard stays away until it is called.
      if (!kept && !matchMedia('(max-width: 44rem)').matches) toWords(draft);
    },
    [draft],
  );
  const [takesFocus, setTakesFocus] = useState(false);
  /** The key of a panel opens it, comes to it, and closes it when one is in it. */
  const show = (name: PanelName) => () => {
    const isIn = document.activeElement?.closest('.panel') != null;
    setTakesFocus(true);
    if (shown.get() === name && !isIn)
      document.querySelector<HTMLElement>('.panel nav [aria-current]')?.focus();
    else if (shown.get() !== name) shown.set(name);
    else closePanel();
  };
  const closePanel = () => {
    shown.set(null);
    toWords(draft);
  };
  useVerbs({
    'act-panel': show('act'),
    'details-panel': show('details'),
    'preview-panel': show('preview'),
    'difference-panel': story.row.version > 0 ? show('difference') : null,
    'history-panel': show('history'),
    'notes-panel': show('notes'),
    save: () => draft.tell({ kind: 'asked', at: Date.now() }),
    'take-pen': pen.mine ? null : take,
    close: () => (shown.get() ? closePanel() : go({ screen: 'stories' })),
  });
  const isWritable = story.may.write && pen.mine && conflict === null && offered === null;
  return (
    <div className={panel ? 'story-screen with-panel' : 'story-screen'}>
      <StoryHead story={story} setup={setup} draft={draft} pen={pen} take={take} openAct={show('act')} />
      {notice && (
        <p className="notice" role="status">
          {notice}{' '}
          <button type="button" className="quiet" onClick={() => setNotice('')}>
            {w.frame.understood}
          </button>
        </p>
      )}
      {offered && <KeptOffer copy={offered} story={story} draft={draft} done={() => setOffered(null)} />}
      {conflict && (
        <ConflictScreen
          lang={story.row.lang}
          mine={conflict.mine}
          theirs={conflict.theirs.fields}
          theirName={conflict.theirs.savedBy}
          onMerged={(fields) => {
            const { revision, savedAt } = conflict.theirs;
            void ask('POST', `/api/desk/stories/${id}/copies`, {
              fields: conflict.mine,
              why: 'saved-since',
            }).catch(complain);
            draft.rebase({ fields, revision, savedAt, changed: true });
          }}
        />
      )}
      <div className="story-sides" hidden={conflict !== null}>
        <WritingColumn
          story={story}
          setup={setup}
          draft={draft}
          editor={editor}
          isWritable={isWritable}
          onReady={onReady}
        />
        {panel && (
          <StoryPanel
            name={panel}
            story={story}
            setup={setup}
            draft={draft}
            editor={editor}
            askedAct={asked.current?.kind === 'act' ? asked.current.act : null}
            isWritable={isWritable}
            setNotice={setNotice}
            takesFocus={takesFocus}
            show={(name) => [setTakesFocus(true), shown.set(name)]}
            close={closePanel}
          />
        )}
      </div>
    </div>
  );

  /** Newer words of the server stand in the editor where nothing here would be lost; else the next save finds them. */
  function takeInServersText(): void {
    const saving = draft.saving.get();
    if (isUnsaved(saving) || conflict || offered || story.revision === saving.revision) return;
    const { fields, revision, savedAt } = story;
    if (sameFields(fields, draft.fields())) {
      draft.tell({ kind: 'rebased', revision, savedAt, changed: false, at: Date.now() });
      return;
    }
    // An answer that left before our last save says less than we know.
    if (revision !== 0 && revision < saving.revision) return;
    draft.rebase({ fields, revision, savedAt, changed: false });
    if (story.savedBy) setNotice(w.writing.renewed(f.name(story.savedBy)));
  }
}

/** To the first words that are missing, else to the text. */
function toWords(draft: Draft): void {
  const { headline, lead } = draft.words.get();
  const id = headline === '' ? 'field-headline' : lead === '' ? 'field-lead' : 'field-body';
  const field = document.getElementById(id);
  (field?.querySelector<HTMLElement>('[contenteditable]') ?? field)?.focus();
}

function firstPanel(id: number): PanelName | null {
  const asked = sidePanel.get();
  if (asked?.kind === 'act' && asked.id === id) return 'act';
  return matchMedia('(min-width: 60rem)').matches ? 'details' : null;
}
