/** What the pages are made from: plain data, already loaded. Rendering a page is a pure function of one of these. */
import type { StoryComments } from '../comments/shown-comments.ts';
import type { PageSettings } from '../editions/agency-pages.ts';
import type { Agency, Edition } from '../editions/edition.ts';
import type { PublicState } from '../record/act.ts';
import type { Gap } from '../record/version-store.ts';
import type { Subject, Thread } from '../stories/story.ts';
import type { Focal, StoryText } from '../text/story-text.ts';
import type { ArchiveSpan } from './archive-span.ts';
import type { Gone } from './list-store.ts';
import type { NamedList } from './named-list.ts';
import type { Notice } from './notices.ts';
import type { PageCheckpoint } from './page-checkpoint.ts';
import type { PastMoment } from './public-at.ts';

/** What every page needs for its masthead, foot and head. */
export type Frame = {
  agency: Agency;
  edition: Edition;
  /** `PUBLIC_URL` without a slash at its end. */
  publicUrl: string;
  /** Path of this page, from the root. */
  path: string;
  /** The agency's present day, YYYY-MM-DD: the masthead prints it. */
  today: string;
  /** Addresses of the style sheet, of the script that a story may run (null: none) and of the fonts, with their content hash. */
  assets: {
    css: string;
    printCss: string | null;
    reader: string | null;
    fonts: { latin: string; cyrillic: string; arabic: string };
  };
  /** Stands in the masthead in place of the agency's name in letters; null: the name. */
  logo: PageLogo | null;
  /** Newest acts for the tape; only fronts show it. */
  tape: TapeEntry[];
  /** The past moment that the page shows; null: now. */
  moment: PastMoment | null;
  /** IANA zone in which the reader wants times beside the agency's; none: the agency's alone. */
  there?: string | null;
  /** What the agency says of itself and of old stories. */
  pages: PageSettings;
  /** The signed head of the log that covers the newest act the page shows; null: it shows none. */
  checkpoint: PageCheckpoint | null;
  /** Whether mail goes out: only then is it offered. */
  sendsMail?: boolean;
};

/** A logo at its address, with its size in CSS pixels; `dark` null: the same on dark paper. */
export type PageLogo = { light: DrawnLogo; dark: DrawnLogo | null };
type DrawnLogo = { href: string; width: number; height: number };

/** `gone`: readers do not get the story now, so its entry has no words but its code. */
export type TapeEntry = {
  code: number;
  headline: string;
  href: string;
  at: Date;
  kind: string;
  reasonClass?: string;
  gone?: Exclude<PublicState, 'public'> | null;
  actId: number;
};

/** One story in a list. `href` is its full path. */
export type StoryInList = {
  code: number;
  lang: string;
  href: string;
  headline: string;
  lead: string;
  credit: string;
  dateline: string;
  section: string;
  /** `effectiveAt` as a UTC instant. */
  at: Date;
  picture: PagePicture | null;
  /** The newest act that the entry shows. */
  actId: number;
  /** A past list keeps the place of a story that was taken back since, without its words; else null. */
  gone: Gone | null;
};

/** A stored picture with the widths in which it can be asked for: `/picture/{hash}/{width}.{jpg|webp|avif}`. Cut, it has a focal point. */
export type PagePicture = {
  hash: string;
  alt: string;
  caption: string;
  credit: string;
  width: number;
  height: number;
  widths: number[];
  /** Around which it is cut where lists show it; null: they show it whole. */
  focal: Focal | null;
};

