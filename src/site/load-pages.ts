/** Loads what each page shows. Reads; decides nothing about how it looks. */
import { type Agency, editionOf } from '../editions/edition.ts';
import { type ActInHistory, readHistory, type StoryState } from '../record/read-history.ts';
import { type Gap, type PublicStory, readVersion } from '../record/version-store.ts';
import { type StoryFields, wholeFields } from '../stories/story.ts';
import { storyPath } from '../stories/story-address.ts';
import type { Client } from '../stories/story-store.ts';
import type { Block } from '../text/story-text.ts';
import type { CorrectionRow } from './correction-store.ts';
import { type ListedRow, listNewestActs, listTranslations } from './list-store.ts';
import { pastQuery } from './moment.ts';
import { noticeOf, noticesOf } from './notices.ts';
import type { PagePicture, StoryInList, StoryPageData, TapeEntry } from './page-data.ts';
import { pagePicture } from './page-picture.ts';
import type { PastMoment } from './public-at.ts';
import type { Correction } from './record-data.ts';
import { listRelated } from './related-store.ts';
import { listThreadAround } from './thread-store.ts';
import { wordsOf } from './words/catalogue.ts';

/** Stories of a thread that a story's page shows on either side of it. */
const eachSideOfThread = 4;
const relatedLength = 6;

/** `moment` null: now; else all of it as it was then. */
export async function loadStory(
  db: Client,
  agency: Agency,
  row: PublicStory,
  moment: PastMoment | null = null,
): Promise<StoryPageData> {
  const { fields, lang, code } = row;
  const { thread } = fields;
  const place = { at: row.effective_at, code };
  const none = { before: [], after: [] };
  const [translations, related, beside, acts] = await Promise.all([
    row.translation_group ? listTranslations(db, row.translation_group, code, moment) : [],
    listRelated(db, {
      lang,
      code,
      topics: fields.topics.map(({ slug }) => slug),
      section: fields.section,
      thread: thread?.slug ?? '',
      moment,
      limit: relatedLength,
    }),
    thread ? listThreadAround(db, { lang, slug: thread.slug, place, moment, each: eachSideOfThread }) : none,
    readHistory(db, row.story_id),
  ]);
  const data = storyData(agency, {
    ...row,
    at: row.effective_at,
    updatedAt: row.updated_at,
    acts: acts.filter((act) => isBy(act, moment)),
  });
  const others = [...translations, ...related, ...beside.before, ...beside.after].map(({ act_id }) => act_id);
  return {
    ...data,
    actIds: [...data.actIds, ...others],
    translations: translations.flatMap((other) => {
      const name = editionOf(agency, other.lang)?.name;
      const headline = headlineOr(other.lang, other.headline);
      return name ? [{ lang: other.lang, name, href: storyPath(other) + pastQuery(moment), headline }] : [];
    }),
    related: related.map((other) => listed(other, moment)),
    sharesTopics: related.some(({ shared }) => shared > 0),
    threadBefore: beside.before.map((other) => listed(other, moment)),
    threadAfter: beside.after.map((other) => listed(other, moment)),
    comments: null,
  };
}

/** Whether an act had been done by a moment. */
function isBy(act: ActInHistory, moment: PastMoment | null): boolean {
  if (!moment) return true;
  return (moment.clock === 'effective' ? act.effectiveAt : act.actedAt) <= moment.at;
}

/** One version as readers had it: with what they had been told until then, and nothing that comes and goes. */
export async function loadVersion(
  db: Client,
  agency: Agency,
  story: StoryState,
  version: number,
): Promise<StoryPageData | null> {
  const [row, acts] = await Promise.all([
    readVersion(db, story.storyId, version),
    readHistory(db, story.storyId),
  ]);
  const first = acts[0];
  if (!row || !first) return null;
  const data = storyData(agency, {
    ...story,
    version,
    fields: wholeFields(row.fields),
    gaps: row.gaps,
    at: first.effectiveAt,
    updatedAt: version > 1 ? row.effectiveAt : null,
    acts: acts.filter(({ actId }) => actId <= row.actId),
  });
  return { ...data, ...alone };
}

