/**
 * What the desk's screens and its server say to each other, as JSON under `/api/desk`. Types alone: both sides import this
 * file, neither has another idea of it. Times are RFC 3339 in UTC; ids are the database's, codes are readers'.
 */

import type { EditionDates } from '../editions/edition-dates.ts';
import type { StyleRule } from '../house-style/house-style.ts';
import type { RoleNames } from '../people/role-setting.ts';
import type { ActKind, PublicState } from '../record/act.ts';
import type { FieldDifference } from '../site/record-data.ts';
import type { StoryFields } from '../stories/story.ts';
import type { Direction } from '../text/story-text.ts';
import type { TemplatePlace } from './templates.ts';

/** Every refusal: what happened, to which story, what to do next. The status is 4xx. */
export type RefusalJson = { error: { kind: string; sentence: string } };

/** GET /api/desk/setup: what every screen needs to know once. */
export type DeskSetup = {
  zone: string;
  /** True while the installation holds the invented agency. */
  sample: boolean;
  publicUrl: string;
  editions: {
    lang: string;
    dir: Direction;
    name: string;
    agency: string;
    sections: { slug: string; name: string }[];
    dates: EditionDates;
  }[];
  desks: Desk[];
  /** What the house calls its roles, where it has words of its own. */
  roleNames: RoleNames;
  /** What a new story may begin with. `name` empty: the desk has a word for it. */
  templates: (TemplatePlace & { id: string; name: string })[];
  /** The reason classes that each kind of act may have; the first is meant where none is said. */
  reasonClasses: Record<ActKind, readonly string[]>;
  /** Longest texts in characters, by channel and field; null: no bound. */
  limits: Limits;
  /** Names of the fields that a redaction can name. */
  redactable: string[];
};

export type Desk = { slug: string; name: string; stages: Stage[] };
export type Stage = { slug: string; name: string };
export type Limits = Record<string, Partial<Record<'headline' | 'lead' | 'body', number>>>;

/** 1 (most urgent) to 9, as the IPTC's urgency; 5 is usual. */
export type Priority = number;

/** GET /api/desk/rows, GET /api/desk/rows?ids=1,2: one line of monitoring. */
export type DeskRow = {
  id: number;
  /** Null: its own code was taken. */
  code: number | null;
  lang: string;
  headline: string;
  slug: string;
  /** Slug of its thread, by the draft or by what readers have; empty: none. */
  thread: string;
  desk: string;
  /** Where its draft stands; null: nothing of it is in work. */
  stage: string | null;
  /** What readers get; null: never published. */
  state: PublicState | null;
  /** The next act to come. */
  due: { id: number; kind: ActKind; at: string; undoable: boolean } | null;
  embargoUntil: string | null;
  priority: Priority;
  /** A lawyer has to look at it before it goes out. */
  legal: boolean;
  /** Words of the draft, or of what is public. */
  words: number;
  /** Newest public version, 0: none. */
  version: number;
  /** The newest save or act, and whose it was. */
  changedAt: string;
  changedBy: string;
  /** People who have it open; the first is writing. */
  openBy: { id: string; name: string; writing: boolean }[];
};

export type DeskRows = { rows: DeskRow[] /** Of all; there may be more than `rows` has. */; total: number };

/**
 * GET /api/desk/events (text/event-stream). `hello` once; `stories` when something that a row shows has changed: read
 * these rows again (a row that is not in the answer is gone); `setup` when settings have changed; `fronts`
 * when somebody arranged a front of that edition.
 */
export type DeskEvent =
  | { event: 'hello'; data: { now: string } }
  | { event: 'stories'; data: { ids: number[] } }
  | { event: 'comments'; data: Record<string, never> }
  | { event: 'setup'; data: Record<string, never> }
  | { event: 'fronts'; data: { lang: string } };

