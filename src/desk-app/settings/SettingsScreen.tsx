/** What an administrator can set, one section at a time, each at an address of its own. */
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { ask } from '../api/ask.ts';
import { useKept } from '../api/kept.ts';
import { session, setupQuery } from '../api/session.ts';
import { hashOf } from '../frame/address.ts';
import { Mishap } from '../frame/Mishap.tsx';
import { Broken, Waiting } from '../frame/Waiting.tsx';
import { useWords } from '../words/WordsContext.tsx';
import { type Section, sections } from './sections.ts';

/** `section`: its slug; another word, or none, is the first. */
export function SettingsScreen({ section: slug }: { section: string }) {
  const { w } = useWords();
  const section = sections.find((one) => one.slug === slug) ?? (sections[0] as Section);
  const title = section.title(w);
  useEffect(() => {
    document.title = `${title} – ${w.settings.title}`;
  }, [w, title]);
  return (
    <div className="settings">
      <nav aria-labelledby="settings">
        <h1 id="settings">{w.settings.title}</h1>
        <ul>
          {sections.map((one) => (
            <li key={one.slug}>
              <a
                href={hashOf({ screen: 'settings', section: one.slug })}
                aria-current={one === section ? 'page' : undefined}
              >
                {one.title(w)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="sheet">
        <Mishap key={section.slug}>
          <SectionForm section={section} title={title} />
        </Mishap>
      </div>
    </div>
  );
}

/** Read anew each time it is opened, and never under somebody's hands. */
function SectionForm({ section, title }: { section: Section; title: string }) {
  const who = useKept(session);
  const { data: setup } = useQuery(setupQuery);
  const { setting, Form } = section;
  const { data, error, refetch, dataUpdatedAt } = useQuery({
    queryKey: ['settings', setting],
    queryFn: () => ask<Record<string, unknown> & { mark: string }>('GET', `/api/settings/${setting}`),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnMount: 'always',
    gcTime: 0,
    enabled: setting !== null,
  });
  if (error) return <Broken error={error} again={() => void refetch()} />;
  const kept =
    setting === null ? { value: null, mark: '' } : data && { value: data[setting], mark: data.mark };
  if (!kept || !setup) return <Waiting />;
  return (
    <Form
      key={dataUpdatedAt}
      title={title}
      kept={kept}
      setup={setup}
      mayWrite={'me' in who && who.me.may['settings.write'] !== undefined}
      readAgain={() => void refetch()}
    />
  );
}
