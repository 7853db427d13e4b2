/** Gathers what preflight asks about. */
import { markDates } from '../dates/mark-dates.ts';
import { type DateLineView, resolveDates } from '../dates/resolve-dates.ts';
import { readStyleOf } from '../house-style/style-setting.ts';
import { dayIn } from '../site/agency-day.ts';
import type { Subject } from '../stories/story.ts';
import { type Client, readDraft, type StoryRow } from '../stories/story-store.ts';
import { readSubjects } from '../subjects/subject-store.ts';
import type { StoryText } from '../text/story-text.ts';
import type { DeskDeps } from './at-desk.ts';
import type { DeskItem } from './desk-store.ts';
import { doubtsOfStory } from './doubts.ts';
import { type LooseDate, linksIn, type PreflightQuestion } from './preflight.ts';

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
    doubts: await doubtsOfStory(fields, story.lang, await readStyleOf(db, story.lang)),
    looseDates: [
      ...looseIn('headline', fields.headline, dateLine),
      ...looseIn('lead', fields.lead, dateLine),
      ...looseInBody(fields.body, dateLine),
    ],
  };
}

/** A line of words has no place for what a date stands for: it has to be written out. */
function looseIn(field: 'headline' | 'lead', text: string, dateLine: DateLineView): LooseDate[] {
  return resolveDates(text, dateLine).flatMap(({ text: words, title }) =>
    title === null ? [] : [{ field, words, whole: title }],
  );
}

function looseInBody(body: StoryText, dateLine: DateLineView): LooseDate[] {
  const resolved = new Set(datesIn(body));
  return datesIn(markDates(body, dateLine))
    .filter((words) => !resolved.has(words))
    .map((words) => ({ field: 'body', words, whole: null }));
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

/** Words under a `date` mark, in reading order. */
function datesIn(body: StoryText): string[] {
  const words: string[] = [];
  const walk = (node: { text?: string; marks?: { type: string }[]; content?: unknown }) => {
    if (node.text && node.marks?.some(({ type }) => type === 'date')) words.push(node.text);
    if (Array.isArray(node.content)) for (const child of node.content) walk(child);
  };
  walk(body);
  return words;
}
