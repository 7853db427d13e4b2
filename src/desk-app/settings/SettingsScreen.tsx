/** What an administrator can set, each with what it does. */
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Desk } from '../../desk/desk-api.ts';
import type { Agency } from '../../editions/edition.ts';
import type { Spellings } from '../../house-style/spelling-setting.ts';
import { ask } from '../api/ask.ts';
import { useKept } from '../api/kept.ts';
import { queries, session, setupQuery } from '../api/session.ts';
import { Broken, Waiting } from '../frame/Waiting.tsx';
import { useWords } from '../words/WordsContext.tsx';
import { AgencyForm } from './AgencyForm.tsx';
import { DesksForm } from './DesksForm.tsx';
import { SpellingsForm } from './SpellingsForm.tsx';

type All = {
  agency: { agency: Agency; mark: string };
  desks: { desks: Desk[]; mark: string };
  spellings: { spellings: Spellings; mark: string };
};

async function readAll(): Promise<All> {
  const [agency, desks, spellings] = await Promise.all([
    ask<All['agency']>('GET', '/api/settings/agency'),
    ask<All['desks']>('GET', '/api/settings/desks'),
    ask<All['spellings']>('GET', '/api/settings/spellings'),
  ]);
  return { agency, desks, spellings };
}

export function SettingsScreen() {
  const { w } = useWords();
  const who = useKept(session);
  const { data: setup } = useQuery(setupQuery);
  // Read anew each time it is opened, and never under somebody's hands.
  const { data, error, refetch } = useQuery({
    queryKey: ['settings'],
    queryFn: readAll,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  useEffect(() => {
    document.title = w.settings.title;
  }, [w]);
  if (error) return <Broken error={error} again={() => void refetch()} />;
  if (!data || !setup) return <Waiting />;
  const mayWrite = 'me' in who && who.me.may['settings.write'] !== undefined;
  const done = () => {
    void refetch();
    void queries.invalidateQueries({ queryKey: ['setup'] });
  };
  return (
    <div className="sheet">
      <h1>{w.settings.title}</h1>
      <AgencyForm kept={data.agency} mayWrite={mayWrite} done={done} />
      <DesksForm kept={data.desks} mayWrite={mayWrite} done={done} />
      <SpellingsForm kept={data.spellings} editions={setup.editions} mayWrite={mayWrite} done={done} />
    </div>
  );
}
