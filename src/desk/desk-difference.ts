/** What a draft, or a version, says otherwise than another version: by field and word. */
import { editionOf } from '../editions/edition.ts';
import { readVersion, type Version } from '../record/version-store.ts';
import { compareVersions } from '../site/compare-versions.ts';
import { type Result, refuse } from '../stories/refusal.ts';
import { wholeFields } from '../stories/story.ts';
import { readDraft } from '../stories/story-store.ts';
import { type DeskDeps, holdStoryAtDesk } from './at-desk.ts';
import type { DifferenceJson } from './desk-api.ts';
import { newestOf } from './read-desk-story.ts';

/** `from` null: the newest version. Before the first everything is new. */
export async function deskDifference(
  deps: DeskDeps,
  id: number,
  { from, to }: { from: number | null; to: number | 'draft' },
): Promise<Result<DifferenceJson>> {
  const held = await holdStoryAtDesk(deps, id, 'story.read');
  if (!held.ok) return held;
  const { story } = held.value;
  const older = from === null ? await newestOf(deps, id) : await readVersion(deps.db, id, from);
  const newer = to === 'draft' ? await draftAsVersion(deps, id) : await readVersion(deps.db, id, to);
  if (!newer) return refuse({ kind: 'no-draft', code: story.code, last: null });
  const edition = editionOf(deps.agency, story.lang);
  const sectionName = (slug: string) => edition?.sections.find((one) => one.slug === slug)?.name ?? slug;
  const fields = compareVersions(older ?? nothing, newer, { lang: story.lang, sectionName });
  return { ok: true, value: { from: older?.version ?? 0, to, fields } };
}

const nothing: Version = {
  version: 0,
  actId: 0,
  fields: wholeFields({}),
  gaps: [],
  effectiveAt: new Date(0),
  actedAt: new Date(0),
};

async function draftAsVersion({ db }: DeskDeps, id: number): Promise<Version | null> {
  const draft = await readDraft(db, id);
  return draft && { ...nothing, fields: draft.fields };
}