/** POST /api/desk/stories → NewStoryJson. `from`: a follow-up or copy of another story, or its translation. */
export type NewStoryAsk = {
  lang: string;
  desk: string;
  /** The id of one that is offered on the desk in the language. */
  template?: string;
  from?: { id: number; as: 'copy' | 'follow-up' | 'translation' };
  /** It goes out as soon as it has words: refused where this person may not send one there. */
  flash?: boolean;
};
export type NewStoryJson = { id: number; code: number | null };

/** GET /api/desk/stories/:id */
export type DeskStory = {
  row: DeskRow;
  /** The draft, or what is public where there is none; `revision` 0: a save begins a draft. */
  fields: StoryFields;
  revision: number;
  savedAt: string | null;
  savedBy: string | null;
  doubts: string[];
  acts: ActJson[];
  scheduled: ScheduledJson[];
  notes: NoteJson[];
  /** Texts that were kept when two people had written: newest first. */
  copies: CopyJson[];
  /** Other languages of it. */
  translations: { id: number; code: number | null; lang: string; headline: string; version: number }[];
  /** What it was translated from, at which version, and which is the newest now. */
  source: { id: number; lang: string; headline: string; atVersion: number; version: number } | null;
  /** Acts that this person may do now, by the story's state and his grants. */
  /** `handIn`: to the next stage of its desk; `place`: to any. */
  may: { write: boolean; acts: ActKind[]; handIn: boolean; place: boolean };
};

export type ActJson = {
  actId: number;
  kind: ActKind;
  version: number;
  madeVersion: boolean;
  at: string;
  by: string;
  reasonClass: string;
  note: string;
};
export type ScheduledJson = {
  id: number;
  kind: ActKind;
  dueAt: string;
  by: string;
  state: 'waiting' | 'done' | 'refused' | 'cancelled';
  outcome: string;
  undoable: boolean;
};
export type NoteJson = { id: number; by: string; at: string; text: string };
export type CopyJson = {
  id: number;
  by: string;
  at: string;
  why: 'take-over' | 'saved-since';
  fields: StoryFields;
};

/** PUT /api/desk/stories/:id/draft. 200 SavedJson; 409 SavedSinceJson: nothing was written, and nothing is lost. */
export type SaveAsk = { fields: StoryFields; revision: number; tab: string };
export type SavedJson = { revision: number; savedAt: string };
export type SavedSinceJson = RefusalJson & {
  present: { fields: StoryFields; revision: number; savedAt: string | null; savedBy: string | null };
};

/** POST /api/desk/stories/:id/copies: keeps a text that lost, whole, beside the draft. */
export type CopyAsk = { fields: StoryFields; why: CopyJson['why'] };

/** PUT /api/desk/stories/:id/place: only what is named changes. */
export type PlaceAsk = {
  desk?: string;
  stage?: string;
  priority?: Priority;
  slug?: string;
  legal?: boolean;
  embargoUntil?: string | null;
};

/** POST /api/desk/stories/:id/notes. Never leaves the building. */
export type NoteAsk = { text: string };

/**
 * POST /api/desk/stories/:id/open, again every 10 s while the tab has it open; DELETE …/open?tab=. `write`: asks for the
 * pen; `take`: takes it from whoever has it. 30 s after the last call a tab is gone.
 */
export type OpenAsk = { tab: string; write: boolean; take?: boolean };
export type OpenJson = {
  /** Whether this tab has the pen. */
  mine: boolean;
  /** Who has it; null: nobody. */
  pen: { person: string; name: string; tab: string; since: string } | null;
  others: { id: string; name: string }[];
};

/** GET /api/desk/stories/:id/preflight?kind=publish: the rules in order, the failed ones and those that held. */
export type PreflightJson = { checks: Check[] /** No check says stop. */; ready: boolean };
export type Check = {
  rule:
    | 'headline'
    | 'text'
    | 'dateline'
    | 'credit'
    | 'alt'
    | 'language'
    | 'embargo'
    | 'legal'
    | 'length'
    | 'glued'
    | 'style'
    | 'links'
    | 'dates'
    | 'subjects'
    | 'thread'
    /** What readers are told of an act: the panel's own rule, as the act is still being written. */
    | 'note';
  outcome: 'held' | 'look' | 'stop';
  /** For `look` and `stop`: what, where, what to do. */
  sentence: string;
  field: keyof StoryFields | null;
  /** What it is about, as it stands in that field. */
  words?: string;
};

