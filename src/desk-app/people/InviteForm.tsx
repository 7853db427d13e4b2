/** An invitation: its link is shown once, to be sent by whatever way the house trusts. */
import { type FormEvent, useState } from 'react';
import { ask, Failed } from '../api/ask.ts';
import type { Grant } from '../api/people-api.ts';
import { failureWords } from '../frame/failure-words.ts';
import { useWords } from '../words/WordsContext.tsx';
import { GrantsField } from './GrantsField.tsx';

type Invited = { link: string; expiresAt: string; mailedTo: string | null };

export function InviteForm({ done }: { done: () => void }) {
  const { w, f } = useWords();
  const [said, setSaid] = useState({ name: '', email: '' });
  const [grants, setGrants] = useState<Grant[]>([{ role: 'reporter', desk: null, lang: null }]);
  const [invited, setInvited] = useState<Invited | null>(null);
  const [wrong, setWrong] = useState('');
  const invite = async (event: FormEvent) => {
    event.preventDefault();
    setWrong('');
    try {
      setInvited(await ask<Invited>('POST', '/api/people/invitations', { ...said, grants }));
      done();
    } catch (error) {
      if (!(error instanceof Failed)) throw error;
      setWrong(failureWords(w, error.failure));
    }
  };
  if (invited)
    return (
      <>
        <p role="status">
          {invited.mailedTo && `${w.people.linkMailed(f.name(invited.mailedTo))} `}
          {w.people.linkText(f.moment(invited.expiresAt))}
        </p>
        <textarea
          readOnly
          dir="ltr"
          rows={3}
          aria-label={w.people.link}
          value={invited.link}
          onFocus={(event) => event.target.select()}
        />
        <div className="buttons">
          <button
            type="button"
            className="strong"
            onClick={() => void navigator.clipboard?.writeText(invited.link)}
          >
            {w.people.copyLink}
          </button>
          <button type="button" onClick={() => setInvited(null)}>
            {w.people.another}
          </button>
        </div>
      </>
    );
  return (
    <form onSubmit={invite}>
      <label>
        {w.people.name}
        <input
          // biome-ignore lint/a11y/noAutofocus: the panel was opened to fill this in
          autoFocus
          required
          dir="auto"
          value={said.name}
          onChange={(event) => setSaid({ ...said, name: event.target.value })}
        />
      </label>
      <label>
        {w.signIn.email}
        <input
          type="email"
          required
          dir="ltr"
          value={said.email}
          onChange={(event) => setSaid({ ...said, email: event.target.value })}
        />
      </label>
      <GrantsField grants={grants} onChange={setGrants} />
      <p className="wrong" role="alert">
        {wrong}
      </p>
      <div className="buttons">
        <button type="submit" className="strong" disabled={grants.length === 0}>
          {w.people.makeLink}
        </button>
      </div>
    </form>
  );
}
