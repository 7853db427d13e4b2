/** What the agenda's screen and its server say to each other, as JSON under `/api/planning`. Times are RFC 3339 in UTC. */

export type CoverageWhat = 'text' | 'picture' | 'video' | 'audio';

export type Coverage = {
  id: number;
  /** Empty: nobody yet. */
  who: string;
  what: CoverageWhat;
  dueAt: string | null;
  story: { id: number; code: number | null; headline: string } | null;
};

export type PlannedEvent = {
  id: number;
  title: string;
  place: string;
  startsAt: string;
  endsAt: string | null;
  desk: string;
  about: string;
  cancelledAt: string | null;
  revision: number;
  coverages: Coverage[];
};

/** GET /api/planning/agenda?day=2026-03-14&days=7: the days of the agency's zone, each with its events in order. */
export type AgendaJson = { days: { day: string; events: PlannedEvent[] }[] };

/**
 * POST /api/planning/events, PUT /api/planning/events/:id (with the `revision` that was read). The coverages are the
 * whole list: those with an id stay, others are new, what is left out goes.
 */
export type EventAsk = {
  title: string;
  place: string;
  startsAt: string;
  endsAt: string | null;
  desk: string;
  about: string;
  cancelled: boolean;
  coverages: {
    id?: number;
    who: string;
    what: CoverageWhat;
    dueAt: string | null;
    storyCode: number | null;
  }[];
  revision?: number;
};

/** POST /api/planning/agenda-link: the address for a calendar program; the one before leads nowhere from now on. */
export type AgendaLinkJson = { url: string };
