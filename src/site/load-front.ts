/** Loads what a front shows: what editors arranged, as it held at the moment, and what fills the rest. */
import type { Edition } from '../editions/edition.ts';
import { pinsAt } from '../fronts/fill-front.ts';
import { readArrangement } from '../fronts/front-store.ts';
import { mostInSection, mostSeconds } from '../fronts/slots.ts';
import type { Client } from '../stories/story-store.ts';
import { listByCode, listSections, listStories } from './list-store.ts';
import { listed } from './load-pages.ts';
import type { FrontPageData, FrontPin } from './page-data.ts';
import type { PastMoment } from './public-at.ts';

/** Stories that are read for an edition's first page; what is pinned comes beside them. */
const frontLength = 40;
/** As many as a section can show, though the lead and those beside it may all be of it. */
const sectionLength = mostInSection + 1 + mostSeconds;

/** What was pinned on a front, and holds at a moment; all of it, for who asks until when. */
export async function readPins(
  db: Client,
  edition: Edition,
  section: string,
  { moment, now }: { moment: PastMoment | null; now: Date },
): Promise<{ all: FrontPin[]; pins: FrontPin[] }> {
  const at = moment?.at ?? now;
  const arrangement = await readArrangement(db, { lang: edition.lang, section }, moment && at);
  const all = arrangement?.pins ?? [];
  return { all, pins: pinsAt(all, at) };
}

export async function loadFront(
  db: Client,
  edition: Edition,
  pins: FrontPin[],
  moment: PastMoment | null = null,
): Promise<FrontPageData> {
  const { lang } = edition;
  const slugs = edition.sections.map(({ slug }) => slug);
  const [stories, inSections, head] = await Promise.all([
    listStories(db, { lang, moment, limit: frontLength }),
    listSections(db, lang, slugs, sectionLength, moment),
    loadPinned(db, edition, pins, moment),
  ]);
  const sections = edition.sections.map(({ slug, name }) => ({
    slug,
    name,
    stories: inSections.filter((row) => row.section === slug).map((row) => listed(row, moment)),
  }));
  return { stories: stories.map((row) => listed(row, moment)), sections, ...head };
}

/** The stories that pins name. */
export async function loadPinned(
  db: Client,
  { lang }: Edition,
  pins: FrontPin[],
  moment: PastMoment | null,
): Promise<Pick<FrontPageData, 'pins' | 'pinned'>> {
  const codes = pins.map(({ code }) => code);
  const rows = await listByCode(db, lang, codes, moment);
  return { pins, pinned: rows.map((row) => listed(row, moment)) };
}
