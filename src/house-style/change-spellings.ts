/** Changes the words that the house spells one way, over what their author saw. */
import { settingsMark, tellSettings } from '../editions/change-agency.ts';
import { type By, writeAudit } from '../people/audit.ts';
import { oneLine } from '../stories/clean-fields.ts';
import { type Result, refuse } from '../stories/refusal.ts';
import type { Client } from '../stories/story-store.ts';
import { readAllSpellings, type Spellings, writeSpellings } from './spelling-store.ts';

export async function changeSpellings(
  { db, now, by }: { db: Client; now: Date; by: By },
  { spellings, seen }: { spellings: Spellings; seen: string },
): Promise<Result<{ spellings: Spellings; mark: string }>> {
  await db.query(`select pg_advisory_xact_lock(hashtext('settings'))`);
  const before = await readAllSpellings(db);
  if (settingsMark(before) !== seen) return refuse({ kind: 'settings-changed' });
  const after = Object.fromEntries(
    Object.entries(spellings).map(([lang, list]) => [
      lang,
      list.map((one) => ({ before: oneLine(one.before), after: oneLine(one.after) })),
    ]),
  );
  const wrong = Object.entries(after).flatMap(([lang, list]) => whyNotList(lang, list));
  if (wrong.length > 0) return refuse({ kind: 'unfit-settings', sentences: wrong });
  await writeSpellings(db, after);
  await writeAudit(db, { by, what: 'settings.spellings-changed', about: { before, after }, at: now });
  await tellSettings(db);
  return { ok: true, value: { spellings: after, mark: settingsMark(after) } };
}

function whyNotList(lang: string, list: Spellings[string]): string[] {
  const befores = list.map(({ before }) => before);
  return [
    ...list
      .filter(({ before, after }) => before === '' || after === '' || before === after)
      .map(({ before }) => `“${before}” (${lang}) needs another spelling beside it.`),
    ...list
      .filter(({ after }) => befores.includes(after))
      .map(({ after }) => `“${after}” (${lang}) is on both sides: one spelling is the house’s.`),
  ];
}
