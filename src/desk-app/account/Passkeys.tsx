/** Passkeys: the devices and keys by which this person signs in without a password. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ask, Failed } from '../api/ask.ts';
import { readSession } from '../api/session.ts';
import { failureWords } from '../frame/failure-words.ts';
import { addPasskey, hasPasskeys } from '../sign-in/passkeys.ts';
import { useWords } from '../words/WordsContext.tsx';

type PasskeyJson = { id: string; name?: string | null; createdAt: string };

export function Passkeys() {
  const { w, f } = useWords();
  const [name, setName] = useState('');
  const [wrong, setWrong] = useState('');
  const { data: keys = [], refetch } = useQuery({
    queryKey: ['passkeys'],
    queryFn: () => ask<PasskeyJson[]>('GET', '/api/auth/passkey/list-user-passkeys'),
  });
  const attempt = async (work: () => Promise<unknown>) => {
    setWrong('');
    try {
      await work();
      setName('');
    } catch (error) {
      if (!(error instanceof Failed)) throw error;
      setWrong(failureWords(w, error.failure));
    }
    await refetch();
    await readSession();
  };
  return (
    <section>
      <h2>{w.account.passkeys}</h2>
      {keys.length === 0 && <p>{w.account.noPasskeys}</p>}
      <ul className="lines">
        {keys.map((key) => (
          <li key={key.id}>
            <bdi>{key.name || w.account.unnamed}</bdi> · {f.moment(key.createdAt)}{' '}
            <button
              type="button"
              onClick={() =>
                void attempt(() => ask('POST', '/api/auth/passkey/delete-passkey', { id: key.id }))
              }
            >
              {w.account.drop}
            </button>
          </li>
        ))}
      </ul>
      {hasPasskeys && (
        <form
          className="row-form"
          onSubmit={(event) => {
            event.preventDefault();
            void attempt(() => addPasskey(name.trim()));
          }}
        >
          <label>
            {w.account.passkeyName}
            <input dir="auto" required value={name} onChange={(event) => setName(event.target.value)} />
          </label>
          <button type="submit">{w.account.addPasskey}</button>
        </form>
      )}
      <p className="wrong" role="alert">
        {wrong}
      </p>
    </section>
  );
}
