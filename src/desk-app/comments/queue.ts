/** The queues of comments as this screen has them, and what is done to them: shown at once, and then as the server has it. */

import type { QueueState, RejectReason } from '../../comments/comment.ts';
import type {
  BanAsk,
  BanJson,
  BansJson,
  DecideAsk,
  DecidedJson,
  QueueJson,
  StoryRuleAsk,
} from '../../comments/comment-api.ts';
import { ask } from '../api/ask.ts';
import { keep, remember } from '../api/kept.ts';
import { queries } from '../api/session.ts';
import { complain } from '../frame/complaints.ts';

export const queueQuery = (state: QueueState) => ({
  queryKey: ['comments', state],
  queryFn: () => ask<QueueJson>('GET', `/api/desk/comments?state=${state}`),
});
export const bansQuery = {
  queryKey: ['comments', 'bans'],
  queryFn: () => ask<BansJson>('GET', '/api/desk/comments/bans'),
};

/** What this person decided here, newest last, as the server moved it: what Undo takes back, however fast it is pressed. */
export const decided = keep<readonly Promise<number[]>[]>([]);
/** The reason that the key gives: the one that was given last. */
export const lastReason = remember<RejectReason>('reject-reason', 'off-topic');

export function readQueuesAgain(): void {
  void queries.invalidateQueries({ queryKey: ['comments'] });
}

export async function decide(state: QueueState, wanted: DecideAsk): Promise<void> {
  if (wanted.reason) lastReason.set(wanted.reason);
  showMoved(state, wanted);
  await deciding(async () => (await ask<DecidedJson>('POST', '/api/desk/comments/decisions', wanted)).ids);
}

/** Takes the newest decision back. @returns the comments that it was about, once they are read again. */
export async function undo(): Promise<number[]> {
  const moved = decided.get().at(-1);
  if (!moved) return [];
  decided.set((before) => before.slice(0, -1));
  const ids = await moved;
  if (ids.length > 0) await doing(() => ask('POST', '/api/desk/comments/undo', { ids }));
  return ids;
}

export async function ban(wanted: BanAsk): Promise<void> {
  await deciding(async () => {
    await ask<BanJson>('POST', '/api/desk/comments/bans', wanted);
    return [wanted.comment];
  });
}

export function liftBan(id: number): Promise<void> {
  return doing(() => ask('DELETE', `/api/desk/comments/bans/${id}`));
}

export function setStory(code: number, wanted: StoryRuleAsk): Promise<void> {
  return doing(() => ask('PUT', `/api/desk/comments/stories/${code}`, wanted));
}

/** @param work answers with what was moved. */
async function deciding(work: () => Promise<number[]>): Promise<void> {
  let moved: number[] = [];
  const done = doing(async () => {
    moved = await work();
  }).then(() => moved);
  decided.set((before) => [...before, done]);
  await done;
}

async function doing(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    complain(error);
  }
  await queries.invalidateQueries({ queryKey: ['comments'] });
}

/** Before the server has answered. */
function showMoved(state: QueueState, { ids = [], to }: DecideAsk): void {
  queries.setQueryData<QueueJson>(['comments', state], (queue) => {
    if (!queue || state === to) return queue;
    const rows = queue.rows.filter(({ id }) => !ids.includes(id));
    const moved = queue.rows.length - rows.length;
    const counts = { ...queue.counts };
    counts[state] -= moved;
    counts[to] += moved;
    return { ...queue, rows, counts };
  });
}
