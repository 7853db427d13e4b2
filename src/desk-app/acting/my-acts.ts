/** Acts of this person that wait their ten seconds: known to the server, and to this browser so that the line outlives a reload. */
import type { ActedJson, DeskStory } from '../../desk/desk-api.ts';
import type { ActKind } from '../../record/act.ts';
import { ask } from '../api/ask.ts';
import { keep, remember } from '../api/kept.ts';
import { queries } from '../api/session.ts';
import { readRows } from '../monitoring/live-rows.ts';

export type MyAct = {
  storyId: number;
  scheduledId: number;
  personId: string;
  kind: ActKind;
  code: number | null;
  headline: string;
  dueAt: string;
  /** What came of it; absent: it waits. */
  outcome?:
    | { kind: 'done'; at: string; version: number }
    | { kind: 'refused'; sentence: string }
    | { kind: 'undone' };
};

export const myActs = remember<readonly MyAct[]>('acts', []);

/** The act that this tab has just made: its line takes the focus, so that the way back is under the fingers. */
export const freshAct = keep<number | null>(null);

export function beginWaiting(act: MyAct): void {
  freshAct.set(act.scheduledId);
  myActs.set((all) => [...all, act]);
}

export function change(act: MyAct, outcome: NonNullable<MyAct['outcome']>): void {
  myActs.set((all) => all.map((one) => (one.scheduledId === act.scheduledId ? { ...one, outcome } : one)));
}

export function forget(act: MyAct): void {
  myActs.set((all) => all.filter(({ scheduledId }) => scheduledId !== act.scheduledId));
}

export async function undo(act: MyAct): Promise<void> {
  await ask('DELETE', `/api/desk/stories/${act.storyId}/scheduled/${act.scheduledId}`);
  change(act, { kind: 'undone' });
  await readAgain(act.storyId);
}

export async function doNow(act: MyAct): Promise<void> {
  const acted = await ask<ActedJson>(
    'POST',
    `/api/desk/stories/${act.storyId}/scheduled/${act.scheduledId}/now`,
  );
  if ('done' in acted) change(act, { kind: 'done', at: acted.done.at, version: acted.done.version });
  await readAgain(act.storyId);
}

/** Asks what came of an act whose time has come. @returns whether the server knows by now. */
export async function learnOutcome(act: MyAct): Promise<boolean> {
  const story = await ask<DeskStory>('GET', `/api/desk/stories/${act.storyId}`);
  const there = story.scheduled.find(({ id }) => id === act.scheduledId);
  if (there?.state === 'waiting') return false;
  if (there?.state === 'cancelled') change(act, { kind: 'undone' });
  else if (there?.state === 'refused') change(act, { kind: 'refused', sentence: there.outcome });
  else {
    const newest = story.acts.reduce((a, b) => (a && a.actId > b.actId ? a : b), story.acts[0]);
    change(act, { kind: 'done', at: newest?.at ?? act.dueAt, version: story.row.version });
  }
  await readAgain(act.storyId);
  return true;
}

export async function readAgain(storyId: number): Promise<void> {
  void queries.invalidateQueries({ queryKey: ['story', storyId] });
  await readRows([storyId], { own: true }).catch(() => undefined);
}
