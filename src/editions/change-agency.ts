/** Changes what the agency says of itself, over what its author saw, and tells every process. */
import { createHash } from 'node:crypto';
import { type By, writeAudit } from '../people/audit.ts';
import { canonicalJson } from '../record/canonical-json.ts';
import { storable } from '../stories/clean-fields.ts';
import { type Result, refuse } from '../stories/refusal.ts';
import type { Client } from '../stories/story-store.ts';
import { readAgency, writeAgency } from './agency-store.ts';
import { whyNotAgency } from './check-agency.ts';
import type { Agency } from './edition.ts';

/** Names a state of the settings: who changes them says which he saw. */
export function settingsMark(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex').slice(0, 16);
}

/** Whether it is the invented sample is not for settings to say. */
export async function changeAgency(
  { db, now, by }: { db: Client; now: Date; by: By },
  { agency, seen }: { agency: Omit<Agency, 'sample'>; seen: string },
): Promise<Result<{ agency: Agency; mark: string }>> {
  await db.query(`select pg_advisory_xact_lock(hashtext('settings'))`);
  const before = await readAgency(db);
  if (settingsMark(before) !== seen) return refuse({ kind: 'settings-changed' });
  const after = { ...(storable(agency) as Omit<Agency, 'sample'>), sample: before.sample };
  const { rows } = await db.query<{ lang: string }>('select distinct lang from stories order by lang');
  const wrong = whyNotAgency(
    after,
    rows.map(({ lang }) => lang),
  );
  if (wrong.length > 0) return refuse({ kind: 'unfit-settings', sentences: wrong });
  await writeAgency(db, after);
  await writeAudit(db, { by, what: 'settings.agency-changed', about: { before, after }, at: now });
  await tellSettings(db);
  return { ok: true, value: { agency: after, mark: settingsMark(after) } };
}

/** Heard by every process when the transaction commits. */
export async function tellSettings(db: Client): Promise<void> {
  await db.query(`select pg_notify('settings', '')`);
}
