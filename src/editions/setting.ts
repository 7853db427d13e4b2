/** Settings: values by name, in the database that all processes share, each changed over what its author saw. */
import { createHash } from 'node:crypto';
import { type AuditWhat, type By, writeAudit } from '../people/audit.ts';
import { canonicalJson } from '../record/canonical-json.ts';
import { type Result, refuse } from '../stories/refusal.ts';
import type { Spoken } from '../stories/saying.ts';
import type { Client } from '../stories/story-store.ts';

/** One part of the settings. `Asked`: what of it a person may say. */
export type Setting<T, Asked = T> = {
  /** Its place in addresses, and its name in JSON: `/api/settings/{name}`. */
  name: string;
  what: AuditWhat;
  read: (db: Client) => Promise<T>;
  /** What was asked for, as it is kept. */
  cleaned: (asked: Asked, before: T) => T;
  /** One for each thing that is wrong; none: it is fit. */
  whyNot: (after: T, db: Client) => Unfit[] | Promise<Unfit[]>;
  write: (db: Client, after: T) => Promise<void>;
};

/** What is wrong with a setting and what to do, as a sentence in each language of the desk. */
export type Unfit = Record<Spoken, string>;

/** `mark` names the state that was written: the next change says it back. */
export type Changed<T> = { value: T; mark: string };

/**
 * Refuses where `seen` is not the mark of what is there now. In the caller's transaction, with its audit entry. `lang`: in which
 * it is said what is unfit.
 */
export async function changeSetting<T, Asked>(
  { db, now, by, lang }: { db: Client; now: Date; by: By; lang: Spoken },
  { what, read, cleaned, whyNot, write }: Setting<T, Asked>,
  { asked, seen }: { asked: Asked; seen: string },
): Promise<Result<Changed<T>>> {
  await holdSettings(db);
  const before = await read(db);
  if (settingsMark(before) !== seen) return refuse({ kind: 'settings-changed' });
  const after = cleaned(asked, before);
  const wrong = await whyNot(after, db);
  const sentences = wrong.map(({ [lang]: sentence }) => sentence);
  if (sentences.length > 0) return refuse({ kind: 'unfit-settings', sentences });
  await write(db, after);
  await writeAudit(db, { by, what, about: { before, after }, at: now });
  await tellSettings(db);
  return { ok: true, value: { value: after, mark: settingsMark(after) } };
}

/** Whoever changes a part of the settings waits here for whoever does, until the transaction ends. */
export async function holdSettings(db: Client): Promise<void> {
  await db.query(`select pg_advisory_xact_lock(hashtext('settings'))`);
}

/** Names a state of a setting: who changes it says which he saw. */
export function settingsMark(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex').slice(0, 16);
}

/** Heard by every process when the transaction commits. */
async function tellSettings(db: Client): Promise<void> {
  await db.query(`select pg_notify('settings', '')`);
}

/** @param plain what holds where nobody has set anything. */
export async function readSetting<T>(db: Client, name: string, plain: T): Promise<T> {
  const { rows } = await db.query<{ value: T }>('select value from settings where name = $1', [name]);
  return rows[0]?.value ?? plain;
}

export async function writeSetting(db: Client, name: string, value: unknown): Promise<void> {
  await db.query(
    `insert into settings (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value`,
    [name, JSON.stringify(value)],
  );
}
