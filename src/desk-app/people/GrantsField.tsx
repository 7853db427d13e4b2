/** What somebody may do, desk by desk and language by language. */
import { useQuery } from '@tanstack/react-query';
import { roles } from '../../people/policy.ts';
import type { Grant, Role } from '../api/people-api.ts';
import { setupQuery } from '../api/session.ts';
import { useWords } from '../words/WordsContext.tsx';
import { useRoleName } from './use-role-name.ts';

type Props = { grants: Grant[]; onChange: (grants: Grant[]) => void };

export function GrantsField({ grants, onChange }: Props) {
  const { w } = useWords();
  const roleName = useRoleName();
  const { data: setup } = useQuery(setupQuery);
  const set = (at: number, change: Partial<Grant>) =>
    onChange(grants.map((one, place) => (place === at ? { ...one, ...change } : one)));
  return (
    <fieldset className="grants">
      <legend>{w.people.grants}</legend>
      {grants.map((grant, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a grant has no name but its place
        <div key={at} className="grant">
          <select
            aria-label={w.people.role}
            value={grant.role}
            onChange={(event) => set(at, { role: event.target.value as Role })}
          >
            {roles.map((role) => (
              <option key={role} value={role}>
                {roleName(role)}
              </option>
            ))}
          </select>
          <select
            aria-label={w.fields.desk}
            value={grant.desk ?? ''}
            onChange={(event) => set(at, { desk: event.target.value || null })}
          >
            <option value="">{w.people.everyDesk}</option>
            {setup?.desks.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </select>
          <select
            aria-label={w.fields.lang}
            value={grant.lang ?? ''}
            onChange={(event) => set(at, { lang: event.target.value || null })}
          >
            <option value="">{w.people.everyLang}</option>
            {setup?.editions.map(({ lang, name }) => (
              <option key={lang} value={lang}>
                {name}
              </option>
            ))}
          </select>
          <button
            type="button"
            className="quiet"
            aria-label={w.people.dropGrant}
            onClick={() => onChange(grants.filter((_, place) => place !== at))}
          >
            ×
          </button>
        </div>
      ))}
      <button
        type="button"
        onClick={() => onChange([...grants, { role: 'reporter', desk: null, lang: null }])}
      >
        {w.people.addGrant}
      </button>
    </fieldset>
  );
}
