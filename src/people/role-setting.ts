/** What the house calls its roles at the desk, as a setting. What each may do is the policy's, and no setting. */
import { readSetting, type Setting, writeSetting } from '../editions/setting.ts';
import { oneLine } from '../stories/clean-fields.ts';
import type { Client } from '../stories/story-store.ts';
import { type Role, roles } from './policy.ts';

/** By role and language of the desk; what is not there has the desk's own word. */
export type RoleNames = Partial<Record<Role, Record<string, string>>>;

export function readRoleNames(db: Client): Promise<RoleNames> {
  return readSetting(db, 'roles', {});
}

export const roleSetting: Setting<RoleNames> = {
  name: 'roles',
  what: 'settings.roles-changed',
  read: readRoleNames,
  cleaned: (asked) =>
    Object.fromEntries(
      roles
        .map((role) => [role, said(asked[role] ?? {})] as const)
        .filter(([, names]) => Object.keys(names).length > 0),
    ),
  whyNot: (after) => {
    const all = Object.values(after).flatMap((names) =>
      Object.entries(names).map(([lang, name]) => `${name} (${lang})`),
    );
    return [...new Set(all.filter((name, at) => all.indexOf(name) !== at))].map((name) => ({
      en: `Two roles are called ${name}: nobody could tell them apart.`,
      fa: `دو نقش ${name} نام دارد: کسی آن‌ها را از هم بازنمی‌شناسد.`,
    }));
  },
  write: (db, after) => writeSetting(db, 'roles', after),
};

function said(names: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(names)
      .map(([lang, name]) => [lang, oneLine(name)] as const)
      .filter(([, name]) => name !== ''),
  );
}

/** How many people who are not disabled hold each role, on any desk and in any language. */
export async function countHolders(db: Client): Promise<Record<Role, number>> {
  const { rows } = await db.query<{ role: Role; count: number }>(
    `select role, count(distinct person_id)::int as count from role_grants join people on people.id = person_id
     where disabled_at is null group by role`,
  );
  const counts = new Map(rows.map(({ role, count }) => [role, count]));
  return Object.fromEntries(roles.map((role) => [role, counts.get(role) ?? 0])) as Record<Role, number>;
}
