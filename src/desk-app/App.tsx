/** Which screen stands here: a link or an invitation, the sign-in, or the desk itself. */
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect } from 'react';
import { useKept } from './api/kept.ts';
import { readSession, session, setupQuery } from './api/session.ts';
import { hashOf, useAddress } from './frame/address.ts';
import { Frame } from './frame/Frame.tsx';
import { Mishap } from './frame/Mishap.tsx';
import { Waiting } from './frame/Waiting.tsx';
import { Stories } from './monitoring/Stories.tsx';
import { SignInScreen } from './sign-in/SignInScreen.tsx';
import { WordsProvider } from './words/WordsContext.tsx';

// Each in a file of its own, read when it is first opened; the editor above all.
const StoryScreen = lazy(async () => ({ default: (await import('./writing/StoryScreen.tsx')).StoryScreen }));
const AccountScreen = lazy(async () => ({
  default: (await import('./account/AccountScreen.tsx')).AccountScreen,
}));
const PeopleScreen = lazy(async () => ({
  default: (await import('./people/PeopleScreen.tsx')).PeopleScreen,
}));
const AuditScreen = lazy(async () => ({ default: (await import('./people/AuditScreen.tsx')).AuditScreen }));
const AgendaScreen = lazy(async () => ({
  default: (await import('./planning/AgendaScreen.tsx')).AgendaScreen,
}));
const ThreadsScreen = lazy(async () => ({
  default: (await import('./threads/ThreadsScreen.tsx')).ThreadsScreen,
}));
const ThreadScreen = lazy(async () => ({
  default: (await import('./threads/ThreadScreen.tsx')).ThreadScreen,
}));
const FrontsScreen = lazy(async () => ({
  default: (await import('./fronts/FrontsScreen.tsx')).FrontsScreen,
}));
const CommentsScreen = lazy(async () => ({
  default: (await import('./comments/CommentsScreen.tsx')).CommentsScreen,
}));
const SettingsScreen = lazy(async () => ({
  default: (await import('./settings/SettingsScreen.tsx')).SettingsScreen,
}));
const LinkScreen = lazy(async () => ({ default: (await import('./sign-in/LinkScreen.tsx')).LinkScreen }));
const InvitationScreen = lazy(async () => ({
  default: (await import('./sign-in/InvitationScreen.tsx')).InvitationScreen,
}));

const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

export function App() {
  const who = useKept(session);
  const isIn = who.kind === 'in' || who.kind === 'lost';
  const { data: setup } = useQuery({ ...setupQuery, enabled: isIn });
  useEffect(() => {
    void readSession();
  }, []);
  return (
    <WordsProvider zone={setup?.zone ?? ownZone}>
      <Suspense fallback={<Waiting />}>
        <Screen isIn={isIn} />
      </Suspense>
    </WordsProvider>
  );
}

function Screen({ isIn }: { isIn: boolean }) {
  const who = useKept(session);
  const address = useAddress();
  if (address.screen === 'link') return <LinkScreen token={address.token} />;
  if (address.screen === 'invitation') return <InvitationScreen token={address.token} />;
  if (who.kind === 'unknown') return <Waiting />;
  if (!isIn) return <SignInScreen />;
  return (
    <Frame>
      <Mishap key={address.screen === 'settings' ? 'settings' : hashOf(address)}>
        <Suspense fallback={<Waiting />}>
          {address.screen === 'story' && <StoryScreen key={address.id} id={address.id} />}
          {address.screen === 'account' && <AccountScreen />}
          {address.screen === 'people' && <PeopleScreen />}
          {address.screen === 'audit' && <AuditScreen />}
          {address.screen === 'agenda' && <AgendaScreen />}
          {address.screen === 'threads' && <ThreadsScreen />}
          {address.screen === 'thread' && (
            <ThreadScreen key={`${address.lang} ${address.slug}`} lang={address.lang} slug={address.slug} />
          )}
          {address.screen === 'fronts' && <FrontsScreen lang={address.lang} section={address.section} />}
          {address.screen === 'comments' && <CommentsScreen />}
          {address.screen === 'settings' && <SettingsScreen section={address.section} />}
          {address.screen === 'stories' && <Stories />}
        </Suspense>
      </Mishap>
    </Frame>
  );
}
