/** A new story, and a flash: what it takes is done step by step, and goes on where it broke off. */
import type { ActedJson, DeskStory, NewStoryAsk, NewStoryJson, SavedJson } from '../../desk/desk-api.ts';
import { ask } from '../api/ask.ts';
import { readRows } from '../monitoring/live-rows.ts';

export async function makeStory(asked: NewStoryAsk): Promise<NewStoryJson> {
  const made = await ask<NewStoryJson>('POST', '/api/desk/stories', asked);
  await readRows([made.id], { own: true }).catch(() => undefined);
  return made;
}

export type FlashText = { lang: string; desk: string; headline: string; lead: string; dateline: string };

/** How far a flash has come; given back to `sendFlash` after a failure, so that none is filed twice. */
export type FlashProgress = { id: number | null; revision: number | null };

export async function sendFlash(
  text: FlashText,
  progress: FlashProgress,
  tab: string,
): Promise<Extract<ActedJson, { done: unknown }>['done'] | null> {
  const { lang, desk, headline, lead, dateline } = text;
  progress.id ??= (
    await ask<NewStoryJson>('POST', '/api/desk/stories', { lang, desk, template: 'flash', flash: true })
  ).id;
  const at = `/api/desk/stories/${progress.id}`;
  const story = await ask<DeskStory>('GET', at);
  const fields = { ...story.fields, headline, lead, ...(dateline ? { dateline } : {}) };
  const saved = await ask<SavedJson>('PUT', `${at}/draft`, { fields, revision: story.revision, tab });
  progress.revision = saved.revision;
  const acted = await ask<ActedJson>('POST', `${at}/acts`, {
    kind: 'publish',
    basedOn: null,
    revision: saved.revision,
    flash: true,
  });
  await readRows([progress.id], { own: true }).catch(() => undefined);
  return 'done' in acted ? acted.done : null;
}
