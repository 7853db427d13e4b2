/** The policy as a table: rights down, roles across, with how many people hold each. Drawn from the one file that decides. */
import { useQuery } from '@tanstack/react-query';
import { type Role, roleMay, roles, verbs } from '../../people/policy.ts';
import { ask } from '../api/ask.ts';
import { useKept } from '../api/kept.ts';
import { session } from '../api/session.ts';
import { hashOf } from '../frame/address.ts';
import { useRoleName } from '../people/use-role-name.ts';
import { useWords } from '../words/WordsContext.tsx';

export function RightsTable() {
  const { w, f } = useWords();
  const roleName = useRoleName();
  const who = useKept(session);
  const { data } = useQuery({
    queryKey: ['settings', 'role-holders'],
    queryFn: () => ask<{ holders: Record<Role, number> }>('GET', '/api/settings/role-holders'),
  });
  const maySeePeople = 'me' in who && who.me.may['people.read'] !== undefined;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, and a keyboard must be able to scroll it
    <section className="table rights" tabIndex={0} aria-label={w.settings.rights}>
      <table>
        <thead>
          <tr>
            <td />
            {roles.map((role) => (
              <th key={role} scope="col">
                <bdi>{roleName(role)}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr className="holders">
            <th scope="row">
              {maySeePeople ? (
                <a href={hashOf({ screen: 'people' })}>{w.settings.holders}</a>
              ) : (
                w.settings.holders
              )}
            </th>
            {roles.map((role) => (
              <td key={role}>{data ? f.number(data.holders[role]) : ''}</td>
            ))}
          </tr>
          {verbs.map((verb) => (
            <tr key={verb}>
              <th scope="row">{w.rights[verb]}</th>
              {roles.map((role) => (
                <td key={role}>
                  {roleMay(role, verb) && (
                    <>
                      <span aria-hidden="true">●</span>
                      <span className="unseen">{w.settings.mayDo}</span>
                    </>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
