/** Where this person is signed in, and an end to it. */
import { useQuery } from '@tanstack/react-query';
import { ask } from '../api/ask.ts';
import type { SessionJson } from '../api/people-api.ts';
import { complain } from '../frame/complaints.ts';
import { useWords } from '../words/WordsContext.tsx';
import { browserOf } from './browser-name.ts';

export function Sessions() {
  const { w, f } = useWords();
  const { data, refetch } = useQuery({
    queryKey: ['sessions'],
    queryFn: () => ask<{ sessions: SessionJson[] }>('GET', '/api/me/sessions'),
  });
  const sessions = data?.sessions ?? [];
  const end = async (path: string) => {
    await ask('DELETE', path).catch(complain);
    await refetch();
  };
  return (
    <section>
      <h2>{w.account.sessions}</h2>
      <ul className="lines">
        {sessions.map((one) => (
          <li key={one.id}>
            <bdi>{browserOf(one.userAgent)}</bdi> · <bdi>{one.address}</bdi> · {f.moment(one.beganAt)}{' '}
            {one.current ? (
              <b>{w.account.thisOne}</b>
            ) : (
              <button type="button" onClick={() => void end(`/api/me/sessions/${one.id}`)}>
                {w.account.end}
              </button>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <button type="button" onClick={() => void end('/api/me/sessions')}>
          {w.account.endOthers}
        </button>
      )}
    </section>
  );
}
