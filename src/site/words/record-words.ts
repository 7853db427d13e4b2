/** Words for what the record shows to readers: corrections, versions, histories, tombstones. */
import type { ActKind, PublicState } from '../../record/act.ts';
import type { StoryFields } from '../../stories/story.ts';

/** What readers are told of a story beside its words. */
export type NoticeKind =
  | 'corrected'
  | 'clarified'
  | 'refiled'
  | 'updated'
  | 'withdrawn'
  | 'redacted'
  | 'killed'
  | 'removed';

export type ReasonClass =
  | 'corrected'
  | 'clarified'
  | 'refiled'
  | 'checking'
  | 'checked'
  | 'legal'
  | 'embargo-broken'
  | 'rights'
  | 'withdrawn'
  | 'inaccurate'
  | 'duplicate'
  | 'privacy'
  | 'safety'
  | 'mistaken';

/** What can be removed: the fields of a story and the sentence of an act. */
export type FieldName = keyof StoryFields | 'note';

type Withheld = Exclude<PublicState, 'public'>;

/** `when`: a day with its time; `day`: a day alone; both in words. */
export type RecordWords = {
  /** Who acted, and what it was: "Corrected by Ana Moss". */
  acted: Record<ActKind, (by: string) => string>;
  imported: string;
  /** Who acted where no person is named. */
  desk: string;
  reasons: Record<ReasonClass, string>;
  reason: (reason: string) => string;
  fields: Record<FieldName, string>;
  /** Several names in one sentence: "headline and lead". */
  and: (names: string[]) => string;

  /** The box on a corrected story */
  notices: string;
  labels: Record<Exclude<NoticeKind, Withheld>, string>;
  /** Where nobody wrote a sentence. */
  sentences: Record<'corrected' | 'clarified' | 'refiled' | 'updated', string>;
  setBack: (when: string) => string;
  removed: (fields: string) => string;
  sentenceGone: (day: string, reason: string) => string;
  correctedOn: (when: string) => string;

  /** The list of corrections */
  corrections: string;
  correctionsText: string;
  noCorrections: string;
  correctionsFeed: (agency: string) => string;

  /** A story's history */
  history: string;
  historyOf: (code: string) => string;
  /** The time before it is as `by` stated it; empty: nobody is named. */
  recordedOn: (when: string, by: string) => string;
  importedOn: (when: string, by: string) => string;
  dueAt: (due: string, done: string) => string;
  onTime: (due: string) => string;
  replacedBy: (story: string) => string;
  undid: (when: string) => string;
  compare: string;
  compareWith: (version: string) => string;
  older: string;
  newer: string;

  /** Two versions side by side */
  compared: (older: string, newer: string) => string;
  sameVersion: string;
  noDifference: string;
  unchanged: (fields: string) => string;
  onlyMarks: string;
  /** Read out before what one version has and the other has not. */
  gone: string;
  added: string;
  wrongVersions: (newest: string) => string;

  /** One version at its own address */
  versionLine: (version: string, when: string) => string;
  versionHint: string;
  toPresent: string;
  toHistory: string;

  /** A notice in the place of a story */
  tombstones: Record<
    Withheld,
    { title: string; label: string; said: (when: string) => string; text: string }
  >;
  instead: string;

  /** What a redaction left */
  gap: (field: FieldName, day: string, reason: string) => string;
  headlineGone: string;
};
