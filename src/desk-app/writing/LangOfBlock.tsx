/** The language and the direction of the paragraph under the cursor, where they are not the story's. */
import type { Editor } from '@tiptap/core';
import type { DeskSetup } from '../../desk/desk-api.ts';
import type { Direction } from '../../text/story-text.ts';
import { useWords } from '../words/WordsContext.tsx';

const kinds = ['paragraph', 'heading'] as const;

export function LangOfBlock({
  editor,
  setup,
  storyLang,
}: {
  editor: Editor;
  setup: DeskSetup;
  storyLang: string;
}) {
  const { w } = useWords();
  const own = kinds.map((kind) => editor.getAttributes(kind).lang).find((lang) => typeof lang === 'string');
  return (
    <label className="lang-of-block">
      <span className="unseen">{w.writing.langOfBlock}</span>
      <select
        value={typeof own === 'string' ? own : ''}
        onChange={(event) => {
          const edition = setup.editions.find(({ lang }) => lang === event.target.value);
          const attrs = edition ? { lang: edition.lang, dir: edition.dir } : { lang: null, dir: null };
          setWhere(editor, attrs);
        }}
      >
        <option value="">{w.writing.langOfStory(storyLang)}</option>
        {setup.editions
          .filter(({ lang }) => lang !== storyLang)
          .map(({ lang, name }) => (
            <option key={lang} value={lang}>
              {name}
            </option>
          ))}
      </select>
    </label>
  );
}

/** Against the story's own direction, and back. */
export function toggleDirection(editor: Editor, storyDir: Direction): void {
  const now = kinds.map((kind) => editor.getAttributes(kind).dir).find((dir) => typeof dir === 'string');
  const dir = (now ?? storyDir) === 'rtl' ? 'ltr' : 'rtl';
  setWhere(editor, { dir: dir === storyDir ? null : dir });
}

/** A list turns as a whole: its bullets stand where its words begin. */
function setWhere(editor: Editor, attrs: { dir?: Direction | null; lang?: string | null }): void {
  const chain = editor.chain().focus();
  for (const kind of [...kinds, 'list', 'quote'] as const) chain.updateAttributes(kind, attrs);
  chain.run();
}
