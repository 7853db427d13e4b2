/** Writes down what was changed by whom. The list only grows: the database refuses anything else. */
import type { Client } from '../stories/story-store.ts';

/** Somebody; without an id a command or the program itself. */
export type By = { id: string | null; name: string };

export const byCommand: By = { id: null, name: 'bin/wireroom' };
export const byProgram: By = { id: null, name: 'Wireroom' };

/** Machine words; the desk has its own for people. */
export type AuditWhat =
  | 'people.owner-made'
  | 'people.signed-in'
  | 'people.invited'
  | 'people.invitation-revoked'
  | 'people.invitation-accepted'
  | 'people.changed'
  | 'people.reset'
  | 'people.sessions-ended'
  | 'people.password-set'
  | 'people.authenticator-added'
  | 'people.authenticator-dropped'
  | 'people.recovery-codes-made'
  | 'people.passkey-added'
  | 'people.passkey-renamed'
  | 'people.passkey-dropped'
  | 'people.single-sign-on-joined'
  // Other parts name theirs "part.what-happened": "settings.desks-changed", "act.publish".
  | `settings.${string}`
  | `story.${string}`
  | `act.${string}`
  | `front.${string}`
  | `planning.${string}`
  | `wire.${string}`
  | `comment.${string}`;

export type AuditEntry = {
  by: By;
  what: AuditWhat;
  /** Ids, and what was before and after. Never a secret, never a word of a story. */
  about?: Record<string, unknown>;
  at: Date;
};

/** To be called in the transaction that makes the change. */
export async function writeAudit(db: Client, { by, what, about = {}, at }: AuditEntry): Promise<void> {
  await db.query('insert into audit (at, person_id, person_name, what, about) values ($1, $2, $3, $4, $5)', [
    at,
    by?.id ?? null,
    by?.name ?? 'bin/wireroom',
    what,
    JSON.stringify(about),
  ]);
}
