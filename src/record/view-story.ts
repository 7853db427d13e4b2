/** What the record has of one story, for `bin/wireroom story`. */
import { listScheduled, type ScheduleEntry } from '../stories/schedule-store.ts';
import { storyPath } from '../stories/story-address.ts';
import { type Client, findStoryByCode, readDraft } from '../stories/story-store.ts';
import type { PublicState } from './act.ts';
import { listActs, type StoryAct } from './record-store.ts';

export type StoryView = {
  code: number;
  lang: string;
  headline: string;
  /** Path from the root; null: not public. */
  path: string | null;
  /** Acts in the order of recording. */
  acts: StoryAct[];
  /** Null: never published. */
  state: PublicState | null;
  /** Acts to come, and those that came or were refused. */
  scheduled: ScheduleEntry[];
  draft: { revision: number; headline: string; statedAt: Date | null; doubts: string[] } | null;
};

/** @returns null where no story has this code. */
export async function viewStory(db: Client, code: number): Promise<StoryView | null> {
  const story = await findStoryByCode(db, code);
  if (!story) return null;
  const acts = await listActs(db, story.id);
  const row = await readDraft(db, story.id);
  const draft = row && {
    revision: row.revision,
    headline: row.fields.headline,
    statedAt: row.stated_at,
    doubts: row.doubts,
  };
  const newest = acts.at(-1);
  const scheduled = await listScheduled(db, story.id);
  const headline = newest?.headline ?? draft?.headline ?? '';
  const path = newest ? storyPath({ lang: story.lang, code, headline }) : null;
  return { code, lang: story.lang, headline, path, state: newest?.state ?? null, acts, scheduled, draft };
}

export function describeStory(view: StoryView, publicUrl: string): string {
  const lines = [`${view.code} ${view.lang}  ${view.headline}`];
  if (view.path) lines.push(`  ${publicUrl}${view.path}`);
  if (view.state) lines.push(`  ${stateWords[view.state]}`);
  for (const act of view.acts) lines.push(`  ${describeAct(act)}`);
  for (const { kind, dueAt, by, state, outcome } of view.scheduled) {
    if (state !== 'done')
      lines.push(
        `  scheduled: ${kind} at ${dueAt.toISOString()} by ${by}, ${state}${outcome ? `: ${outcome}` : ''}`,
      );
  }
  if (view.draft) lines.push(`  draft, saved ${view.draft.revision} times  “${view.draft.headline}”`);
  for (const doubt of view.draft?.doubts ?? []) lines.push(`    ! ${doubt}`);
  return lines.join('\n');
}

const stateWords: Record<PublicState, string> = {
  public: 'public',
  held: 'held: readers are asked to come back later',
  killed: 'killed: readers find a tombstone',
  removed: 'removed by law: readers find a notice',
};

function describeAct(act: StoryAct): string {
  const stated = act.statedAt ? `, stated for ${act.statedAt.toISOString()}` : '';
  const late = act.dueAt ? `, due at ${act.dueAt.toISOString()}` : '';
  const why = act.reasonClass ? ` (${act.reasonClass})` : '';
  const note = act.note ? `: ${act.note}` : '';
  const what = `${act.kind}${why} ${act.actedAt.toISOString()} by ${act.by}${stated}${late}${note}`;
  return `version ${act.version}: ${what}  “${act.headline}”`;
}