/**
 * POST /api/desk/stories/:id/acts. The act waits ten seconds (`undoable`) unless it is a flash, a hold or a kill, `now` is
 * said, or `at` names a later time. `revision`: of the draft that was read; refused where it was saved since. `basedOn`: the newest act that was read.
 */
export type ActAsk = {
  kind: ActKind;
  reasonClass?: string;
  note?: string;
  basedOn: number | null;
  revision?: number;
  replacement?: number | null;
  fields?: string[];
  at?: string;
  embargo?: boolean;
  flash?: boolean;
  now?: boolean;
};
export type ActedJson =
  | { done: { code: number; version: number; at: string; actId: number } }
  | { waiting: { id: number; dueAt: string; undoable: boolean } };
/** POST /api/desk/stories/:id/scheduled/:scheduled/now → ActedJson; DELETE …/scheduled/:scheduled → 204: undone. */

/** GET /api/desk/stories/:id/versions/:n, and the difference: GET …/difference?from=3&to=draft (default: newest, draft). */
export type VersionJson = { version: number; fields: Partial<StoryFields>; at: string };
export type DifferenceJson = { from: number; to: number | 'draft'; fields: FieldDifference[] };

/** POST /api/desk/stories/:id/preview → the page as readers will get it (text/html), or the wire's text (text/plain). */
export type PreviewAsk = { fields: StoryFields; as: 'full' | 'lite' | 'print' | 'feed' | 'wire' };

/** POST /api/desk/paste: outside HTML or text made clean; glued words are marked, not changed. */
export type PasteAsk = { html?: string; text?: string; lang: string };
export type PasteJson = { body: StoryFields['body']; glued: Glued[] };
/**
 * POST /api/desk/glued: what is glued in each text, and what the house writes otherwise. Offsets count UTF-16 units in the text.
 */
export type GluedAsk = { texts: string[]; lang: string };
export type GluedJson = { glued: Glued[][] };
export type Glued = {
  at: number;
  before: string;
  after: string;
  /** 0 to 1. */
  confidence: number;
  /** Lost spaces, or a rule of the house's style. */
  rule: 'glued' | StyleRule;
};

/** POST /api/desk/dates: a body with its relative dates resolved against the agency's day. */
export type DatesAsk = Pick<StoryFields, 'headline' | 'lead' | 'body'> & { lang: string };
export type DatesJson = {
  body: StoryFields['body'];
  /** What was resolved now, in reading order; `whole`: in words of the story's language, null: the words say it all. */
  resolved: { words: string; whole: string | null }[];
  /** Words of the text that may mean more than one day, or none: they are left to the writer. */
  inDoubt: string[];
  /** Those of headline and lead, which are plain text and have no place for what a date stands for. */
  toReword: { field: 'headline' | 'lead'; words: string; whole: string }[];
};

/** POST /api/desk/pictures (the file's bytes, its type in Content-Type). */
export type PictureJson = {
  picture: string;
  width: number | null;
  height: number | null;
  /** From the file's own IPTC metadata; empty: it says nothing. */
  caption: string;
  credit: string;
};

/** GET /api/me/views; PUT /api/me/views/:name takes one without its name, DELETE forgets it. */
export type SavedViews = { views: SavedView[] };
export type SavedView = {
  name: string;
  /** Of monitoring: a filter that is not named is not set. */
  filters: Record<string, string | boolean>;
  shape: 'list' | 'columns';
};

/** GET /api/desk/search?q= (a code, or words of a headline), newest first. */
export type FoundJson = { rows: DeskRow[] };
