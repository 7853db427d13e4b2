/** The text of a story, set as readers will have it. */
import type { Editor, Node } from '@tiptap/core';
import { EditorContent, useEditor } from '@tiptap/react';
import { memo, useEffect } from 'react';
import type { Direction, StoryText } from '../../text/story-text.ts';
import { keepWritable } from './keep-writable.ts';
import { markedWords } from './marked-words.ts';
import { pasteProps } from './paste.ts';
import { pictureNode } from './picture-node.tsx';
import { storyMarks } from './story-marks.ts';
import { storyNodes } from './story-nodes.ts';
import { tableKeys } from './table-keys.ts';

type Props = {
  body: StoryText;
  lang: string;
  dir: Direction;
  label: string;
  isEditable: boolean;
  onReady: (editor: Editor) => void;
  onChange: () => void;
  onPasted: () => void;
};

const extensions = [...storyNodes, pictureNode, ...storyMarks, tableKeys, keepWritable, markedWords];

export const BodyEditor = memo(function BodyEditor(props: Props) {
  const { body, lang, dir, label, isEditable } = props;
  const editor: Editor | null = useEditor({
    extensions: extensions as Node[],
    content: contentOf(body),
    editable: isEditable,
    // The desk's policy allows no style that the page brings itself: it is in editor.css.
    injectCSS: false,
    enableInputRules: false,
    enablePasteRules: false,
    shouldRerenderOnTransaction: false,
    editorProps: {
      attributes: {
        lang,
        dir,
        'aria-label': label,
        role: 'textbox',
        'aria-multiline': 'true',
        class: 'body site-face',
        'data-placeholder': label,
        spellcheck: 'true',
      },
      ...pasteProps({ editor: () => editor, lang, onPasted: () => props.onPasted() }),
    },
    onCreate: ({ editor }) => props.onReady(editor),
    onUpdate: () => props.onChange(),
  });
  useEffect(() => {
    // Told without an update: being read-only is no change of the text.
    editor?.setEditable(isEditable, false);
  }, [editor, isEditable]);
  return <EditorContent editor={editor} />;
}, sameProps);

/** The text is the editor's own from its first moment; what comes later is put in by `setBody`. */
function sameProps(a: Props, b: Props): boolean {
  return a.lang === b.lang && a.dir === b.dir && a.label === b.label && a.isEditable === b.isEditable;
}

/** An empty story begins with a line to write on. */
function contentOf(body: StoryText) {
  return body.content.length === 0 ? { type: 'doc', content: [{ type: 'paragraph' }] } : body;
}

/** What is in the editor, as the story's schema has it; a line to write on is no text. */
export function bodyOf(editor: Editor): StoryText {
  const { content = [] } = editor.getJSON() as Partial<StoryText>;
  const [only] = content;
  const isBlank = content.length === 1 && only?.type === 'paragraph' && !only.content?.length;
  return { type: 'doc', content: isBlank ? [] : content };
}

/** Only what differs is put in: the cursor stays in its words, and what is the same is not touched. */
export function setBody(editor: Editor, body: StoryText): void {
  const { state, view } = editor;
  const wanted = state.schema.nodeFromJSON(contentOf(body));
  const start = state.doc.content.findDiffStart(wanted.content);
  const end = state.doc.content.findDiffEnd(wanted.content);
  if (start === null || end === null) return;
  // What repeats itself is the same from both sides.
  const overlap = Math.max(0, start - Math.min(end.a, end.b));
  const tr = state.tr.replace(start, end.a + overlap, wanted.slice(start, end.b + overlap));
  if (!tr.doc.eq(wanted)) tr.replaceWith(0, tr.doc.content.size, wanted.content);
  view.dispatch(tr.setMeta('preventUpdate', true).setMeta('addToHistory', false));
}
