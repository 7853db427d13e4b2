/** Every SQL statement about sessions: who is signed in, from where, and until when. */
import type { Client } from '../stories/story-store.ts';
import type { UiLang } from './people-store.ts';
import type { Grant } from './policy.ts';

/** Somebody who is signed in. */
export type Person = {
  id: string;
  name: string;
  email: string;
  uiLang: UiLang;
  grants: Grant[];
  sessionId: string;
  /** When he signed in: what is dangerous asks him to do so again. */
  signedInAt: Date;
};

/** @param by SHA-256 of the token in hexadecimal, or the session's id. Null: ended, run out, or the person was disabled. */
export async function findSignedIn(
  db: Client,
  by: { tokenHash: string } | { sessionId: string },
  now: Date,
): Promise<Person | null> {
  const [condition, value] =
    'tokenHash' in by ? ['token_hash = $1', by.tokenHash] : ['sessions.id = $1', by.sessionId];
  const { rows } = await db.query<Person>(
    `select people.id, people.name, people.email, ui_lang as "uiLang", sessions.id as "sessionId",
       sessions.created_at as "signedInAt",
       coalesce((select jsonb_agg(jsonb_build_object('role', role, 'desk', desk, 'lang', lang) order by id)
         from role_grants where person_id = people.id), '[]') as grants
     from sessions join people on people.id = sessions.person_id
     where ${condition} and expires_at > $2 and disabled_at is null`,
    [value, now],
  );
  return rows[0] ?? null;
}

export async function insertSession(
  db: Client,
  session: {
    id: string;
    tokenHash: string;
    personId: string;
    at: Date;
    expiresAt: Date;
    address: string;
    userAgent: string;
  },
): Promise<void> {
  await db.query(
    `insert into sessions (id, token_hash, person_id, created_at, updated_at, expires_at, address, user_agent)
     values ($1, $2, $3, $4, $4, $5, $6, $7)`,
    [
      session.id,
      session.tokenHash,
      session.personId,
      session.at,
      session.expiresAt,
      session.address,
      session.userAgent,
    ],
  );
}

export type ListedSession = {
  id: string;
  beganAt: Date;
  expiresAt: Date;
  address: string;
  userAgent: string;
};

export async function listSessions(db: Client, personId: string, now: Date): Promise<ListedSession[]> {
  const { rows } = await db.query<ListedSession>(
    `select id, created_at as "beganAt", expires_at as "expiresAt", coalesce(address, '') as address,
       coalesce(user_agent, '') as "userAgent"
     from sessions where person_id = $1 and expires_at > $2 order by created_at desc, id`,
    [personId, now],
  );
  return rows;
}

/** @returns how many were ended. @param id one of them; null: all. @param but one that goes on. */
export async function endSessions(
  db: Client,
  { personId, id = null, but = null }: { personId: string; id?: string | null; but?: string | null },
): Promise<number> {
  const { rowCount } = await db.query(
    `delete from sessions where person_id = $1 and ($2::text is null or id = $2) and ($3::text is null or id <> $3)`,
    [personId, id, but],
  );
  return rowCount ?? 0;
}

export async function dropOldSessions(db: Client, now: Date): Promise<void> {
  await db.query('delete from sessions where expires_at <= $1', [now]);
}

export async function setSignedInAt(db: Client, personId: string, at: Date): Promise<void> {
  await db.query('update people set signed_in_at = $2 where id = $1', [personId, at]);
}

/** After a restore nobody is signed in and no link holds: what was ended since the backup would be alive again. */
export async function forgetSignIns(db: Client): Promise<void> {
  for (const table of ['sessions', 'verifications', 'sign_in_links', 'sign_in_tries', 'agenda_links'])
    await db.query(`delete from ${table}`);
  await db.query('update invitations set revoked_at = now() where used_at is null and revoked_at is null');
}
