/** The agency's desks and their stages, as a setting. No story is left on a desk or stage that is not there. */
import type { Setting, Unfit } from '../editions/setting.ts';
import { oneLine } from '../stories/clean-fields.ts';
import { figures } from '../stories/saying.ts';
import type { Client } from '../stories/story-store.ts';
import type { Desk } from './desk-api.ts';
import { listDesks } from './desk-store.ts';
import { readTemplates } from './template-setting.ts';

export const deskSetting: Setting<Desk[]> = {
  name: 'desks',
  what: 'settings.desks-changed',
  read: listDesks,
  cleaned: (asked) =>
    asked.map(({ slug, name, stages }) => ({
      slug,
      name: oneLine(name),
      stages: stages.map((stage) => ({ slug: stage.slug, name: oneLine(stage.name) })),
    })),
  whyNot: async (after, db) => [...whyNotDesks(after), ...(await whyNotLeft(db, after))],
  write: writeDesks,
};

async function writeDesks(db: Client, desks: Desk[]): Promise<void> {
  for (const [place, { slug, name, stages }] of desks.entries())
    await db.query(
      `insert into desks (slug, name, stages, place) values ($1, $2, $3, $4)
       on conflict (slug) do update set name = $2, stages = $3, place = $4`,
      [slug, name, JSON.stringify(stages), place],
    );
  await db.query('delete from desks where not slug = any ($1)', [desks.map(({ slug }) => slug)]);
}

function whyNotDesks(desks: Desk[]): Unfit[] {
  const wrong: Unfit[] = [];
  if (desks.length === 0)
    wrong.push({ en: 'An agency has one desk at least.', fa: 'خبرگزاری دست‌کم یک میز دارد.' });
  if (hasTwice(desks))
    wrong.push({
      en: 'Two desks have the same short name: change one.',
      fa: 'دو میز یک نام کوتاه دارد: یکی را تغییر دهید.',
    });
  return [...wrong, ...desks.flatMap(whyNotDesk)];
}

function whyNotDesk({ slug, name, stages }: Desk): Unfit[] {
  const wrong: Unfit[] = [];
  if (!name) wrong.push({ en: `The desk “${slug}” has no name.`, fa: `میز «${slug}» نام ندارد.` });
  if (stages.length === 0)
    wrong.push({
      en: `The desk “${name}” has no stages: a story has to stand somewhere.`,
      fa: `میز «${name}» مرحله ندارد: خبر باید جایی باشد.`,
    });
  if (hasTwice(stages))
    wrong.push({
      en: `Two stages of the desk “${name}” have the same short name: change one.`,
      fa: `دو مرحلهٔ میز «${name}» یک نام کوتاه دارد: یکی را تغییر دهید.`,
    });
  for (const stage of stages)
    if (!stage.name)
      wrong.push({
        en: `The stage “${stage.slug}” of the desk “${name}” has no name.`,
        fa: `مرحلهٔ «${stage.slug}» از میز «${name}» نام ندارد.`,
      });
  return wrong;
}

function hasTwice(named: { slug: string }[]): boolean {
  return new Set(named.map(({ slug }) => slug)).size < named.length;
}

/** Stories in work that would stand nowhere, and people whose roles speak of a desk that is gone. */
async function whyNotLeft(db: Client, desks: Desk[]): Promise<Unfit[]> {
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
  const templates = (await readTemplates(db)).filter(({ desk }) => desk !== null && !slugs.includes(desk));
  return [
    ...templates.map(({ name, id, desk }) => ({
      en: `The template “${name || id}” is for the desk “${desk}”: give it to another desk first.`,
      fa: `الگوی «${name || id}» برای میز «${desk}» است: نخست آن را به میز دیگری بدهید.`,
    })),
    ...rows.map(({ desk, stage, count }) => ({
      en: `There are ${count} stories on the desk “${desk}” in the stage “${stage}”: move them first.`,
      fa: `${figures(count, 'fa')} خبر بر میز «${desk}» در مرحلهٔ «${stage}» هست: نخست آن‌ها را جابه‌جا کنید.`,
    })),
    ...granted.rows.map(({ desk }) => ({
      en: `There are roles on the desk “${desk}”: change those first.`,
      fa: `نقش‌هایی بر میز «${desk}» هست: نخست آن‌ها را تغییر دهید.`,
    })),
  ];
}
