/** Notes from desk to desk. They never leave the building. */
import { useState } from 'react';
import type { DeskStory, NoteAsk } from '../../desk/desk-api.ts';
import { ask } from '../api/ask.ts';
import { queries } from '../api/session.ts';
import { complain } from '../frame/complaints.ts';
import { useVerbs } from '../verbs/bound-verbs.ts';
import { Key } from '../verbs/VerbButton.tsx';
import { useWords } from '../words/WordsContext.tsx';

export function NotesPanel({ story }: { story: DeskStory }) {
  const { w, f } = useWords();
  const [text, setText] = useState('');
  const add = async () => {
    if (text.trim() === '') return;
    try {
      await ask('POST', `/api/desk/stories/${story.row.id}/notes`, { text: text.trim() } satisfies NoteAsk);
      setText('');
      await queries.invalidateQueries({ queryKey: ['story', story.row.id] });
    } catch (error) {
      complain(error);
    }
  };
  useVerbs({ 'do-act': () => void add() });
  return (
    <div className="notes">
      <p className="hint">{w.notes.stay}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <label>
          <span className="unseen">{w.notes.text}</span>
          <textarea dir="auto" rows={3} value={text} onChange={(event) => setText(event.target.value)} />
        </label>
        <button type="submit">
          {w.notes.add} <Key of="do-act" />
        </button>
      </form>
      <ol>
        {[...story.notes]
          .sort((a, b) => b.id - a.id)
          .map((note) => (
            <li key={note.id}>
              <small>
                {note.by} · {f.moment(note.at)}
              </small>
              <p dir="auto">{note.text}</p>
            </li>
          ))}
      </ol>
    </div>
  );
}
