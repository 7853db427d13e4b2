/** Takes back what somebody had promised others: whoever may not give a role any more has not given it a week ago. */
import type { Client } from '../stories/story-store.ts';
import { type By, writeAudit } from './audit.ts';
import { listInvitationsBy, revokeInvitations } from './link-store.ts';
import { type Grant, mayChangeGrants } from './policy.ts';

/** @param grants the inviter's own, as they are now; none where he may not sign in. */
export async function revokeLapsed(
  { db, now }: { db: Client; now: Date },
  { by, inviter, grants }: { by: By; inviter: string; grants: readonly Grant[] },
): Promise<void> {
  for (const invitation of await listInvitationsBy(db, inviter)) {
    if (mayChangeGrants({ grants }, invitation.grants)) continue;
    await revokeInvitations(db, { id: invitation.id }, now);
    await writeAudit(db, {
      by,
      what: 'people.invitation-revoked',
      about: { invitation: invitation.id, email: invitation.email, invitedBy: inviter },
      at: now,
    });
  }
}
