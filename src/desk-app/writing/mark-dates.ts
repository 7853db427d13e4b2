/** Asks what "on Saturday" meant and marks it in the editor; the words stay, so the cursor can. */
import type { Editor } from '@tiptap/core';
import type { DatesAsk, DatesJson } from '../../desk/desk-api.ts';
import { ask } from '../api/ask.ts';
import { complain } from '../frame/complaints.ts';
import { bodyOf } from './BodyEditor.tsx';
import type { Draft } from './draft.ts';

export type DatesTold = Omit<DatesJson, 'body'>;

/** Null: nothing was marked, since it could not be asked, or somebody typed on in the meantime; the next try takes it in. */
export async function markDates(editor: Editor, draft: Draft, lang: string): Promise<DatesTold | null> {
  const before = editor.state.doc;
  const { headline, lead } = draft.words.get();
  const asked: DatesAsk = { headline, lead, body: bodyOf(editor), lang };
  try {
    const { body, ...told } = await ask<DatesJson>('POST', '/api/desk/dates', asked);
    if (editor.isDestroyed || !editor.state.doc.eq(before)) return null;
    if (told.resolved.length > 0) {
      const { from, to } = editor.state.selection;
      editor
        .chain()
        .setContent(body as never, { emitUpdate: true })
        .setTextSelection({ from, to })
        .run();
    }
    return told;
  } catch (error) {
    complain(error);
    return null;
  }
}
