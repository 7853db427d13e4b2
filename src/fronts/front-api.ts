/** What the desk's screens and its server say to each other about fronts, as JSON. Types alone. `?section=` names a section's. */

export type PinJson = {
  /** As in slots.ts: "lead", "second.2", "section.world.1". */
  slot: string;
  code: number;
  /** RFC 3339, to come; from then on the place fills itself again. Null: not by itself. */
  until: string | null;
  /** Stands on the front in place of the story's headline; empty: the story's own. */
  headline: string;
  picture: boolean;
};

/** From its moment until the next one. */
export type ArrangementJson = { id: number; madeAt: string; by: string; pins: PinJson[] };

/** A story that readers get. */
export type FrontStoryJson = {
  code: number;
  headline: string;
  section: string;
  /** Its place in lists. */
  at: string;
  hasPicture: boolean;
};

/** GET /api/desk/fronts/:lang: what an editor arranged, and what fills the rest, as slots.ts and fill-front.ts take it. */
export type FrontJson = {
  /** Null: nobody has arranged it, it fills itself. */
  arrangement: ArrangementJson | null;
  newest: FrontStoryJson[];
  /** Those of the first page; a section's front shows none. */
  sections: { slug: string; name: string; stories: FrontStoryJson[] }[];
  /** The stories that the arrangement names, as far as readers get them. */
  pinned: FrontStoryJson[];
};

/** PUT /api/desk/fronts/:lang → ArrangementJson. `seen`: id of the arrangement that was read, 0: none. */
export type ArrangeAsk = { pins: PinJson[]; seen: number };

/** GET /api/desk/fronts/:lang/history: newest first, and the stories they name as far as readers get them. */
export type FrontHistoryJson = { arrangements: ArrangementJson[]; stories: FrontStoryJson[] };

/** GET /api/desk/fronts/:lang/candidates?q= (a code, or words; empty: the newest). */
export type CandidatesJson = { stories: FrontStoryJson[] };

/** POST /api/desk/fronts/:lang/preview → the page as text/html. */
export type FrontPreviewAsk = { pins: PinJson[] };
