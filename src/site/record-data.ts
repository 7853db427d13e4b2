/** What the pages of the record are made from: plain data, already loaded. */
import type { PublicState } from '../record/act.ts';
import type { ActInHistory } from '../record/read-history.ts';
import type { Gap } from '../record/version-store.ts';
import type { BlockDifference } from '../text/body-difference.ts';
import type { Piece } from '../text/word-difference.ts';
import type { Notice } from './notices.ts';
import type { FieldName } from './words/record-words.ts';

export type Withheld = Exclude<PublicState, 'public'>;

/** Stands at every address of a story that readers do not get. None of the story's words is in it. */
export type TombstoneData = {
  code: number;
  lang: string;
  state: Withheld;
  /** Number of the newest version. */
  version: number;
  /** Place in the log of the act that took the story away. */
  leafIndex: number;
  firstAt: Date;
  at: Date;
  reasonClass: string;
  note: string;
  noteGap: Gap | null;
  /** The story in its place; `headline` null: it is withheld too. */
  replacement: { code: number; href: string; headline: string | null; actId: number | null } | null;
};

export type HistoryPageData = {
  code: number;
  lang: string;
  /** Path of the story as it is now. */
  href: string;
  /** Null: readers do not get the story. */
  headline: string | null;
  tombstone: TombstoneData | null;
  /** Newest first. Of a withheld story without sentences, but for the one that says why it is. */
  acts: (ActInHistory & {
    /** Withdraw: when the act was that it took back. */
    of: Date | null;
    /** Whose stated time it goes by; empty: nobody is named. */
    statedBy: string;
    /** The story's at that act; empty: it had none, or readers do not get it. */
    byline: string;
  })[];
  /** Versions that can be read, oldest first. */
  versions: { version: number; at: Date }[];
};

export type FieldDifference =
  /** A gap in one of the versions, or in both. */
  | { field: FieldName; kind: 'gap'; gaps: { version: number; gap: Gap }[] }
  | { field: FieldName; kind: 'words'; pieces: Piece[] }
  | { field: FieldName; kind: 'body'; blocks: BlockDifference[] }
  /** The words are the same; links or other marks are not. */
  | { field: FieldName; kind: 'marks' };

export type ComparisonData = {
  code: number;
  lang: string;
  from: { version: number; at: Date };
  to: { version: number; at: Date };
  /** Fields in which the versions differ, in the order of the story. */
  differences: FieldDifference[];
  unchanged: FieldName[];
  versions: { version: number; at: Date }[];
};

export type Correction = {
  code: number;
  lang: string;
  href: string;
  /** Null: readers do not get the story. */
  headline: string | null;
  gone: Withheld | null;
  notice: Notice;
};

export type CorrectionsPageData = {
  corrections: Correction[];
  newer: string | null;
  older: string | null;
};
