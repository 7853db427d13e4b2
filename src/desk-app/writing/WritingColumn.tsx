/** The words of a story, from the headline down, in the site's own face at the site's measure. */
import type { Editor } from '@tiptap/core';
import { useState } from 'react';
import type { DeskSetup, DeskStory } from '../../desk/desk-api.ts';
import { useKept } from '../api/kept.ts';
import { useVerbs } from '../verbs/bound-verbs.ts';
import { useWords } from '../words/WordsContext.tsx';
import { BodyEditor } from './BodyEditor.tsx';
import { CountLine } from './CountLine.tsx';
import { DatesLine } from './DatesLine.tsx';
import { DoubtLine } from './DoubtLine.tsx';
import type { Draft, Words } from './draft.ts';
import { EditorBar } from './EditorBar.tsx';
import { FindLine } from './FindLine.tsx';
import type { DatesTold } from './mark-dates.ts';
import { SourceBeside } from './SourceBeside.tsx';
import { useDoubts } from './use-doubts.ts';

type Props = {
  story: DeskStory;
  setup: DeskSetup;
  draft: Draft;
  editor: Editor | null;
  isWritable: boolean;
  onReady: (editor: Editor) => void;
};

export function WritingColumn({ story, setup, draft, editor, isWritable, onReady }: Props) {
  const { w } = useWords();
  const words = useKept(draft.words);
  const [isFinding, setFinding] = useState(false);
  const [dates, setDates] = useState<DatesTold | null>(null);
  const { lang } = story.row;
  const dir = setup.editions.find((one) => one.lang === lang)?.dir ?? 'ltr';
  const doubts = useDoubts(editor, draft, lang);
  useVerbs({ find: () => setFinding(true) });
  const line = (name: keyof Omit<Words, 'topics' | 'subjects' | 'thread'>) => ({
    id: `field-${name}`,
    lang,
    dir,
    readOnly: !isWritable,
    value: words[name],
    onChange: (event: { target: { value: string } }) =>
      draft.change({
        [name]: name === 'lead' ? event.target.value : event.target.value.replace(/\s*\n\s*/g, ' '),
      }),
  });
  return (
    <div className={story.source ? 'writing with-source' : 'writing'} lang={lang} data-dir={dir}>
      {editor && isWritable && <EditorBar {...{ editor, story, setup, draft }} onDates={setDates} />}
      {isFinding && editor && (
        <FindLine editor={editor} draft={draft} isWritable={isWritable} close={() => setFinding(false)} />
      )}
      <div className="paper">
        <label className="unseen" htmlFor="field-headline">
          {w.fields.headline}
        </label>
        <div className="field">
          <textarea
            {...line('headline')}
            className="site-face headline"
            rows={1}
            placeholder={w.fields.headline}
          />
        </div>
        <div className="credits-line">
          {(['dateline', 'credit', 'byline'] as const).map((name) => (
            <label key={name}>
              <span>{w.fields[name]}</span>
              <input {...line(name)} />
            </label>
          ))}
        </div>
        <label className="unseen" htmlFor="field-lead">
          {w.fields.lead}
        </label>
        <div className="field">
          <textarea {...line('lead')} className="site-face lead" rows={1} placeholder={w.fields.lead} />
        </div>
        <div id="field-body" className="field">
          <BodyEditor
            body={story.fields.body}
            lang={lang}
            dir={dir}
            label={w.fields.body}
            isEditable={isWritable}
            onReady={onReady}
            onChange={draft.bodyChanged}
            onPasted={doubts.lookNow}
          />
        </div>
      </div>
      {story.source && editor && <SourceBeside source={story.source} editor={editor} />}
      <div className="said-lines">
        {dates && <DatesLine told={dates} close={() => setDates(null)} />}
        <DoubtLine doubts={doubts} />
      </div>
      <CountLine editor={editor} draft={draft} lang={lang} limits={setup.limits} />
    </div>
  );
}
