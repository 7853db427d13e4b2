/** Oneself: name, language, ways to sign in, sessions. */
import { useEffect, useState } from 'react';
import { ask } from '../api/ask.ts';
import { useKept } from '../api/kept.ts';
import type { Me } from '../api/people-api.ts';
import { session, signOut } from '../api/session.ts';
import { complain } from '../frame/complaints.ts';
import { singleKeys } from '../verbs/bound-verbs.ts';
import { languages } from '../words/catalogue.ts';
import { useWords } from '../words/WordsContext.tsx';
import { Authenticator } from './Authenticator.tsx';
import { Passkeys } from './Passkeys.tsx';
import { PasswordForm } from './PasswordForm.tsx';
import { Sessions } from './Sessions.tsx';

export function AccountScreen() {
  const { w } = useWords();
  const who = useKept(session);
  const hasSingles = useKept(singleKeys);
  const [name, setName] = useState('me' in who ? who.me.name : '');
  useEffect(() => {
    document.title = w.account.title;
  }, [w]);
  if (!('me' in who)) return null;
  const { me } = who;
  const change = async (said: { name?: string; uiLang?: string }) => {
    try {
      const after = await ask<Me>('PUT', '/api/me', said);
      session.set({ kind: 'in', me: after });
    } catch (error) {
      complain(error);
    }
  };
  return (
    <div className="sheet">
      <h1>{w.account.title}</h1>
      <p className="hint">
        <bdi dir="ltr">{me.email}</bdi>
        {me.email.endsWith('.invalid') && ` – ${w.account.noAddress}`}
      </p>
      <section>
        <form
          className="row-form"
          onSubmit={(event) => {
            event.preventDefault();
            void change({ name });
          }}
        >
          <label>
            {w.account.name}
            <input
              dir="auto"
              autoComplete="name"
              required
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          </label>
          <button type="submit" disabled={name.trim() === '' || name === me.name}>
            {w.account.save}
          </button>
        </form>
        <p className="hint">{w.account.nameText}</p>
        <label>
          {w.account.lang}
          <select value={me.uiLang} onChange={(event) => void change({ uiLang: event.target.value })}>
            {languages.map((one) => (
              <option key={one.lang} value={one.lang} lang={one.lang}>
                {one.name}
              </option>
            ))}
          </select>
        </label>
        <label className="choice">
          <input type="checkbox" checked={hasSingles} onChange={() => singleKeys.set(!hasSingles)} />
          {w.keySheet.singles}
        </label>
      </section>
      <PasswordForm hasPassword={me.signsInWith.password} />
      <Authenticator isOn={me.signsInWith.app} hasPassword={me.signsInWith.password} />
      <Passkeys />
      <Sessions />
      <div className="buttons">
        <button type="button" onClick={() => void signOut()}>
          {w.verbs['sign-out']}
        </button>
      </div>
    </div>
  );
}
