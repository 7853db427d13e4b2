/** What the desk's screens and its server say to each other about comments. Times are RFC 3339. */
import type { CommentReason, QueueState, RejectReason } from './comment.ts';

/** One comment in a queue. Of an e-mail address the desk learns only that there is one. */
export type QueueRow = {
  id: number;
  state: QueueState;
  lang: string;
  name: string;
  text: string;
  sentAt: string;
  reason: CommentReason;
  /** What the reason counted or named: a word, a number of links, another comment. */
  about: string;
  /** How much it is like what was rejected, 0 to 1, and by which words. */
  likeness: number;
  because: string[];
  /** Empty: nobody yet. */
  decidedBy: string;
  decidedAt: string | null;
  /** Whether the decision can be taken back. */
  undoable: boolean;
  hasEmail: boolean;
  /** Whether its address is still known, so that it can be banned. */
  hasAddress: boolean;
  story: {
    id: number;
    code: number;
    headline: string;
    /** Whether readers get it. */
    public: boolean;
    /** That the comment's writer had, and that readers have. */
    version: number;
    newest: number;
    taken: 'open' | 'closed' | 'days' | null;
    days: number | null;
  };
  /** The comment that it answers. */
  answers: { id: number; name: string; text: string } | null;
};

/** GET /api/desk/comments?state=waiting */
export type QueueJson = {
  rows: QueueRow[];
  /** Of all, in the languages that this person looks after; more than `mostCounted` are one more than that. */
  counts: Record<QueueState, number>;
  /** The highest number in the queue that was asked for, 0 where it is empty: what came later has a higher one. */
  newest: number;
};

/** Up to which a queue is counted. */
export const mostCounted = 10_000;

/** Rows that one answer holds. */
export const mostRows = 200;

/** POST /api/desk/comments/decisions → DecidedJson. `all`: every one of a surge up to this number, in place of `ids`. */
export type DecideAsk = {
  to: 'published' | 'rejected';
  ids?: number[];
  surgeUntil?: number;
  reason?: RejectReason;
};
/** POST /api/desk/comments/undo {ids} → DecidedJson. */
export type DecidedJson = { ids: number[] };

/** POST /api/desk/comments/bans → BanJson: bans whoever wrote the comment. */
export type BanAsk = { comment: number; by: 'name' | 'address'; days: number };
export type BanJson = {
  id: number;
  kind: 'name' | 'address';
  /** Empty for an address: nobody knows it. */
  name: string;
  bannedBy: string;
  until: string;
};
/** GET /api/desk/comments/bans */
export type BansJson = { bans: BanJson[] };

/** PUT /api/desk/comments/stories/:code. `taken` null: as the settings say. */
export type StoryRuleAsk = { taken: 'open' | 'closed' | 'days' | null; days: number | null };

/** POST /api/desk/comments/of-person: what a person asks of us about the comments that came with this address. */
export type PersonAsk = { email: string; what: 'export' | 'erase' };
export type PersonJson = {
  comments: {
    id: number;
    story: number;
    lang: string;
    name: string;
    text: string;
    sentAt: string;
    state: string;
    tell: boolean;
  }[];
};