export type StoryPageData = {
  code: number;
  lang: string;
  /** Version shown, from 1. */
  version: number;
  href: string;
  headline: string;
  lead: string;
  body: StoryText;
  dateline: string;
  credit: string;
  byline: string;
  section: { slug: string; name: string } | null;
  topics: { slug: string; name: string }[];
  subjects: Subject[];
  thread: Thread | null;
  /** `effectiveAt`, the time on the date line. */
  at: Date;
  /** Time of the newest version where it is not the first, else null. */
  updatedAt: Date | null;
  /** Whether the version shown is a correction of the one before. */
  corrected: boolean;
  /** What readers are told of it beside its words, newest first. */
  notices: Notice[];
  /** Fields whose words were removed by law: they are empty, or have a neutral phrase in their place. */
  gaps: Gap[];
  /** Pictures of the body by hash. */
  pictures: Map<string, PagePicture>;
  translations: { lang: string; name: string; href: string; headline: string }[];
  /** Those of its thread that came just before and just after it, in order of time. */
  threadBefore: StoryInList[];
  threadAfter: StoryInList[];
  /** Other stories: those that share its topics, and the newest of its section. */
  related: StoryInList[];
  /** Null: it takes none and has none, or the page shows none. */
  comments: StoryComments | null;
  /** Whether any of them shares a topic with it. */
  sharesTopics: boolean;
  /** Acts that the page shows, its own and others'. */
  actIds: number[];
};

/** What an editor said of one place of a front. */
export type FrontPin = {
  slot: string;
  code: number;
  until: Date | null;
  /** Stands in place of the story's headline; empty: the story's own. */
  headline: string;
  picture: boolean;
};

export type FrontPageData = {
  /** Newest first. */
  stories: StoryInList[];
  /** Newest of each section of the edition, in its order. */
  sections: { slug: string; name: string; stories: StoryInList[] }[];
  /** Those that hold at the moment that is shown; empty: the front fills itself. */
  pins: FrontPin[];
  /** The stories that pins name, as far as readers get them. */
  pinned: StoryInList[];
};

export type ListPageData = {
  kind: NamedList['list'];
  slug: string;
  title: string;
  stories: StoryInList[];
  /** What editors arranged above the list; null: it has no head. Pins as on a first page. */
  head: Pick<FrontPageData, 'pins' | 'pinned'> | null;
  /** Paths of the neighbouring pages of the list, null where there is none. */
  newer: string | null;
  older: string | null;
};

/** A place in the archive: all of it, a year, a month or a day. */
export type ArchivePageData = {
  path: string;
  /** Null: all of it. */
  span: ArchiveSpan | null;
  /** Years, months or days that it has; `stories` null: not counted. Of a day: none. */
  parts: { span: ArchiveSpan; stories: number | null }[];
  /** Of a day, newest first. */
  stories: StoryInList[];
  /** Of all stories in it. */
  count: number;
  /** The nearest of its kind that have stories. */
  earlier: ArchiveSpan | null;
  later: ArchiveSpan | null;
  /** Paths of the neighbouring pages of a day. */
  newer: string | null;
  older: string | null;
};

type SearchHit = StoryInList & {
  /** Words around the hit; `hit` parts are to be marked. Empty: none of its own words was asked for. */
  snippet: { text: string; hit: boolean }[];
};

export type SearchPageData = {
  /** What the form shows again, as it was typed. */
  typed: Record<'q' | 'lang' | 'section' | 'topic' | 'byline' | 'code' | 'from' | 'to' | 'sort', string>;
  /** `date`: the browser's own calendar, which knows the Gregorian one alone. */
  dayField: 'date' | 'text';
  dayExample: string;
  /** Paths of the same question in either order. */
  orders: { date: string; relevance: string };
  /** Exact up to 1,000; null where nothing was asked yet. */
  count: number | null;
  more: boolean;
  hits: SearchHit[];
  /** Those that only have words that begin with the last one of the question, `word`. */
  widened: { hits: SearchHit[]; total: { count: number; more: boolean }; word: string } | null;
  /** Paths of the first page, where this is another, and of the next one. */
  first: string | null;
  next: string | null;
  /** What the reader should know of how it was answered, a sentence each. */
  remarks: string[];
  /** The question in another spelling, which finds more. */
  offer: { text: string; href: string } | null;
  /** What the addresses of its feeds end with, from the question mark on; null: it has none. */
  feed: string | null;
  /** Why it cannot be asked, in the reader's language, or null. */
  wrong: string | null;
};
