/** What stands around every screen: the line at the head, the palette and the keys, acts that wait, and the way back in. */
import { useQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { WaitingActs } from '../acting/WaitingActs.tsx';
import { useKept } from '../api/kept.ts';
import { session, setupQuery, signOut } from '../api/session.ts';
import { useLiveRows } from '../monitoring/live-rows.ts';
import { SignInAgain } from '../sign-in/SignInAgain.tsx';
import { hearPress, useVerbs } from '../verbs/bound-verbs.ts';
import { useWords } from '../words/WordsContext.tsx';
import { go } from './address.ts';
import { ComplaintLine } from './ComplaintLine.tsx';
import { TopLine } from './TopLine.tsx';

const Palette = lazy(async () => ({ default: (await import('../verbs/Palette.tsx')).Palette }));
const KeySheet = lazy(async () => ({ default: (await import('../verbs/KeySheet.tsx')).KeySheet }));

export function Frame({ children }: { children: ReactNode }) {
  const { w } = useWords();
  const who = useKept(session);
  const { data: setup } = useQuery(setupQuery);
  const [over, setOver] = useState<'palette' | 'keys' | null>(null);
  useLiveRows();
  useEffect(() => {
    addEventListener('keydown', hearPress);
    return () => removeEventListener('keydown', hearPress);
  }, []);
  const mayRead = 'me' in who && who.me.may['people.read'] !== undefined;
  const maySet = 'me' in who && who.me.may['settings.read'] !== undefined;
  const mayModerate = 'me' in who && who.me.may['comment.moderate'] !== undefined;
  useVerbs({
    palette: () => setOver((now) => (now === 'palette' ? null : 'palette')),
    keys: () => setOver((now) => (now === 'keys' ? null : 'keys')),
    'go-stories': () => go({ screen: 'stories' }),
    'go-people': mayRead ? () => go({ screen: 'people' }) : null,
    'go-agenda': () => go({ screen: 'agenda' }),
    'go-threads': () => go({ screen: 'threads' }),
    'go-fronts': () => go({ screen: 'fronts', lang: '', section: '' }),
    'go-comments': mayModerate ? () => go({ screen: 'comments' }) : null,
    'go-settings': maySet ? () => go({ screen: 'settings', section: '' }) : null,
    'go-account': () => go({ screen: 'account' }),
    'sign-out': () => void signOut(),
  });
  const close = () => setOver(null);
  return (
    <div className="desk">
      {/* biome-ignore lint/a11y/useValidAnchor: it leads to a place on the page; the address after the # is the desk's */}
      <a className="skip" href="#screen" onClick={(event) => skip(event)}>
        {w.frame.skip}
      </a>
      <TopLine />
      {setup?.sample && (
        <aside className="sample" aria-label={w.frame.sampleLabel}>
          {w.frame.sample}
        </aside>
      )}
      {who.kind === 'lost' && <SignInAgain />}
      <main id="screen" tabIndex={-1} className="screen">
        {children}
      </main>
      <ComplaintLine />
      <WaitingActs />
      <Suspense>
        {over === 'palette' && <Palette close={close} />}
        {over === 'keys' && <KeySheet close={close} />}
      </Suspense>
    </div>
  );
}

/** The part after the # is the desk's address, so the jump is done by hand. */
function skip(event: React.MouseEvent): void {
  event.preventDefault();
  document.getElementById('screen')?.focus();
}
