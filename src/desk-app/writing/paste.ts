/** What comes in from outside by paste or drop: words are made clean by the server, pictures are stored first. */
import type { Editor, JSONContent } from '@tiptap/core';
import type { EditorView } from '@tiptap/pm/view';
import type { PasteJson, PictureJson } from '../../desk/desk-api.ts';
import { paragraphs } from '../../text/story-text.ts';
import { ask } from '../api/ask.ts';
import { complain } from '../frame/complaints.ts';

type Deps = { editor: () => Editor | null; lang: string; onPasted: () => void };

/** Heard before the editor reads what comes: it would draw another page's styles to do so, which the desk's policy forbids. */
export function pasteProps(deps: Deps) {
  const take = (event: Event, data: DataTransfer | null): boolean => {
    const taken = takeIn(data, deps);
    if (taken) event.preventDefault();
    return taken;
  };
  return {
    handleDOMEvents: {
      paste: (_view: EditorView, event: ClipboardEvent) => take(event, event.clipboardData),
      drop: (view: EditorView, event: DragEvent) => {
        // A part of the text that is moved within it is the editor's.
        if (view.dragging) return false;
        const place = view.posAtCoords({ left: event.clientX, top: event.clientY });
        if (place) deps.editor()?.commands.setTextSelection(place.pos);
        return take(event, event.dataTransfer);
      },
    },
  };
}

function takeIn(data: DataTransfer | null, deps: Deps): boolean {
  if (!data) return false;
  const pictures = [...data.files].filter(({ type }) => type.startsWith('image/'));
  const html = data.getData('text/html');
  const text = data.getData('text/plain');
  // Words from an editor of ours are clean, and keep their marks.
  if (html.includes('data-pm-slice')) return false;
  if (pictures.length > 0 && text.trim() === '') {
    void addPictures(pictures, deps);
    return true;
  }
  if (html === '' && text === '') return false;
  // A few words of one line are words, whatever they came in.
  if (html === '' && !/\n/.test(text)) return false;
  void addWords({ html, text }, deps);
  return true;
}

async function addWords({ html, text }: { html: string; text: string }, deps: Deps): Promise<void> {
  const place = holdPlace(deps.editor());
  const asked = { lang: deps.lang, ...(html ? { html } : { text }) };
  const body = await ask<PasteJson>('POST', '/api/desk/paste', asked).then(
    (said) => said.body,
    (error: unknown) => {
      complain(error);
      // Cut off from the server, the plain words come in at least.
      return paragraphs(...text.split(/\n+/).filter((line) => line.trim() !== ''));
    },
  );
  place.insert(body.content as JSONContent[]);
  deps.onPasted();
}

export async function addPictures(files: readonly File[], deps: Pick<Deps, 'editor'>): Promise<void> {
  for (const file of files) {
    const place = holdPlace(deps.editor());
    try {
      const { picture, width, height, caption, credit } = await ask<PictureJson>(
        'POST',
        '/api/desk/pictures',
        file,
      );
      place.insert([
        { type: 'image', attrs: { picture, width, height, caption, credit, alt: '', decorative: false } },
      ]);
    } catch (error) {
      place.drop();
      complain(error);
    }
  }
}

/** The place where something is to come, however the text changes until it does. */
function holdPlace(editor: Editor | null): { insert: (content: JSONContent[]) => void; drop: () => void } {
  if (!editor) return { insert: () => undefined, drop: () => undefined };
  let { from, to } = editor.state.selection;
  const follow = ({
    transaction,
  }: {
    transaction: { mapping: { map: (at: number, side?: number) => number } };
  }) => {
    from = transaction.mapping.map(from, -1);
    to = transaction.mapping.map(to, 1);
  };
  editor.on('transaction', follow);
  const drop = () => {
    editor.off('transaction', follow);
  };
  return {
    drop,
    insert: (content) => {
      drop();
      if (editor.isDestroyed) return;
      const [only] = content;
      // One paragraph goes into the line; several are blocks of their own.
      const inline = content.length === 1 && only?.type === 'paragraph' && only.content;
      editor
        .chain()
        .insertContentAt({ from, to }, inline ? (only.content ?? []) : content)
        .focus()
        .run();
    },
  };
}
