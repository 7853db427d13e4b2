/** What the record has of one story, for `bin/wireroom story`. */
import { storyPath } from '../stories/story-address.ts';
import { type Client, findStoryByCode, readDraft } from '../stories/story-store.ts';
import { listActs, type StoryAct } from './record-store.ts';

export type StoryView = {
  code: number;
  lang: string;
  headline: string;
  /** Path from the root; null: not public. */
  path: string | null;
  /** Acts in the order of recording. */
  acts: StoryAct[];
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
  const headline = newest?.headline ?? draft?.headline ?? '';
  const path = newest ? storyPath({ lang: story.lang, code, headline }) : null;
  return { code, lang: story.lang, headline, path, acts, draft };
}

export function describeStory(view: StoryView, publicUrl: string): string {
  const lines = [`${view.code} ${view.lang}  ${view.headline}`];
  if (view.path) lines.push(`  ${publicUrl}${view.path}`);
  for (const act of view.acts) {
    const stated = act.statedAt ? `, stated for ${act.statedAt.toISOString()}` : '';
    lines.push(
      `  version ${act.version}: ${act.kind} ${act.actedAt.toISOString()} by ${act.by}${stated}  “${act.headline}”`,
    );
  }
  if (view.draft) lines.push(`  draft, saved ${view.draft.revision} times  “${view.draft.headline}”`);
  for (const doubt of view.draft?.doubts ?? []) lines.push(`    ! ${doubt}`);
  return lines.join('\n');
}
