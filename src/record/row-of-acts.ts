/** The acts on a story as a row: what each must be, given those before it. The rules themselves are in stories/what-may-follow.ts. */
import { stateAfter } from '../stories/what-may-follow.ts';
import type { ActKind, LastAct, PublicState, SoFar } from './act.ts';

export type RowOfActs = {
  soFar: SoFar;
  /** Number of the newest version; 0: none. */
  newest: number;
  /** Fields of the newest version that were redacted. */
  gone: ReadonlySet<string>;
};

export const emptyRow: RowOfActs = {
  soFar: { state: null, last: null, before: null },
  newest: 0,
  gone: new Set(),
};

export type Placed = {
  /** Whether the act makes a version. */
  makesWords: boolean;
  /** The version that it makes, or the newest one. */
  version: number;
  /** The state that it leads to; null: it may not follow. */
  state: PublicState | null;
};

/** What an act must be in its place. */
export function placeOf(
  row: RowOfActs,
  act: { kind: ActKind; reasonClass: string; redacts: readonly string[] },
): Placed {
  const makesWords = makesVersion(act.kind, row.soFar.last?.kind ?? null);
  const gone = goneAfter(row, act, makesWords);
  const allGone = act.kind === 'redact' && ['headline', 'lead', 'body'].every((field) => gone.has(field));
  return {
    makesWords,
    version: row.newest + (makesWords ? 1 : 0),
    state: allGone ? 'removed' : stateAfter(row.soFar, act),
  };
}

/** The row with the act at its end, whatever state it says it led to. */
export function rowAfter(row: RowOfActs, act: LastAct & { redacts: readonly string[] }): RowOfActs {
  const { makesWords, version } = placeOf(row, act);
  const { actId, kind, state, reasonClass, by, actedAt } = act;
  return {
    // No more than this: whoever checks an archive keeps one for each story.
    soFar: {
      state,
      last: { actId, kind, state, version: act.version, reasonClass, by, actedAt },
      before: row.soFar.state,
    },
    newest: version,
    gone: goneAfter(row, act, makesWords),
  };
}

/** `last`: the act before it. */
export function makesVersion(kind: ActKind, last: ActKind | null): boolean {
  return (
    kind === 'publish' || kind === 'update' || kind === 'correct' || (kind === 'withdraw' && last !== 'kill')
  );
}

function goneAfter(
  row: RowOfActs,
  { kind, redacts }: { kind: ActKind; redacts: readonly string[] },
  makesWords: boolean,
): Set<string> {
  return new Set([...(makesWords ? [] : row.gone), ...(kind === 'redact' ? redacts : [])]);
}
