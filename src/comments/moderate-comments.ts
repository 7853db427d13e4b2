/** What moderators do. Each in the caller's transaction, with its entry in the list of changes. */
import { type By, writeAudit } from '../people/audit.ts';
import type { Client } from '../stories/story-store.ts';
import type { DecidedReason, QueueState } from './comment.ts';
import type { BanAsk, DecideAsk, StoryRuleAsk } from './comment-api.ts';
import { findCommented } from './comment-store.ts';
import { lettersHash } from './letters.ts';
import { learn } from './likeness.ts';
import {
  type Ban,
  type Decidable,
  findWriter,
  holdComments,
  holdDecisions,
  isStoryWithin,
  liftBan,
  listSurge,
  moveBack,
  moveComments,
  type Places,
  writeBan,
  writeOwnRule,
} from './queue-store.ts';
import { tellOfPublication, tellOfRejection } from './tell-of-decision.ts';

/** `places`: those that the moderator looks after. */
export type Moderating = { db: Client; now: Date; by: By; places: Places };

/** Comments that are decided on at once. */
export const mostAtOnce = 5_000;
/** A surge teaches nothing beyond its first: it would drown what else is known. */
const mostLearnt = 50;

/** Publishes or rejects. Those that stand there already are left alone. @returns those that it moved. */
export async function decideComments(moderating: Moderating, ask: DecideAsk): Promise<number[]> {
  const { db, now, by, places } = moderating;
  const { to } = ask;
  await holdDecisions(db);
  const ids =
    ask.surgeUntil === undefined ? (ask.ids ?? []) : await listSurge(db, ask.surgeUntil, places, mostAtOnce);
  const moved = (await holdComments(db, ids, places)).filter(({ state }) => state !== to);
  if (moved.length === 0) return [];
  const reason: DecidedReason = to === 'published' ? 'approved' : (ask.reason ?? 'other');
  await moveComments(db, idsOf(moved), { to, reason, by: by.name, now });
  for (const comment of moved.slice(0, mostLearnt)) {
    await unlearn(db, comment, comment.state);
    await learn(db, { ...comment, as: to, times: 1 });
  }
  // Nobody waits for word of a flood.
  for (const { id, state } of moved) {
    if (to === 'published') await tellOfPublication(db, id, now);
    else if (state === 'waiting' || state === 'published') await tellOfRejection(db, id, now);
  }
  await writeAudit(db, { by, what: `comment.${to}`, about: { ...whichOf(moved), reason }, at: now });
  return idsOf(moved);
}

/** Takes one's own last decision on each back, unless somebody else decided since. @returns those that it moved. */
export async function undoDecisions(moderating: Moderating, ids: readonly number[]): Promise<number[]> {
  const { db, now, by, places } = moderating;
  await holdDecisions(db);
  const moved = (await holdComments(db, ids, places, by.name)).filter(({ before }) => before !== null);
  if (moved.length === 0) return [];
  await moveBack(db, idsOf(moved));
  for (const comment of moved.slice(0, mostLearnt)) await unlearn(db, comment, comment.state);
  await writeAudit(db, { by, what: 'comment.undone', about: whichOf(moved), at: now });
  return idsOf(moved);
}

/**
 * Bans whoever wrote a comment, which goes to the banned. An address is known for as long as its key is kept, so that a ban of
 * one ends by itself. @returns null where there is no such comment, or its address is not known any more.
 */
export async function banWriter(
  { db, now, by, places }: Moderating,
  { comment, by: kind, days }: BanAsk,
): Promise<Ban | null> {
  const writer = await findWriter(db, comment, places);
  const value = kind === 'name' ? writer && lettersHash(writer.name) : writer?.addressHash;
  if (!writer || !value) return null;
  const ban = {
    kind,
    name: kind === 'name' ? writer.name : '',
    bannedBy: by.name,
    until: new Date(now.getTime() + days * 86_400_000),
  };
  const id = await writeBan(db, { ...ban, value, now });
  const moved = (await holdComments(db, [comment], places)).filter(({ state }) => state !== 'banned');
  await moveComments(db, idsOf(moved), { to: 'banned', reason: 'ban', by: by.name, now });
  // The name is not written down for ever: the ban has it while it lasts.
  await writeAudit(db, { by, what: 'comment.banned', about: { comment, kind, days }, at: now });
  return { id, ...ban };
}

/** A ban holds everywhere: who does not moderate everywhere ends his own alone. @returns whether there was one that he may end. */
export async function endBan({ db, now, by, places }: Moderating, id: number): Promise<boolean> {
  if (!(await liftBan(db, id, places === null ? null : by.name))) return false;
  await writeAudit(db, { by, what: 'comment.ban-lifted', about: { ban: id }, at: now });
  return true;
}

/** @returns false where readers do not get the story, or it lies where somebody else moderates. */
export async function decideStory(
  { db, now, by, places }: Moderating,
  code: number,
  { taken, days }: StoryRuleAsk,
): Promise<boolean> {
  const story = await findCommented(db, code);
  if (!story || !(await isStoryWithin(db, story.storyId, places))) return false;
  const own = taken === null ? null : { taken, days: taken === 'days' ? (days ?? 0) : null };
  await writeOwnRule(db, story.storyId, own);
  await writeAudit(db, {
    by,
    what: 'comment.story-set',
    about: { code, before: story.own, after: own },
    at: now,
  });
  return true;
}

/** What was learnt of where it stood, unless nobody had decided that. */
async function unlearn(db: Client, comment: Decidable, state: QueueState): Promise<void> {
  if (comment.before === null || (state !== 'published' && state !== 'rejected')) return;
  await learn(db, { ...comment, as: state, times: -1 });
}

function idsOf(comments: readonly Decidable[]): number[] {
  return comments.map(({ id }) => id);
}

/** For the list of changes: of a flood, the first and how many. */
function whichOf(comments: readonly Decidable[]): { comments: number[]; count?: number } {
  const ids = idsOf(comments);
  return ids.length > 100 ? { comments: ids.slice(0, 100), count: ids.length } : { comments: ids };
}
