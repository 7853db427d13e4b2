/** Somebody who was invited becomes a person: with a password by the link, or by the first single sign-on. */
import { randomUUID } from 'node:crypto';
import { oneLine } from '../stories/clean-fields.ts';
import type { Client } from '../stories/story-store.ts';
import { writeAudit } from './audit.ts';
import { type Invitation, markInvitationUsed, takeInvitation } from './link-store.ts';
import { hashOf } from './one-time-token.ts';
import { refuseTaken } from './own-name.ts';
import { type PeopleResult, refusePeople } from './people-refusal.ts';
import { findPersonByEmail, insertPassword, insertPerson, lockPeople, setGrants } from './people-store.ts';
import type { Profile } from './single-sign-on.ts';

type Deps = { db: Client; now: Date };

/** What the link says to whoever holds it. */
export async function readInvitation(
  { db, now }: Deps,
  token: string,
): Promise<PeopleResult<{ name: string; email: string }>> {
  const invitation = await takeInvitation(db, { tokenHash: hashOf(token) }, now);
  if (!invitation) return refusePeople({ kind: 'link-spent' });
  return { ok: true, value: { name: invitation.name, email: invitation.email } };
}

/** @param passwordHash made before the transaction begins: it takes a quarter of a second. */
export async function acceptInvitation(
  { db, now }: Deps,
  { token, name, passwordHash }: { token: string; name: string; passwordHash: string },
): Promise<PeopleResult<{ id: string; name: string }>> {
  const invitation = await takeInvitation(db, { tokenHash: hashOf(token) }, now);
  if (!invitation) return refusePeople({ kind: 'link-spent' });
  if (await findPersonByEmail(db, invitation.email))
    return refusePeople({ kind: 'email-taken', email: invitation.email });
  const own = await ownName(db, invitation, name);
  if (!own.ok) return own;
  const id = await becomePerson({ db, now }, invitation, name);
  await insertPassword(db, { id: randomUUID(), personId: id, hash: passwordHash, at: now });
  return { ok: true, value: { id, name } };
}

/** Before single sign-on looks for the person: where it vouches for an address that is invited, he is there now. */
export async function acceptBySingleSignOn(db: Client, profile: Profile, now: Date): Promise<void> {
  const { email, email_verified: verified, name } = profile;
  if (typeof email !== 'string' || verified !== true) return;
  const invitation = await takeInvitation(db, { email }, now);
  if (!invitation || (await findPersonByEmail(db, email))) return;
  // A provider may let people call themselves as they like.
  const said = typeof name === 'string' ? oneLine(name).slice(0, 200) : '';
  const isFree = said !== '' && (await ownName(db, invitation, said)).ok;
  await becomePerson({ db, now }, invitation, isFree ? said : invitation.name);
}

/** What the inviter called him is his; any other name must be nobody else's. */
async function ownName(db: Client, invitation: Invitation, name: string): Promise<PeopleResult<null>> {
  await lockPeople(db);
  const taken = name === invitation.name ? null : await refuseTaken<null>(db, { name, self: null });
  return taken ?? { ok: true, value: null };
}

async function becomePerson({ db, now }: Deps, invitation: Invitation, name: string): Promise<string> {
  const id = randomUUID();
  await markInvitationUsed(db, invitation.id, now);
  await insertPerson(db, { id, name: name.slice(0, 200), email: invitation.email, at: now });
  await setGrants(db, id, invitation.grants);
  await writeAudit(db, {
    by: { id, name },
    what: 'people.invitation-accepted',
    about: { invitation: invitation.id, person: id, email: invitation.email, grants: invitation.grants },
    at: now,
  });
  return id;
}
