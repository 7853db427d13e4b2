/** What may change about a person: name, address, language, roles, whether he may sign in. */
import { randomUUID } from 'node:crypto';
import type { Client } from '../stories/story-store.ts';
import { writeAudit } from './audit.ts';
import { isEmail } from './email-address.ts';
import { revokeLapsed } from './lapsed-invitations.ts';
import { dropSignInLinks } from './link-store.ts';
import { refuseTaken } from './own-name.ts';
import { type PeopleResult, refusePeople } from './people-refusal.ts';
import {
  findPerson,
  findPersonByEmail,
  insertPassword,
  isAdministered,
  lockPeople,
  type PersonRow,
  setDisabled,
  setGrants,
  type UiLang,
  updatePerson,
} from './people-store.ts';
import { everywhere, type Grant, may, mayChangeGrants } from './policy.ts';
import { endSessions, type Person } from './session-store.ts';

type Deps = { db: Client; now: Date };

export type PersonChange = { name?: string; email?: string; grants?: Grant[]; disabled?: boolean };

/** By somebody who administers all that the person has and gets. What is not said stays. */
export async function changePerson(
  { db, now }: Deps,
  { by, id, change }: { by: Person; id: string; change: PersonChange },
): Promise<PeopleResult<PersonRow>> {
  await lockPeople(db);
  const before = await findPerson(db, id);
  if (!before) return refusePeople({ kind: 'no-such-person' });
  const grants = change.grants ?? before.grants;
  if (!mayChangeGrants(by, [...before.grants, ...grants])) return refusePeople({ kind: 'beyond-you' });
  const email = (change.email ?? before.email).toLowerCase();
  // Single sign-on finds a person by his address: it is given by those who answer for everybody.
  if (email !== before.email && !may(by, 'people.write', everywhere))
    return refusePeople({ kind: 'beyond-you' });
  const wrong = await whatIsWrongWith(db, { email, before });
  if (wrong) return wrong;
  await updatePerson(db, id, { name: change.name ?? before.name, email, uiLang: before.uiLang, at: now });
  if (change.grants) await setGrants(db, id, grants);
  const sessions = await disable(db, before, change.disabled, now);
  if (!(await isAdministered(db))) return refusePeople({ kind: 'last-administrator' });
  const after = (await findPerson(db, id)) as PersonRow;
  await revokeLapsed({ db, now }, { by, inviter: id, grants: after.disabledAt ? [] : after.grants });
  await writeAudit(db, {
    by,
    what: 'people.changed',
    about: { person: id, before: facts(before), after: facts(after), ...(sessions ? { sessions } : {}) },
    at: now,
  });
  return { ok: true, value: after };
}

async function whatIsWrongWith(
  db: Client,
  { email, before }: { email: string; before: PersonRow },
): Promise<PeopleResult<never> | null> {
  if (email === before.email) return null;
  if (!isEmail(email)) return refusePeople({ kind: 'bad-email', email });
  return (await findPersonByEmail(db, email)) ? refusePeople({ kind: 'email-taken', email }) : null;
}

/** Whoever is disabled is out at once. @returns how many sessions ended. */
async function disable(
  db: Client,
  person: PersonRow,
  disabled: boolean | undefined,
  now: Date,
): Promise<number> {
  if (disabled === undefined || disabled === (person.disabledAt !== null)) return 0;
  await setDisabled(db, person.id, disabled ? now : null);
  if (!disabled) return 0;
  await dropSignInLinks(db, person.id);
  return endSessions(db, { personId: person.id });
}

function facts({ name, email, uiLang, grants, disabledAt }: PersonRow) {
  return { name, email, uiLang, grants, disabled: disabledAt !== null };
}

/** His own name and language. */
export async function changeMyself(
  { db, now }: Deps,
  { by, name, uiLang }: { by: Person; name?: string | undefined; uiLang?: UiLang | undefined },
): Promise<PeopleResult<PersonRow>> {
  await lockPeople(db);
  const before = (await findPerson(db, by.id)) as PersonRow;
  if (name !== undefined && name !== before.name) {
    const taken = await refuseTaken<PersonRow>(db, { name, self: by.id });
    if (taken) return taken;
  }
  const after = { ...before, name: name ?? before.name, uiLang: uiLang ?? before.uiLang };
  await updatePerson(db, by.id, { ...after, at: now });
  await writeAudit(db, {
    by,
    what: 'people.changed',
    about: { person: by.id, before: facts(before), after: facts(after) },
    at: now,
  });
  return { ok: true, value: (await findPerson(db, by.id)) as PersonRow };
}

const freshMs = 60 * 60 * 1_000;

/** The first password of somebody who came by a link or by single sign-on. */
export async function setFirstPassword(
  { db, now }: Deps,
  { by, passwordHash }: { by: Person; passwordHash: string },
): Promise<PeopleResult<null>> {
  await lockPeople(db);
  const person = (await findPerson(db, by.id)) as PersonRow;
  if (person.hasPassword) return refusePeople({ kind: 'has-password' });
  if (now.getTime() - by.signedInAt.getTime() > freshMs) return refusePeople({ kind: 'not-fresh' });
  await insertPassword(db, { id: randomUUID(), personId: by.id, hash: passwordHash, at: now });
  await writeAudit(db, { by, what: 'people.password-set', about: { person: by.id, first: true }, at: now });
  return { ok: true, value: null };
}

/** Ends every session of somebody else. */
export async function endSessionsOf(
  { db, now }: Deps,
  { by, id }: { by: Person; id: string },
): Promise<PeopleResult<{ ended: number }>> {
  const person = await findPerson(db, id);
  if (!person) return refusePeople({ kind: 'no-such-person' });
  if (!mayChangeGrants(by, person.grants)) return refusePeople({ kind: 'beyond-you' });
  const ended = await endSessions(db, { personId: id });
  await writeAudit(db, { by, what: 'people.sessions-ended', about: { person: id, ended }, at: now });
  return { ok: true, value: { ended } };
}