/** A page that shows nothing of other stories. */
export const alone = {
  translations: [],
  related: [],
  sharesTopics: false,
  threadBefore: [],
  threadAfter: [],
  comments: null,
};

export type Shown = {
  code: number;
  lang: string;
  version: number;
  fields: StoryFields;
  gaps: Gap[];
  at: Date;
  updatedAt: Date | null;
  /** All acts until the moment that is shown. */
  acts: ActInHistory[];
};

export function storyData(agency: Agency, shown: Shown): Omit<StoryPageData, keyof typeof alone> {
  const { code, lang, version, fields, acts } = shown;
  const edition = editionOf(agency, lang);
  const made = acts.find((act) => act.madeVersion && act.version === version);
  return {
    code,
    lang,
    version,
    href: storyPath({ lang, code, headline: fields.headline }),
    headline: headlineOr(lang, fields.headline),
    lead: fields.lead,
    body: fields.body,
    dateline: fields.dateline,
    credit: fields.credit,
    byline: fields.byline,
    section: edition?.sections.find(({ slug }) => slug === fields.section) ?? null,
    topics: fields.topics,
    subjects: fields.subjects,
    thread: fields.thread,
    at: shown.at,
    updatedAt: shown.updatedAt,
    corrected: made?.kind === 'correct',
    notices: noticesOf(acts),
    gaps: shown.gaps,
    actIds: [...acts.slice(-1), ...shown.gaps].map(({ actId }) => actId),
    pictures: picturesOf(fields.body.content),
  };
}

/** A published story has a headline; where it has none, a redaction removed it. */
export function headlineOr(lang: string, headline: string): string {
  return headline || wordsOf(lang).record.headlineGone;
}

export async function loadTape(
  db: Client,
  lang: string,
  moment: PastMoment | null = null,
): Promise<TapeEntry[]> {
  const acts = await listNewestActs(db, lang, 6, moment);
  return acts.map(
    ({ act_id: actId, code, headline, kind, acted_at: at, reason_class: reasonClass, gone }) => ({
      actId,
      code,
      headline: headline === null ? '' : headlineOr(lang, headline),
      kind,
      reasonClass,
      at,
      gone,
      href: headline === null ? `/${code}` : storyPath({ lang, code, headline }) + pastQuery(moment),
    }),
  );
}

/** @returns null for an act that is no correction. */
export function correctionOf(row: CorrectionRow): Correction | null {
  const { code, lang, headline, gone } = row;
  const notice = noticeOf(row, row.of);
  if (!notice) return null;
  const href = headline === null ? `/${code}` : storyPath({ lang, code, headline });
  return { code, lang, href, headline: headline === null ? null : headlineOr(lang, headline), gone, notice };
}

export function listed(row: ListedRow, moment: PastMoment | null = null): StoryInList {
  const { code, lang, lead, credit, dateline, section } = row;
  // A past list keeps the place of what was taken back, without its words.
  const headline = row.gone ? '' : headlineOr(lang, row.headline);
  const picture = row.picture ? pagePicture(row.picture) : null;
  return {
    code,
    lang,
    headline,
    lead,
    credit,
    dateline,
    section,
    href: row.gone ? `/${code}` : storyPath(row) + pastQuery(moment),
    at: row.effective_at,
    picture,
    actId: row.gone?.actId ?? row.act_id,
    gone: row.gone,
  };
}

function picturesOf(blocks: Block[]): Map<string, PagePicture> {
  const pictures = new Map<string, PagePicture>();
  for (const block of blocks) {
    const picture = block.type === 'image' ? pagePicture(block.attrs) : null;
    if (picture) pictures.set(picture.hash, picture);
  }
  return pictures;
}
