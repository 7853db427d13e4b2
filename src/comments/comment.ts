/** A reader's comment: where it can stand, and why. */

/**
 * `waiting` for a moderator; `surge`: waiting, but it came in a flood; `banned`: from somebody who was banned; `removed`: at its
 * writer's request, so that none of its words are left.
 */
export const commentStates = ['waiting', 'surge', 'published', 'rejected', 'banned', 'removed'] as const;
export type CommentState = (typeof commentStates)[number];

/** What a moderator looks through. */
export const queueStates = ['waiting', 'surge', 'published', 'rejected', 'banned'] as const;
export type QueueState = (typeof queueStates)[number];

/** Why a comment stands where a check put it. */
export type CheckReason =
  | 'read-first'
  | 'not-known'
  | 'known-good'
  | 'honeypot'
  | 'banned'
  | 'repeated'
  | 'listed-word'
  | 'doubtful-word'
  | 'links'
  | 'surge'
  | 'looks-rejected';

/** Why a moderator rejects; the writer is told nothing more than that it was. */
export const rejectReasons = ['off-topic', 'insult', 'false', 'advertising', 'private', 'other'] as const;
export type RejectReason = (typeof rejectReasons)[number];

/** Why a moderator's comment stands where it does. */
export type DecidedReason = 'approved' | 'ban' | 'requested' | RejectReason;

export type CommentReason = CheckReason | DecidedReason;

/** Letters that may be written. */
export const longestText = 3_000;
export const longestName = 60;

/** A thing that is wrong with a field of the form. */
export type FieldFault = 'empty' | 'too-long' | 'no-address';
export type FieldName = 'name' | 'email' | 'text';
export type Faults = Partial<Record<FieldName, FieldFault>>;

/** What somebody wrote into the form, made fit to be kept. */
export type Draft = {
  name: string;
  /** Empty: none was given. */
  email: string;
  text: string;
  /** Whether the writer wants to hear what became of it. */
  tell: boolean;
};
