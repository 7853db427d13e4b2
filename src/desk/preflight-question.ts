/** Gathers what preflight asks about. */
import { dayIn } from '../site/agency-day.ts';
import type { Subject } from '../stories/story.ts';
import { type Client, readDraft, type StoryRow } from '../stories/story-store.ts';
import { readSubjects } from '../subjects/subject-store.ts';
import type { DeskDeps } from './at-desk.ts';
import type { DeskItem } from './desk-store.ts';
import { looseInBody, looseInLine } from './loose-dates.ts';
import { linksIn, type PreflightQuestion } from './preflight.ts';

/** Null: there is no draft. `at`: when it will go out, null: now. */
export async function askPreflight(
  { db, agency, now }: Omit<DeskDeps, 'person' | 'saying'>,
  story: StoryRow,
  item: DeskItem,
  { flash, at }: { flash: boolean; at: string | null },
): Promise<PreflightQuestion | null> {
  const draft = await readDraft(db, story.id);
  if (!draft) return null;
  const { fields } = draft;
  const goesOutAt = at === null ? now : new Date(at);
  const dateLine = { on: dayIn(agency.zone, goesOutAt), language: story.lang };
  return {
    fields,
    lang: story.lang,
    editions: agency.editions.map(({ lang }) => lang),
    legal: item.legal,
    embargoUntil: draft.embargo_until,
    goesOutAt,
    flash,
    deadCodes: await findDead(db, linksIn(fields.body)),
    retiredSubjects: await findRetired(db, fields.subjects),
    looseDates: [
      ...looseInLine('headline', fields.headline, dateLine),
      ...looseInLine('lead', fields.lead, dateLine),
      ...looseInBody(fields.body, dateLine),
    ],
  };
}

async function findRetired(db: Client, subjects: Subject[]): Promise<Map<string, string>> {
  const known = await readSubjects(
    db,
    subjects.map(({ code }) => code),
  );
  return new Map([...known].flatMap(([code, { retired }]) => (retired === null ? [] : [[code, retired]])));
}

/** Codes in links to our own stories that readers do not get. */
async function findDead(db: Client, links: string[]): Promise<number[]> {
  const codes = links.flatMap((href) => {
    const [, code] = /^\/(?:[a-z0-9-]+\/)?([1-9]\d{0,8})(?:[/?#]|$)/.exec(href) ?? [];
    return code ? [Number(code)] : [];
  });
  if (codes.length === 0) return [];
  const { rows } = await db.query<{ code: number }>('select code from published where code = any ($1)', [
    codes,
  ]);
  const alive = new Set(rows.map(({ code }) => code));
  return codes.filter((code) => !alive.has(code));
}
