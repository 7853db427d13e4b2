/** Acts from the desk: now, at a time, or in ten seconds that their author can still use to think again. */
import { may, type Verb } from '../people/policy.ts';
import type { ActKind } from '../record/act.ts';
import { performAct } from '../stories/perform-act.ts';
import { type Result, refuse } from '../stories/refusal.ts';
import { scheduleAct } from '../stories/schedule-act.ts';
import {
  cancelOne,
  dueInRecord,
  findUndoable,
  lockWaiting,
  type ScheduledAct,
  settleScheduled,
} from '../stories/schedule-store.ts';
import { readDraft } from '../stories/story-store.ts';
import { type AtDesk, type DeskDeps, holdStoryAtDesk } from './at-desk.ts';
import type { ActAsk, ActedJson } from './desk-api.ts';
import { preflight, undoubted } from './preflight.ts';
import { askPreflight } from './preflight-question.ts';

/** How long an act can be undone, in milliseconds. */
export const undoMs = 10_000;

/** What cannot wait: a flash is late by then, and what should not be read must not be read ten seconds longer. */
const atOnce: readonly ActKind[] = ['hold', 'kill'];

/** Acts that make the draft public; they ask whether it is ready. */
const publishing: readonly ActKind[] = ['publish', 'update', 'correct'];

export function actVerb(kind: ActKind): Verb {
  return `act.${kind}`;
}

export async function actAtDesk(deps: DeskDeps, storyId: number, ask: ActAsk): Promise<Result<ActedJson>> {
  const { db, now, person } = deps;
  const held = await holdStoryAtDesk(deps, storyId, actVerb(ask.kind));
  if (!held.ok) return held;
  const { story, item } = held.value;
  if (ask.flash && !may(person, 'act.flash', { desk: item.desk, lang: story.lang }))
    return refuse({ kind: 'not-allowed', what: 'act.flash', desk: item.desk, lang: story.lang });
  const stopped = publishing.includes(ask.kind) ? await whyNotReady(deps, held.value, ask) : null;
  if (stopped) return refuse({ kind: 'not-ready', sentence: stopped });
  const order = { ...ask, storyId, by: person.name };
  if (ask.at !== undefined) {
    const dueAt = new Date(ask.at);
    return waiting(await scheduleAct(deps, { ...order, dueAt, embargo: ask.embargo === true }), dueAt, false);
  }
  if (ask.now || ask.flash || atOnce.includes(ask.kind)) return done(await performAct(deps, order));
  // A second click is no second act: whoever undoes the one would still get the other.
  const earlier = await findUndoable(db, storyId);
  if (earlier) return refuse({ kind: 'act-waits', act: earlier.kind, dueAt: earlier.dueAt });
  // Whatever will refuse it in ten seconds says so now: it is tried, and taken back.
  await db.query('savepoint tried');
  const tried = await performAct(deps, order);
  await db.query('rollback to savepoint tried');
  if (!tried.ok) return tried;
  const draft = await readDraft(db, storyId);
  const revision = publishing.includes(ask.kind) ? draft?.revision : undefined;
  const dueAt = new Date(now.getTime() + undoMs);
  const seen = { ...order, revision, dueAt, embargo: false, undoable: true };
  return waiting(await scheduleAct(deps, seen), dueAt, true);
}

/** Does at once what waits. */
export async function doNow(deps: DeskDeps, storyId: number, id: number): Promise<Result<ActedJson>> {
  const taken = await takeWaiting(deps, storyId, id);
  if (!taken.ok) return taken;
  const { value: act } = taken;
  const basedOn = act.undoable ? act.asked.basedOn : undefined;
  const order = { ...act, ...act.asked, basedOn, dueAt: dueInRecord(act, deps.now) };
  const acted = await performAct(deps, order);
  if (!acted.ok) return acted;
  await settleScheduled(deps.db, id, { actId: acted.value.actId, outcome: '' });
  return done(acted);
}

/** Takes back what waits: nothing of it was in the record. */
export async function undoAct(deps: DeskDeps, storyId: number, id: number): Promise<Result<null>> {
  const taken = await takeWaiting(deps, storyId, id);
  if (!taken.ok) return taken;
  await cancelOne(deps.db, id);
  return { ok: true, value: null };
}

async function takeWaiting(deps: DeskDeps, storyId: number, id: number): Promise<Result<ScheduledAct>> {
  const held = await holdStoryAtDesk(deps, storyId, 'story.read');
  if (!held.ok) return held;
  const act = await lockWaiting(deps.db, storyId, id);
  if (!act) return refuse({ kind: 'already-done' });
  const { story, item } = held.value;
  const verb = actVerb(act.kind);
  if (!may(deps.person, verb, { desk: item.desk, lang: story.lang }))
    return refuse({ kind: 'not-allowed', what: verb, desk: item.desk, lang: story.lang });
  return { ok: true, value: act };
}

async function whyNotReady(deps: DeskDeps, { story, item }: AtDesk, ask: ActAsk): Promise<string | null> {
  const question = await askPreflight(deps, story, item, { flash: ask.flash === true, at: ask.at ?? null });
  if (!question) return null;
  const checks = preflight({ ...question, ...undoubted }, deps.saying);
  const stops = checks.filter(({ outcome }) => outcome === 'stop');
  return stops.length > 0 ? stops.map(({ sentence }) => sentence).join(' ') : null;
}

function waiting(
  scheduled: Awaited<ReturnType<typeof scheduleAct>>,
  dueAt: Date,
  undoable: boolean,
): Result<ActedJson> {
  if (!scheduled.ok) return scheduled;
  return { ok: true, value: { waiting: { id: scheduled.value.id, dueAt: dueAt.toISOString(), undoable } } };
}

function done(acted: Awaited<ReturnType<typeof performAct>>): Result<ActedJson> {
  if (!acted.ok) return acted;
  const { code, version, actedAt, actId } = acted.value;
  return { ok: true, value: { done: { code, version, at: actedAt.toISOString(), actId } } };
}
