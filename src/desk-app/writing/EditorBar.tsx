/** What can be done to the words, as a row of words; each has its key in the sheet. */
import type { Editor } from '@tiptap/core';
import { useEffect, useReducer, useRef, useState } from 'react';
import type { DeskSetup, DeskStory } from '../../desk/desk-api.ts';
import { safeLink } from '../../text/safe-link.ts';
import { deedOf, mac, useVerbs } from '../verbs/bound-verbs.ts';
import { keyName } from '../verbs/chord.ts';
import { type VerbId, verbs } from '../verbs/verb-list.ts';
import { useWords } from '../words/WordsContext.tsx';
import type { Draft } from './draft.ts';
import { LangOfBlock, toggleDirection } from './LangOfBlock.tsx';
import { type DatesTold, markDates } from './mark-dates.ts';
import { addPictures } from './paste.ts';
import { addTable, changeTable, isInTable, type TableChange } from './table-keys.ts';

const tableChanges: TableChange[] = ['add-row', 'add-column', 'drop-row', 'drop-column', 'drop-table'];

type Props = {
  editor: Editor;
  story: DeskStory;
  setup: DeskSetup;
  draft: Draft;
  onDates: (told: DatesTold | null) => void;
};

export function EditorBar({ editor, story, setup, draft, onDates }: Props) {
  const { w } = useWords();
  const files = useRef<HTMLInputElement>(null);
  const [href, setHref] = useState<string | null>(null);
  useSelection(editor);
  const storyDir = setup.editions.find(({ lang }) => lang === story.row.lang)?.dir ?? 'ltr';
  const chain = () => editor.chain().focus();
  const on: Partial<Record<VerbId, boolean>> = {
    strong: editor.isActive('strong'),
    emphasis: editor.isActive('emphasis'),
    link: editor.isActive('link'),
    heading: editor.isActive('heading'),
    quote: editor.isActive('quote'),
    list: editor.isActive('list', { ordered: false }),
    numbers: editor.isActive('list', { ordered: true }),
  };
  useVerbs({
    strong: () => chain().toggleMark('strong').run(),
    emphasis: () => chain().toggleMark('emphasis').run(),
    link: () => setHref(String(editor.getAttributes('link').href ?? '')),
    heading: () => chain().toggleNode('heading', 'paragraph', { level: 2 }).run(),
    quote: () => chain().toggleWrap('quote').run(),
    list: () => chain().toggleList('list', 'item', false, { ordered: false }).run(),
    numbers: () => chain().toggleList('list', 'item', false, { ordered: true }).run(),
    table: () => addTable(editor),
    picture: () => files.current?.click(),
    direction: () => toggleDirection(editor, storyDir),
    dates: () => void markDates(editor, draft, story.row.lang).then(onDates),
  });
  const shown: VerbId[] = [
    'strong',
    'emphasis',
    'link',
    'heading',
    'quote',
    'list',
    'numbers',
    'table',
    'picture',
    'direction',
    'dates',
    'find',
  ];
  return (
    <div className="editor-bar" role="toolbar" aria-label={w.writing.bar}>
      {href === null ? (
        shown.map((id) => (
          <button
            key={id}
            type="button"
            aria-pressed={on[id]}
            title={verbs[id].keys[0] ? keyName(verbs[id].keys[0], mac) : undefined}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => deedOf(id)?.()}
          >
            {w.verbs[id]}
          </button>
        ))
      ) : (
        <LinkField
          first={href}
          done={(said) => {
            setHref(null);
            if (said === null) chain().run();
            else if (said === '') chain().extendMarkRange('link').unsetMark('link').run();
            else chain().extendMarkRange('link').setMark('link', { href: said }).run();
          }}
        />
      )}
      <LangOfBlock editor={editor} setup={setup} storyLang={story.row.lang} />
      {isInTable(editor) &&
        tableChanges.map((change) => (
          <button
            key={change}
            type="button"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => changeTable(editor, change)}
          >
            {w.tables[change]}
          </button>
        ))}
      <input
        ref={files}
        type="file"
        accept="image/*"
        multiple
        hidden
        onChange={(event) => {
          void addPictures([...(event.target.files ?? [])], { editor: () => editor });
          event.target.value = '';
        }}
      />
    </div>
  );
}

function LinkField({ first, done }: { first: string; done: (href: string | null) => void }) {
  const { w } = useWords();
  const [said, setSaid] = useState(first);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  const href =
    said.trim() === '' ? '' : safeLink(/^[\w-]+\.\w/.test(said.trim()) ? `https://${said.trim()}` : said);
  return (
    <label className="link-field">
      {w.writing.linkTo}
      <input
        ref={field}
        dir="ltr"
        value={said}
        aria-invalid={href === null}
        onChange={(event) => setSaid(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') done(null);
          else if (event.key === 'Enter' && href !== null) done(href);
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <button type="button" disabled={href === null} onClick={() => done(href)}>
        {w.writing.setLink}{' '}
        <span className="key" aria-hidden="true">
          ↵
        </span>
      </button>
    </label>
  );
}

/** The bar shows what the cursor is in. */
function useSelection(editor: Editor): void {
  const [, draw] = useReducer((times: number) => times + 1, 0);
  useEffect(() => {
    editor.on('selectionUpdate', draw);
    return () => {
      editor.off('selectionUpdate', draw);
    };
  }, [editor]);
}
