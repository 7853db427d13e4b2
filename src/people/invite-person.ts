/** Invites somebody: a link that makes a person, once, within a week. */
import type { Client } from '../stories/story-store.ts';
import { byCommand, writeAudit } from './audit.ts';
import { isEmail } from './email-address.ts';
import { findInvitation, insertInvitation, revokeInvitations } from './link-store.ts';
import { makeToken } from './one-time-token.ts';
import { type PeopleResult, refusePeople } from './people-refusal.ts';
import { findPersonByEmail } from './people-store.ts';
import { type Grant, mayChangeGrants } from './policy.ts';

export const invitationDays = 7;

type Deps = { db: Client; now: Date };

/** @param by null: a command, which may give anything. */
export type Inviter = { id: string; name: string; grants: readonly Grant[] } | null;

export type Invited = { id: number; token: string; expiresAt: Date };

/** An earlier invitation to the same address does not hold any more. */
export async function invitePerson(
  { db, now }: Deps,
  { by, name, email, grants }: { by: Inviter; name: string; email: string; grants: Grant[] },
): Promise<PeopleResult<Invited>> {
  if (!isEmail(email)) return refusePeople({ kind: 'bad-email', email });
  if (by && !mayChangeGrants(by, grants)) return refusePeople({ kind: 'beyond-you' });
  if (await findPersonByEmail(db, email)) return refusePeople({ kind: 'email-taken', email });
  await revokeInvitations(db, { email }, now);
  const { token, hash } = makeToken();
  const expiresAt = new Date(now.getTime() + invitationDays * 86_400_000);
  const id = await insertInvitation(db, {
    tokenHash: hash,
    name,
    email,
    grants,
    invitedBy: by?.id ?? null,
    madeAt: now,
    expiresAt,
  });
  await writeAudit(db, {
    by: by ?? byCommand,
    what: 'people.invited',
    about: { invitation: id, email: email.toLowerCase(), grants },
    at: now,
  });
  return { ok: true, value: { id, token, expiresAt } };
}

export async function revokeInvitation(
  { db, now }: Deps,
  { by, id }: { by: NonNullable<Inviter>; id: number },
): Promise<PeopleResult<null>> {
  const invitation = await findInvitation(db, id);
  if (!invitation) return refusePeople({ kind: 'no-such-invitation' });
  if (!mayChangeGrants(by, invitation.grants)) return refusePeople({ kind: 'beyond-you' });
  if (!(await revokeInvitations(db, { id }, now))) return refusePeople({ kind: 'no-such-invitation' });
  await writeAudit(db, {
    by,
    what: 'people.invitation-revoked',
    about: { invitation: id, email: invitation.email },
    at: now,
  });
  return { ok: true, value: null };
}

export function invitationLink(publicUrl: string, token: string): string {
  return `${publicUrl}/desk/#/invitation/${token}`;
}
