/** The people of the newsroom: who they are, what they may do where, who is invited. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ask } from '../api/ask.ts';
import { useKept } from '../api/kept.ts';
import type { InvitationJson, PersonJson } from '../api/people-api.ts';
import { session } from '../api/session.ts';
import { complain } from '../frame/complaints.ts';
import { Panel } from '../frame/Panel.tsx';
import { Broken, Waiting } from '../frame/Waiting.tsx';
import { useWords } from '../words/WordsContext.tsx';
import { InviteForm } from './InviteForm.tsx';
import { PersonForm } from './PersonForm.tsx';
import { useGrantWords } from './use-grant-words.ts';

type Listed = { people: PersonJson[]; invitations: InvitationJson[] };

export function PeopleScreen() {
  const { w, f } = useWords();
  const who = useKept(session);
  const grantWords = useGrantWords();
  const [opened, setOpened] = useState<string | 'invite' | null>(null);
  const { data, error, refetch } = useQuery({
    queryKey: ['people'],
    queryFn: () => ask<Listed>('GET', '/api/people'),
  });
  const mayWrite = 'me' in who && who.me.may['people.write'] !== undefined;
  useEffect(() => {
    document.title = w.people.title;
  }, [w]);
  if (error) return <Broken error={error} again={() => void refetch()} />;
  if (!data) return <Waiting />;
  const person = data.people.find(({ id }) => id === opened);
  const revoke = async (id: number) => {
    await ask('DELETE', `/api/people/invitations/${id}`).catch(complain);
    await refetch();
  };
  return (
    <div className={opened ? 'people with-panel' : 'people'}>
      <div className="sheet wide">
        <h1>{w.people.title}</h1>
        {mayWrite && (
          <button type="button" className="strong" onClick={() => setOpened('invite')}>
            {w.people.invite}
          </button>
        )}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, and a keyboard must be able to scroll it */}
        <section className="table" tabIndex={0} aria-label={w.people.title}>
          <table>
            <thead>
              <tr>
                <th>{w.people.name}</th>
                <th>{w.people.grants}</th>
                <th>{w.people.signedIn}</th>
                <th>{w.people.factors}</th>
              </tr>
            </thead>
            <tbody>
              {data.people.map((one) => (
                <tr key={one.id} data-disabled={one.disabled || undefined}>
                  <td>
                    <button
                      type="button"
                      className="as-link"
                      disabled={!mayWrite}
                      onClick={() => setOpened(one.id)}
                    >
                      <bdi>{one.name}</bdi>
                    </button>{' '}
                    <small dir="ltr">{one.email}</small> {one.disabled && <em>{w.people.disabled}</em>}
                  </td>
                  <td>{one.grants.map(grantWords).join(w.comma)}</td>
                  <td>{one.signedInAt ? f.moment(one.signedInAt) : '–'}</td>
                  <td>
                    {[
                      one.signsInWith.password && w.people.password,
                      one.signsInWith.app && w.people.app,
                      one.signsInWith.passkeys > 0 && w.people.passkeys(f.number(one.signsInWith.passkeys)),
                      one.signsInWith.singleSignOn && w.people.singleSignOn,
                    ]
                      .filter(Boolean)
                      .join(w.comma)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        {data.invitations.length > 0 && (
          <section>
            <h2>{w.people.invited}</h2>
            <ul className="lines">
              {data.invitations.map((one) => (
                <li key={one.id}>
                  <bdi>{one.name}</bdi> <small dir="ltr">{one.email}</small> ·{' '}
                  {one.grants.map(grantWords).join(w.comma)} · {w.people.until(f.moment(one.expiresAt))}{' '}
                  {mayWrite && (
                    <button type="button" onClick={() => void revoke(one.id)}>
                      {w.people.revoke}
                    </button>
                  )}
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
      {opened === 'invite' && (
        <Panel title={w.people.invite} close={() => setOpened(null)}>
          <InviteForm done={() => void refetch()} />
        </Panel>
      )}
      {person && (
        <Panel title={<bdi>{person.name}</bdi>} close={() => setOpened(null)}>
          <PersonForm key={person.id} person={person} done={() => void refetch()} />
        </Panel>
      )}
    </div>
  );
}
