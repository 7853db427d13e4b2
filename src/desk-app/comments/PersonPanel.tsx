/** What a person may ask of the agency: all comments that came with an e-mail address, or that they go. */
import { type FormEvent, useState } from 'react';
import type { PersonJson } from '../../comments/comment-api.ts';
import { ask } from '../api/ask.ts';
import { TextField } from '../fields/Field.tsx';
import { complain } from '../frame/complaints.ts';
import { Panel } from '../frame/Panel.tsx';
import { useWords } from '../words/WordsContext.tsx';
import { readQueuesAgain } from './queue.ts';

type Outcome =
  | { kind: 'none' }
  | { kind: 'found'; comments: PersonJson['comments'] }
  | { kind: 'erased'; count: number };

export function PersonPanel({ close }: { close: () => void }) {
  const { w, f } = useWords();
  const said = w.comments;
  const [email, setEmail] = useState('');
  const [isSure, setSure] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'none' });
  const doing = async (work: () => Promise<Outcome>) => {
    setSure(false);
    try {
      setOutcome(await work());
    } catch (error) {
      complain(error);
    }
  };
  const show = (event: FormEvent) => {
    event.preventDefault();
    void doing(async () => {
      const { comments } = await ask<PersonJson>('POST', '/api/desk/comments/of-person', {
        email,
        what: 'export',
      });
      return { kind: 'found', comments };
    });
  };
  const erase = () =>
    void doing(async () => {
      const { ids } = await ask<{ ids: number[] }>('POST', '/api/desk/comments/of-person', {
        email,
        what: 'erase',
      });
      readQueuesAgain();
      return { kind: 'erased', count: ids.length };
    });
  return (
    <Panel title={said.person} close={close}>
      <p className="hint">{said.personText}</p>
      <form className="stacked" onSubmit={show}>
        <TextField
          label={said.personEmail}
          type="email"
          dir="ltr"
          autoComplete="off"
          required
          value={email}
          onChange={(value) => {
            setEmail(value);
            setSure(false);
          }}
        />
        <div className="buttons">
          <button type="submit">{said.export}</button>
          {isSure ? (
            <button type="button" className="strong" onClick={erase}>
              {said.eraseSure}
            </button>
          ) : (
            <button type="button" disabled={!email.includes('@')} onClick={() => setSure(true)}>
              {said.erase}
            </button>
          )}
        </div>
      </form>
      <div role="status">
        {outcome.kind === 'erased' && <p>{said.erased(f.number(outcome.count))}</p>}
        {outcome.kind === 'found' && <p>{said.found(f.number(outcome.comments.length))}</p>}
      </div>
      {outcome.kind === 'found' && outcome.comments.length > 0 && (
        <textarea
          className="exported"
          aria-label={said.export}
          dir="ltr"
          readOnly
          rows={16}
          value={JSON.stringify(outcome.comments, null, 2)}
        />
      )}
    </Panel>
  );
}
