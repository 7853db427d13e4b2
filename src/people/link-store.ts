/** Every SQL statement about invitations and links that sign somebody in once. */
import type { Client } from '../stories/story-store.ts';
import type { Grant } from './policy.ts';

export type Invitation = {
  id: number;
  name: string;
  email: string;
  grants: Grant[];
  invitedBy: string | null;
  expiresAt: Date;
};

const open = 'used_at is null and revoked_at is null';
const whole = `select id, name, email, grants, invited_by as "invitedBy", expires_at as "expiresAt" from invitations`;

export async function insertInvitation(
  db: Client,
  invitation: Omit<Invitation, 'id'> & { tokenHash: Buffer; madeAt: Date },
): Promise<number> {
  const { rows } = await db.query<{ id: number }>(
    `insert into invitations (token_hash, name, email, grants, invited_by, made_at, expires_at)
     values ($1, $2, lower($3), $4, $5, $6, $7) returning id`,
    [
      invitation.tokenHash,
      invitation.name,
      invitation.email,
      JSON.stringify(invitation.grants),
      invitation.invitedBy,
      invitation.madeAt,
      invitation.expiresAt,
    ],
  );
  return (rows[0] as { id: number }).id;
}

export async function listInvitations(db: Client, now: Date): Promise<Invitation[]> {
  const { rows } = await db.query<Invitation>(`${whole} where ${open} and expires_at > $1 order by id`, [
    now,
  ]);
  return rows;
}

/** The token of an invitation's mail, beside the one that was shown. @returns null: nobody may use it any more. */
export async function keepMailedToken(db: Client, id: number, tokenHash: Buffer): Promise<Invitation | null> {
  const { rowCount } = await db.query(
    `update invitations set mailed_token_hash = $2 where id = $1 and ${open}`,
    [id, tokenHash],
  );
  return rowCount === 1 ? findInvitation(db, id) : null;
}

/** Those that somebody made and that nobody has used. */
export async function listInvitationsBy(db: Client, personId: string): Promise<Invitation[]> {
  const { rows } = await db.query<Invitation>(`${whole} where ${open} and invited_by = $1 order by id`, [
    personId,
  ]);
  return rows;
}

export async function findInvitation(db: Client, id: number): Promise<Invitation | null> {
  const { rows } = await db.query<Invitation>(`${whole} where id = $1 and ${open}`, [id]);
  return rows[0] ?? null;
}

/** Held until the transaction ends: of two who use it at once, one comes too late. */
export async function takeInvitation(
  db: Client,
  by: { tokenHash: Buffer } | { email: string },
  now: Date,
): Promise<Invitation | null> {
  const [condition, value] =
    'email' in by
      ? ['email = lower($1)', by.email]
      : ['(token_hash = $1 or mailed_token_hash = $1)', by.tokenHash];
  const { rows } = await db.query<Invitation>(
    `${whole} where ${condition} and ${open} and expires_at > $2 for update`,
    [value, now],
  );
  return rows[0] ?? null;
}

export async function markInvitationUsed(db: Client, id: number, at: Date): Promise<void> {
  await db.query('update invitations set used_at = $2 where id = $1', [id, at]);
}

/** @returns whether there was one. */
export async function revokeInvitations(
  db: Client,
  by: { id: number } | { email: string },
  at: Date,
): Promise<boolean> {
  const [condition, value] = 'id' in by ? ['id = $2', by.id] : ['email = lower($2)', by.email];
  const { rowCount } = await db.query(
    `update invitations set revoked_at = $1 where ${condition} and ${open}`,
    [at, value],
  );
  return (rowCount ?? 0) > 0;
}

export type LinkKind = 'first' | 'reset';

export async function insertSignInLink(
  db: Client,
  link: { tokenHash: Buffer; personId: string; kind: LinkKind; madeAt: Date; expiresAt: Date },
): Promise<void> {
  await db.query(
    'insert into sign_in_links (token_hash, person_id, kind, made_at, expires_at) values ($1, $2, $3, $4, $5)',
    [link.tokenHash, link.personId, link.kind, link.madeAt, link.expiresAt],
  );
}

/** @returns whose link it is, once. */
export async function takeSignInLink(db: Client, tokenHash: Buffer, now: Date): Promise<string | null> {
  const { rows } = await db.query<{ personId: string }>(
    `update sign_in_links set used_at = $2 where token_hash = $1 and used_at is null and expires_at > $2
     returning person_id as "personId"`,
    [tokenHash, now],
  );
  return rows[0]?.personId ?? null;
}

/** Those that were not used do not hold any more. */
export async function dropSignInLinks(db: Client, personId: string): Promise<void> {
  await db.query('delete from sign_in_links where person_id = $1 and used_at is null', [personId]);
}
