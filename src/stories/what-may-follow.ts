/**
 * What may follow what. The table is drawn in docs/acts.md; a test reads it there and tries each pair.
 *
 * Two things are not in the table: a killed story can be killed once more, where a court asks for it (class "legal"),
 * and what a withdrawal leads back to depends on the act that was wrong.
 */
import type { ActKind, PublicState, SoFar } from '../record/act.ts';

/** What a story becomes by an act; an act that is not named is refused. `none`: never published. */
export const follows: Record<'none' | PublicState, Partial<Record<ActKind, PublicState>>> = {
  none: { publish: 'public' },
  public: { update: 'public', correct: 'public', hold: 'held', kill: 'killed', redact: 'public' },
  held: { update: 'held', correct: 'held', release: 'public', kill: 'killed', redact: 'held' },
  killed: { redact: 'killed' },
  removed: { redact: 'removed' },
};

/** The acts that can be withdrawn: those that cannot be undone by an act of their own. */
export const withdrawable: readonly ActKind[] = ['update', 'correct', 'kill'];

/** The class of a kill that a law or a court asked for. */
export const legal = 'legal';

/** @returns the state that the act leads to, or null where it may not follow. */
export function stateAfter(soFar: SoFar, act: { kind: ActKind; reasonClass: string }): PublicState | null {
  const { state, last, before } = soFar;
  if (act.kind === 'withdraw') {
    if (!last || !withdrawable.includes(last.kind)) return null;
    return last.kind === 'kill' ? before : state;
  }
  if (act.kind === 'kill' && act.reasonClass === legal && state !== null && state !== 'removed')
    return 'removed';
  return follows[state ?? 'none'][act.kind] ?? null;
}

/** What stands against an act, and what can be done instead: the second half of a sentence. */
export function whatToDoInstead({ state, last }: SoFar, act: ActKind): string {
  if (act === 'withdraw') return withdrawInstead(last?.kind);
  switch (state) {
    case null:
      return 'it is not published yet; publish it first.';
    case 'public':
      return act === 'publish'
        ? 'it is published already; update or correct it instead.'
        : 'it is public; a release follows a hold.';
    case 'held':
      return act === 'publish'
        ? 'it is published, and held; release or kill it.'
        : 'it is held already; release or kill it.';
    case 'killed':
      return 'it was killed; withdraw the kill if that was a mistake, or file a new story.';
    case 'removed':
      return 'it was removed by law.';
  }
}

function withdrawInstead(last: ActKind | undefined): string {
  switch (last) {
    case 'publish':
      return 'a first publication is not withdrawn; kill the story.';
    case 'hold':
      return 'a hold is undone by a release.';
    case 'release':
      return 'a release is undone by another hold.';
    case 'redact':
      return 'a redaction is not undone; correct the story.';
    case 'withdraw':
      return 'a withdrawal is not withdrawn; update or correct the story.';
    default:
      return 'there is no act to withdraw.';
  }
}
