/** Changes the agency's desks and their stages. No story is left on a desk or stage that is not there. */
import { settingsMark, tellSettings } from '../editions/change-agency.ts';
import { type By, writeAudit } from '../people/audit.ts';
import { oneLine } from '../stories/clean-fields.ts';
import { type Result, refuse } from '../stories/refusal.ts';
import type { Client } from '../stories/story-store.ts';
import type { Desk } from './desk-api.ts';
import { listDesks } from './desk-store.ts';

export async function changeDesks(
  { db, now, by }: { db: Client; now: Date; by: By },
  { desks, seen }: { desks: Desk[]; seen: string },
): Promise<Result<{ desks: Desk[]; mark: string }>> {
  await db.query(`select pg_advisory_xact_lock(hashtext('settings'))`);
  const before = await listDesks(db);
  if (settingsMark(before) !== seen) return refuse({ kind: 'settings-changed' });
  const after = desks.map(({ slug, name, stages }) => ({
    slug,
    name: oneLine(name),
    stages: stages.map((stage) => ({ slug: stage.slug, name: oneLine(stage.name) })),
  }));
  const wrong = [...whyNotDesks(after), ...(await whyNotLeft(db, after))];
  if (wrong.length > 0) return refuse({ kind: 'unfit-settings', sentences: wrong });
  for (const [place, { slug, name, stages }] of after.entries())
    await db.query(
      `insert into desks (slug, name, stages, place) values ($1, $2, $3, $4)
       on conflict (slug) do update set name = $2, stages = $3, place = $4`,
      [slug, name, JSON.stringify(stages), place],
    );
  await db.query('delete from desks where not slug = any ($1)', [after.map(({ slug }) => slug)]);
  await writeAudit(db, { by, what: 'settings.desks-changed', about: { before, after }, at: now });
  await tellSettings(db);
  return { ok: true, value: { desks: after, mark: settingsMark(after) } };
}

function whyNotDesks(desks: Desk[]): string[] {
  const wrong: string[] = [];
  if (desks.length === 0) wrong.push('An agency has one desk at least.');
  if (hasTwice(desks)) wrong.push('Two desks have the same short name: change one.');
  for (const { slug, name, stages } of desks) {
    if (!name) wrong.push(`The desk “${slug}” has no name.`);
    if (stages.length === 0) wrong.push(`The desk “${name}” has no stages: a story has to stand somewhere.`);
    if (hasTwice(stages))
      wrong.push(`Two stages of the desk “${name}” have the same short name: change one.`);
    for (const stage of stages)
      if (!stage.name) wrong.push(`The stage “${stage.slug}” of the desk “${name}” has no name.`);
  }
  return wrong;
}

function hasTwice(named: { slug: string }[]): boolean {
  return new Set(named.map(({ slug }) => slug)).size < named.length;
}

/** Stories in work that would stand nowhere, and people whose roles speak of a desk that is gone. */
async function whyNotLeft(db: Client, desks: Desk[]): Promise<string[]> {
  const places = desks.flatMap(({ slug, stages }) => stages.map((stage) => `${slug} ${stage.slug}`));
  const slugs = desks.map(({ slug }) => slug);
  const { rows } = await db.query<{ desk: string; stage: string; count: number }>(
    `select desk, stage, count(*)::int as count from desk_items
     where not desk = any ($2) or (exists (select from drafts where drafts.story_id = desk_items.story_id)
       and not (desk || ' ' || stage) = any ($1))
     group by desk, stage order by desk, stage`,
    [places, slugs],
  );
  const granted = await db.query<{ desk: string }>(
    'select distinct desk from role_grants where desk is not null and not desk = any ($1)',
    [slugs],
  );
  return [
    ...rows.map(
      ({ desk, stage, count }) =>
        `There are ${count} stories on the desk “${desk}” in the stage “${stage}”: move them first.`,
    ),
    ...granted.rows.map(({ desk }) => `There are roles on the desk “${desk}”: change those first.`),
  ];
}
