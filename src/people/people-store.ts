/** Every SQL statement about people, their grants, and what they sign in with. */
import type { Spoken } from '../stories/saying.ts';
import type { Client } from '../stories/story-store.ts';
import type { Grant } from './policy.ts';

export type UiLang = Spoken;

export type PersonRow = {
  id: string;
  name: string;
  email: string;
  uiLang: UiLang;
  grants: Grant[];
  disabledAt: Date | null;
  signedInAt: Date | null;
  hasPassword: boolean;
  hasAuthenticator: boolean;
  passkeys: number;
  singleSignOn: boolean;
};

/** Changes of who may do what wait for each other, so that the last administrator stays. The number is ours. */
const peopleLock = 7_213_008;

export async function lockPeople(db: Client): Promise<void> {
  await db.query('select pg_advisory_xact_lock($1)', [peopleLock]);
}

const grantsOf = `coalesce((select jsonb_agg(jsonb_build_object('role', role, 'desk', desk, 'lang', lang) order by id)
  from role_grants where person_id = people.id), '[]')`;

const whole = `select people.id, people.name, people.email, ui_lang as "uiLang", disabled_at as "disabledAt",
    signed_in_at as "signedInAt", ${grantsOf} as grants, two_factor_enabled as "hasAuthenticator",
    exists (select from accounts where person_id = people.id and provider_id = 'credential') as "hasPassword",
    exists (select from accounts where person_id = people.id and provider_id <> 'credential') as "singleSignOn",
    (select count(*) from passkeys where person_id = people.id) as passkeys
  from people`;

export async function listPeople(db: Client): Promise<PersonRow[]> {
  const { rows } = await db.query<PersonRow>(`${whole} order by lower(people.name), people.id`);
  return rows;
}

export async function findPerson(db: Client, id: string): Promise<PersonRow | null> {
  const { rows } = await db.query<PersonRow>(`${whole} where people.id = $1`, [id]);
  return rows[0] ?? null;
}

/** @param email in any letters. */
export async function findPersonByEmail(db: Client, email: string): Promise<PersonRow | null> {
  const { rows } = await db.query<PersonRow>(`${whole} where people.email = lower($1)`, [email]);
  return rows[0] ?? null;
}

export async function insertPerson(
  db: Client,
  person: { id: string; name: string; email: string; at: Date },
): Promise<void> {
  await db.query(
    'insert into people (id, name, email, created_at, updated_at) values ($1, $2, lower($3), $4, $4)',
    [person.id, person.name, person.email, person.at],
  );
}

export async function updatePerson(
  db: Client,
  id: string,
  { name, email, uiLang, at }: { name: string; email: string; uiLang: UiLang; at: Date },
): Promise<void> {
  await db.query(
    'update people set name = $2, email = lower($3), ui_lang = $4, updated_at = $5 where id = $1',
    [id, name, email, uiLang, at],
  );
}

/** @param disabledAt null: the person may sign in again. */
export async function setDisabled(db: Client, id: string, disabledAt: Date | null): Promise<void> {
  await db.query('update people set disabled_at = $2 where id = $1', [id, disabledAt]);
}

export async function setGrants(db: Client, personId: string, grants: readonly Grant[]): Promise<void> {
  await db.query('delete from role_grants where person_id = $1', [personId]);
  await db.query(
    `insert into role_grants (person_id, role, desk, lang)
     select $1, role, desk, lang from jsonb_to_recordset($2) as row (role text, desk text, lang text)
     on conflict do nothing`,
    [personId, JSON.stringify(grants)],
  );
}

/** Whether somebody who is not disabled administers the whole installation. */
export async function isAdministered(db: Client): Promise<boolean> {
  const { rows } = await db.query<{ there: boolean }>(
    `select exists (select from role_grants join people on people.id = person_id
       where role = 'administrator' and desk is null and lang is null and disabled_at is null) as there`,
  );
  return rows[0]?.there === true;
}

export async function hasPeople(db: Client): Promise<boolean> {
  const { rows } = await db.query<{ there: boolean }>('select exists (select from people) as there');
  return rows[0]?.there === true;
}

/** Whether anybody ever signed in here. */
export async function wasSignedIn(db: Client): Promise<boolean> {
  const { rows } = await db.query<{ there: boolean }>(
    'select exists (select from people where signed_in_at is not null) as there',
  );
  return rows[0]?.there === true;
}

/** @param hash as better-auth's scrypt writes it. */
export async function insertPassword(
  db: Client,
  { id, personId, hash, at }: { id: string; personId: string; hash: string; at: Date },
): Promise<void> {
  await db.query(
    `insert into accounts (id, account_id, provider_id, person_id, password, created_at, updated_at)
     values ($1, $2, 'credential', $2, $3, $4, $4)`,
    [id, personId, hash, at],
  );
}

/** Takes away all that a person comes in by, but for single sign-on, which somebody else looks after. */
export async function dropWaysIn(db: Client, personId: string): Promise<void> {
  await db.query(`delete from accounts where person_id = $1 and provider_id = 'credential'`, [personId]);
  await db.query('delete from two_factors where person_id = $1', [personId]);
  await db.query('delete from passkeys where person_id = $1', [personId]);
  await db.query('update people set two_factor_enabled = false where id = $1', [personId]);
  await db.query('delete from agenda_links where person_id = $1', [personId]);
  // A sign-in that waits for its second factor, a device that was trusted.
  await db.query('delete from verifications where value = $1', [personId]);
}
