/** Gathers what preflight asks about. */
import type { LanguageStyle } from '../house-style/house-style.ts';
import { readStyleOf } from '../house-style/style-setting.ts';
import { dayIn } from '../site/agency-day.ts';
import type { StoryFields, Subject } from '../stories/story.ts';
import { type Client, readDraft, type StoryRow } from '../stories/story-store.ts';
import { readSubjects } from '../subjects/subject-store.ts';
import type { DeskDeps } from './at-desk.ts';
import type { DeskItem } from './desk-store.ts';
import { linksIn, type PreflightQuestion } from './preflight.ts';
import type { WordDoubts } from './preflight-doubts.ts';
import { workAside } from './text-thread.ts';

export type AskedPreflight = Omit<PreflightQuestion, keyof WordDoubts> & { style: LanguageStyle };

/** All but what is doubted in its words. Null: there is no draft. `at`: when it will go out, null: now. */
export async function askPreflight(
  { db, agency, now }: Omit<DeskDeps, 'person' | 'saying'>,
  story: StoryRow,
  item: DeskItem,
  { flash, at }: { flash: boolean; at: string | null },
): Promise<AskedPreflight | null> {
  const draft = await readDraft(db, story.id);
  if (!draft) return null;
  const { fields } = draft;
  const goesOutAt = at === null ? now : new Date(at);
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
    style: await readStyleOf(db, story.lang),
  };
}

/** Blocks that are looked at in one piece of work: a long text lets others have their turn, and needs no more room than a short one. */
const blocksAtOnce = 2_000;

/** It takes a while, and needs no database: nothing should be held meanwhile. */
export async function askDoubts(
  { agency }: Pick<DeskDeps, 'agency'>,
  {
    fields: { headline, lead, body },
    lang,
    goesOutAt,
    style,
  }: Pick<AskedPreflight, 'lang' | 'goesOutAt' | 'style'> & {
    fields: Pick<StoryFields, 'headline' | 'lead' | 'body'>;
  },
): Promise<WordDoubts> {
  const dateLine = { on: dayIn(agency.zone, goesOutAt), language: lang };
  const first = { headline, lead, body: { ...body, content: body.content.slice(0, blocksAtOnce) } };
  const { doubts, looseDates } = await workAside('doubts', first, dateLine, style);
  for (let at = blocksAtOnce; at < body.content.length; at += blocksAtOnce) {
    const part = {
      headline: '',
      lead: '',
      body: { ...body, content: body.content.slice(at, at + blocksAtOnce) },
    };
    const more = await workAside('doubts', part, dateLine, style);
    doubts.push(...more.doubts);
    looseDates.push(...more.looseDates);
  }
  return { doubts, looseDates };
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
