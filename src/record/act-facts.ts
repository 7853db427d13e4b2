/** The facts of an act, beside the words of its story, that its leaf commits to. What an act does not have is left out. */

export type ActFacts = {
  reasonClass: string;
  /** The sentence for readers; empty: none. */
  note: string;
  by: string;
  statedAt: Date | null;
  dueAt: Date | null;
  /** Kill: code of the story in its place. */
  replacement: number | null;
  /** Redact: names of the fields, in order. */
  redacts: string[];
  /** Withdraw: index of the wrong act's leaf. */
  withdraws: number | null;
};

/** Names are for ever; none is a field of a story. */
export function factsOf(act: ActFacts): Record<string, unknown> {
  return {
    reason: act.reasonClass,
    note: act.note,
    by: act.by,
    ...(act.statedAt ? { statedAt: act.statedAt.toISOString() } : {}),
    ...(act.dueAt ? { dueAt: act.dueAt.toISOString() } : {}),
    ...(act.replacement === null ? {} : { replacement: act.replacement }),
    ...(act.redacts.length > 0 ? { redacts: act.redacts } : {}),
    ...(act.withdraws === null ? {} : { withdraws: act.withdraws }),
  };
}
