/** What the desk's screens and its server say to each other about threads, as JSON. Types alone. */
import type { DeskRow } from '../desk/desk-api.ts';
import type { ActKind } from '../record/act.ts';

/** GET /api/desk/threads?lang=en: running events, the one that was written of last first. */
export type ThreadsJson = { threads: ThreadJson[] };

export type ThreadJson = {
  slug: string;
  /** What its newest story calls it. */
  name: string;
  /** Stories of the last weeks. */
  stories: number;
  /** The newest save or act on one of them. */
  lastAt: string;
};

/** GET /api/desk/threads/:lang/:slug: all that happened in it, in order of time. 404: nobody has a story of it. */
export type ThreadTimelineJson = {
  slug: string;
  name: string;
  lang: string;
  /** Its stories, each once. */
  rows: DeskRow[];
  entries: ThreadEntry[];
};

/** An act on a story, or the newest save of a draft: that comes last, whatever the time. */
export type ThreadEntry = { story: number; at: string; kind: ActKind | 'draft'; version: number; by: string };
