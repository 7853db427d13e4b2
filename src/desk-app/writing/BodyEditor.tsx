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

export function setBody(editor: Editor, body: StoryText): void {
  const { from, to } = editor.state.selection;
  editor.commands.setContent(contentOf(body) as never, { emitUpdate: false });
  // The cursor stays where it was, as far as there is such a place.
  const last = editor.state.doc.content.size;
  editor.commands.setTextSelection({ from: Math.min(from, last), to: Math.min(to, last) });
}
