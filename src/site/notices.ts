/** What readers are told of a story beside its words: its corrections, clarifications, withdrawals and removals. */
import { type ActInHistory, actsThatStand } from '../record/read-history.ts';
import type { Gap } from '../record/version-store.ts';
import type { NoticeKind } from './words/record-words.ts';

export type Notice = {
  kind: NoticeKind;
  /** Place of the act in the log: names it in addresses. */
  leafIndex: number;
  at: Date;
  reasonClass: string;
  /** The sentence for readers; empty: the usual one of its kind. */
  note: string;
  noteGap: Gap | null;
  /** Redacted: names of the fields. */
  redacts: string[];
  /** Withdrawn: time of the act that was wrong. */
  of: Date | null;
};

type Told = Pick<
  ActInHistory,
  'kind' | 'state' | 'leafIndex' | 'effectiveAt' | 'reasonClass' | 'note' | 'noteGap' | 'redacts'
>;

/** Newest first. An act that was taken back is told by the act that took it back. */
export function noticesOf(acts: ActInHistory[]): Notice[] {
  return actsThatStand(acts)
    .flatMap((act) => {
      const wrong = acts.find(({ actId }) => actId === act.withdraws);
      // A killed story that came back is as it was: there is nothing to tell beside its words.
      if (act.kind === 'kill' || wrong?.kind === 'kill') return [];
      return noticeOf(act, wrong?.effectiveAt ?? null) ?? [];
    })
    .reverse();
}

/** @returns null for an act of which readers are told nothing. `of`: time of the act that it takes back. */
export function noticeOf(act: Told, of: Date | null): Notice | null {
  const kind = noticeKind(act);
  if (!kind) return null;
  const { leafIndex, effectiveAt: at, reasonClass, note, noteGap, redacts } = act;
  return { kind, leafIndex, at, reasonClass, note, noteGap, redacts, of };
}

function noticeKind({ kind, state, reasonClass, note, noteGap, redacts }: Told): NoticeKind | null {
  switch (kind) {
    case 'correct':
      return reasonClass === 'clarified' || reasonClass === 'refiled' ? reasonClass : 'corrected';
    case 'update':
      if (reasonClass === 'clarified' || reasonClass === 'refiled') return reasonClass;
      return note !== '' || noteGap ? 'updated' : null;
    case 'withdraw':
      return 'withdrawn';
    case 'redact':
      return redacts.some((field) => field !== 'note') ? 'redacted' : null;
    case 'kill':
      return state === 'removed' ? 'removed' : 'killed';
    case 'publish':
    case 'hold':
    case 'release':
      return null;
  }
}
