/** A draft that is about to become public: who may still change it. */
import { may } from '../people/policy.ts';
import { type Refusal, type Result, refuse } from '../stories/refusal.ts';
import { findPublications, type ScheduledAct } from '../stories/schedule-store.ts';
import { actVerb } from './act-at-desk.ts';
import type { AtDesk, DeskDeps } from './at-desk.ts';

/**
 * Until an act can no longer be undone, nobody: it is done with what its author saw. Where it is scheduled, whoever may
 * do it himself: otherwise a text would go out that nobody who may publish has let out.
 */
export async function refuseChange<T>(deps: DeskDeps, held: AtDesk): Promise<Result<T> | null> {
  const waiting = await findPublications(deps.db, held.story.id);
  const inTheWay = waiting.find((act) => act.undoable || isOthers(act, deps, held));
  return inTheWay ? refuse<T>(refusalFor(inTheWay)) : null;
}

/** Whether it is scheduled by others, so that somebody only reads it until then. */
export async function isPromised(deps: DeskDeps, held: AtDesk): Promise<boolean> {
  const waiting = await findPublications(deps.db, held.story.id);
  return waiting.some((act) => !act.undoable && isOthers(act, deps, held));
}

function isOthers({ kind }: ScheduledAct, { person }: DeskDeps, { story, item }: AtDesk): boolean {
  return !may(person, actVerb(kind), { desk: item.desk, lang: story.lang });
}

function refusalFor({ undoable, kind, dueAt }: ScheduledAct): Refusal {
  return { kind: undoable ? 'act-waits' : 'is-scheduled', act: kind, dueAt };
}
