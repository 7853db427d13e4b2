/** The list of what was changed by whom, which nobody can edit. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { ask } from '../api/ask.ts';
import type { AuditJson } from '../api/people-api.ts';
import { Broken, Waiting } from '../frame/Waiting.tsx';
import { useWords } from '../words/WordsContext.tsx';

type Page = { entries: AuditJson[]; before?: number | null };

export function AuditScreen() {
  const { w, f } = useWords();
  const { data, error, refetch, fetchNextPage, hasNextPage } = useInfiniteQuery({
    queryKey: ['audit'],
    queryFn: ({ pageParam }) => ask<Page>('GET', `/api/audit${pageParam ? `?before=${pageParam}` : ''}`),
    initialPageParam: 0,
    getNextPageParam: ({ before }) => before ?? undefined,
  });
  useEffect(() => {
    document.title = w.frame.audit;
  }, [w]);
  if (error) return <Broken error={error} again={() => void refetch()} />;
  if (!data) return <Waiting />;
  return (
    <div className="sheet wide">
      <h1>{w.frame.audit}</h1>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, and a keyboard must be able to scroll it */}
      <section className="table" tabIndex={0} aria-label={w.frame.audit}>
        <table>
          <thead>
            <tr>
              <th>{w.audit.at}</th>
              <th>{w.audit.who}</th>
              <th>{w.audit.what}</th>
              <th>{w.audit.about}</th>
            </tr>
          </thead>
          <tbody>
            {data.pages
              .flatMap(({ entries }) => entries)
              .map((one) => (
                <tr key={one.id}>
                  <td>{f.moment(one.at)}</td>
                  <td>
                    <bdi>{one.personName}</bdi>
                  </td>
                  <td>
                    <bdi>{w.audit.deeds[one.what as keyof typeof w.audit.deeds] ?? one.what}</bdi>
                  </td>
                  <td>
                    <code dir="ltr">{aboutWords(one.about)}</code>
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      </section>
      {hasNextPage && (
        <button type="button" onClick={() => void fetchNextPage()}>
          {w.audit.older}
        </button>
      )}
    </div>
  );
}

function aboutWords(about: Record<string, unknown>): string {
  return Object.entries(about)
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ');
}
