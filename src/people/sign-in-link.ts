/** Links that sign a person in once: the first one of an installation, and one for whoever is locked out. */
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { inTransaction } from '../record/transaction.ts';
import type { Client } from '../stories/story-store.ts';
import { type By, byProgram, writeAudit } from './audit.ts';
import { revokeLapsed } from './lapsed-invitations.ts';
import { dropSignInLinks, insertSignInLink, takeSignInLink } from './link-store.ts';
import { hashOf, makeToken } from './one-time-token.ts';
import { type PeopleResult, refusePeople } from './people-refusal.ts';
import {
  dropWaysIn,
  findPerson,
  findPersonByEmail,
  hasPeople,
  insertPerson,
  lockPeople,
  setGrants,
  wasSignedIn,
} from './people-store.ts';
import type { Grant } from './policy.ts';
import { endSessions } from './session-store.ts';

const linkMs = 60 * 60 * 1_000;
/** Until the owner says where he gets his mail. Nobody can have an address there (RFC 2606). */
const ownerEmail = 'owner@wireroom.invalid';
const ownerGrants: Grant[] = [
  { role: 'chief', desk: null, lang: null },
  { role: 'administrator', desk: null, lang: null },
];

export function signInLink(publicUrl: string, token: string): string {
  return `${publicUrl}/desk/#/link/${token}`;
}

/**
 * The owner of a new installation, and a link for him. A new one at each start until somebody has signed in, so that a
 * link that was lost does not lock anybody out; earlier ones hold for their hour.
 * @returns null once somebody has signed in.
 */
export async function makeFirstLink(pool: pg.Pool, now: Date): Promise<string | null> {
  return inTransaction(pool, async (db) => {
    await lockPeople(db);
    if (await wasSignedIn(db)) return null;
    const owner = (await hasPeople(db)) ? await findPersonByEmail(db, ownerEmail) : await makeOwner(db, now);
    return owner && insertLink(db, { personId: owner.id, kind: 'first', now });
  });
}

async function makeOwner(db: Client, now: Date): Promise<{ id: string }> {
  const id = randomUUID();
  await insertPerson(db, { id, name: 'owner', email: ownerEmail, at: now });
  await setGrants(db, id, ownerGrants);
  await writeAudit(db, {
    by: byProgram,
    what: 'people.owner-made',
    about: { person: id, grants: ownerGrants },
    at: now,
  });
  return { id };
}

async function insertLink(
  db: Client,
  { personId, kind, now }: { personId: string; kind: 'first' | 'reset'; now: Date },
): Promise<string> {
  const { token, hash } = makeToken();
  const expiresAt = new Date(now.getTime() + linkMs);
  await insertSignInLink(db, { tokenHash: hash, personId, kind, madeAt: now, expiresAt });
  return token;
}

/** Whose link it is. Other links of his do not hold any more. */
export async function useSignInLink(
  { db, now }: { db: Client; now: Date },
  token: string,
): Promise<PeopleResult<{ id: string; name: string }>> {
  const personId = await takeSignInLink(db, hashOf(token), now);
  const person = personId && (await findPerson(db, personId));
  if (!person) return refusePeople({ kind: 'link-spent' });
  if (person.disabledAt) return refusePeople({ kind: 'disabled' });
  await dropSignInLinks(db, person.id);
  return { ok: true, value: { id: person.id, name: person.name } };
}

/**
 * For whoever is locked out, or whose password somebody else has: password, app, recovery codes and passkeys are dropped,
 * every session ends, open invitations of his are taken back, and one link lets him in to set them anew.
 */
export async function resetPerson(
  { db, now }: { db: Client; now: Date },
  { by, email }: { by: By; email: string },
): Promise<PeopleResult<{ token: string; name: string; sessions: number }>> {
  const person = await findPersonByEmail(db, email);
  if (!person) return refusePeople({ kind: 'no-such-person' });
  if (person.disabledAt) return refusePeople({ kind: 'disabled' });
  await dropWaysIn(db, person.id);
  await dropSignInLinks(db, person.id);
  const sessions = await endSessions(db, { personId: person.id });
  // Whom a thief let in by this name meanwhile nobody knows.
  await revokeLapsed({ db, now }, { by, inviter: person.id, grants: [] });
  const token = await insertLink(db, { personId: person.id, kind: 'reset', now });
  await writeAudit(db, {
    by,
    what: 'people.reset',
    about: { person: person.id, sessions, passkeys: person.passkeys, app: person.hasAuthenticator },
    at: now,
  });
  return { ok: true, value: { token, name: person.name, sessions } };
}
