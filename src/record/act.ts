/** What an act is. Pure types and lists; the rules of what may follow what are in stories/what-may-follow.ts. */

export const actKinds = [
  'publish',
  'update',
  'correct',
  'hold',
  'release',
  'kill',
  'redact',
  'withdraw',
] as const;
export type ActKind = (typeof actKinds)[number];

/** What readers get of a published story: its words, "not now", "taken back", "removed by law". */
export type PublicState = 'public' | 'held' | 'killed' | 'removed';

/** The newest act on a story: what whoever comes too late is shown. */
export type LastAct = {
  actId: number;
  kind: ActKind;
  state: PublicState;
  version: number;
  reasonClass: string;
  by: string;
  actedAt: Date;
};

/** How a story has come to where it is. `state` null: never published. */
export type SoFar = {
  state: PublicState | null;
  last: LastAct | null;
  /** The state before the newest act: where its withdrawal leads back to. */
  before: PublicState | null;
};
