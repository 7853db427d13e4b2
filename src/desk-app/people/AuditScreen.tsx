/** The list of what was changed by whom, which nobody can edit. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type AuditPart, auditParts } from '../../people/audit-parts.ts';
import type { ActKind } from '../../record/act.ts';
import { ask } from '../api/ask.ts';
import type { AuditJson } from '../api/people-api.ts';
import { Broken, Waiting } from '../frame/Waiting.tsx';
import { useWords } from '../words/WordsContext.tsx';
import type { Words } from '../words/words.ts';
import { AuditFacts } from './AuditFacts.tsx';

type Page = { entries: AuditJson[]; before: string | null };

export function AuditScreen() {
  const { w, f } = useWords();
  const [part, setPart] = useState<AuditPart | ''>('');
  const { data, error, refetch, fetchNextPage, hasNextPage } = useInfiniteQuery({
    queryKey: ['audit', part],
    queryFn: ({ pageParam }) => {
      const asked = new URLSearchParams();
      if (part) asked.set('part', part);
      if (pageParam) asked.set('before', pageParam);
      return ask<Page>('GET', `/api/audit?${asked}`);
    },
    initialPageParam: '',
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
      <p className="hint">{w.audit.hint}</p>
      <p className="narrow">
        <label>
          {w.audit.show}
          <select value={part} onChange={(event) => setPart(event.target.value as AuditPart | '')}>
            <option value="">{w.audit.everything}</option>
            {auditParts.map((one) => (
              <option key={one} value={one}>
                {w.audit.parts[one]}
              </option>
            ))}
          </select>
        </label>
      </p>
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
                  <td className="when">{f.moment(one.at)}</td>
                  <td>
                    <bdi>{one.personName}</bdi>
                  </td>
                  <td>
                    <bdi>{deedWords(w, one.what)}</bdi>
                  </td>
                  <td>
                    <AuditFacts entry={one} />
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

function deedWords(w: Words, what: string): string {
  const [part, kind] = what.split('.');
  if (part === 'act') return w.acted[kind as ActKind] ?? what;
  return w.audit.deeds[what as keyof typeof w.audit.deeds] ?? what;
}
