/** The authenticator app: a secret to enter there, a code back, and recovery codes to print. */
import { type FormEvent, useState } from 'react';
import { ask, Failed } from '../api/ask.ts';
import { readSession } from '../api/session.ts';
import { failureWords } from '../frame/failure-words.ts';
import { useWords } from '../words/WordsContext.tsx';
import { QrCode } from './QrCode.tsx';
import { RecoveryCodes } from './RecoveryCodes.tsx';

type Begun = { totpURI: string; backupCodes: string[] };

export function Authenticator({ isOn, hasPassword }: { isOn: boolean; hasPassword: boolean }) {
  const { w } = useWords();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [begun, setBegun] = useState<Begun | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const [wrong, setWrong] = useState('');
  const secret = begun ? (new URL(begun.totpURI).searchParams.get('secret') ?? '') : '';
  const attempt = (work: () => Promise<void>) => async (event?: FormEvent) => {
    event?.preventDefault();
    setWrong('');
    try {
      await work();
    } catch (error) {
      if (!(error instanceof Failed)) throw error;
      setWrong(failureWords(w, error.failure));
    }
  };
  const proof = hasPassword ? { password } : {};
  const begin = attempt(async () => {
    setBegun(await ask<Begun>('POST', '/api/auth/two-factor/enable', proof));
    setPassword('');
  });
  const finish = attempt(async () => {
    await ask('POST', '/api/auth/two-factor/verify-totp', { code: code.replace(/\s/g, '') });
    setCodes(begun?.backupCodes ?? null);
    setBegun(null);
    setCode('');
    await readSession();
  });
  const end = attempt(async () => {
    await ask('POST', '/api/auth/two-factor/disable', proof);
    setPassword('');
    setCodes(null);
    await readSession();
  });
  const renew = attempt(async () => {
    const made = await ask<{ backupCodes: string[] }>(
      'POST',
      '/api/auth/two-factor/generate-backup-codes',
      proof,
    );
    setCodes(made.backupCodes);
    setPassword('');
  });
  return (
    <section>
      <h2>{w.account.app}</h2>
      <p>{isOn ? w.account.appIsOn : w.account.appIsOff}</p>
      {!hasPassword && !isOn && <p className="hint">{w.account.appNeedsPassword}</p>}
      {begun === null && (hasPassword || isOn) && (
        <form className="row-form" onSubmit={isOn ? end : begin}>
          {hasPassword && (
            <label>
              {w.account.passwordNow}
              <input
                type="password"
                autoComplete="current-password"
                required
                dir="ltr"
                value={password}
                onChange={(event) => setPassword(event.target.value)}
              />
            </label>
          )}
          {isOn && (
            <button type="button" onClick={() => void renew()}>
              {w.account.newCodes}
            </button>
          )}
          <button type="submit">{isOn ? w.account.appOff : w.account.appOn}</button>
        </form>
      )}
      {begun && (
        <form onSubmit={finish}>
          <p>{w.account.appSecret}</p>
          <QrCode text={begun.totpURI} name={w.account.appPicture} />
          <p>
            <code dir="ltr" className="secret">
              {secret.match(/.{1,4}/g)?.join(' ')}
            </code>
          </p>
          <p>
            <a href={begun.totpURI}>{w.account.openApp}</a>
          </p>
          <div className="row-form">
            <label>
              {w.account.appCode}
              <input
                // biome-ignore lint/a11y/noAutofocus: the next step of what was asked for
                autoFocus
                inputMode="numeric"
                autoComplete="one-time-code"
                required
                dir="ltr"
                value={code}
                onChange={(event) => setCode(event.target.value)}
              />
            </label>
            <button type="submit" className="strong">
              {w.account.appOn}
            </button>
          </div>
        </form>
      )}
      <p className="wrong" role="alert">
        {wrong}
      </p>
      {codes && <RecoveryCodes codes={codes} done={() => setCodes(null)} />}
    </section>
  );
}
