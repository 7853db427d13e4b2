/** What every act begins with: the story is held, what happened to it is read, and the rules are asked. */
import type { Agency } from '../editions/edition.ts';
import type { ActKind, PublicState, SoFar } from '../record/act.ts';
import { hasAbsentWords, readSoFar } from '../record/record-store.ts';
import { oneLine } from './clean-fields.ts';
import { readReasonClass, reasonClasses } from './reason-class.ts';
import { type Result, refuse } from './refusal.ts';
import { type Client, lockStory, type StoryRow } from './story-store.ts';
import { stateAfter } from './what-may-follow.ts';

export type ActDeps = { db: Client; agency: Agency; now: Date };

export type ActRequest = {
  storyId: number;
  by: string;
  /** One of the classes that this kind of act has; empty: the usual one. */
  reasonClass?: string | undefined;
  /** One sentence for readers. */
  note?: string | undefined;
  /** Id of the newest act that its author saw; the act is refused where there is a newer one. Undefined: any. */
  basedOn?: number | null | undefined;
  /** Revision of the draft that its author saw; the act is refused where it was saved since. Undefined: any. */
  revision?: number | undefined;
  /** Published as a flash: the headline alone is enough. */
  flash?: boolean | undefined;
  /** When a scheduled act was due, if the record says so. */
  dueAt?: Date | null | undefined;
};

export type Begun = {
  story: StoryRow;
  soFar: SoFar;
  /** The state that the act leads to. */
  state: PublicState;
  reasonClass: string;
  note: string;
  by: string;
  dueAt: Date | null;
};

export type Acted = { code: number; version: number; actId: number; actedAt: Date };

/** Longest sentence for readers, in characters. */
export const longestNote = 1_000;

/** Inside the caller's transaction, until whose end nobody else can act on the story. */
export async function beginAct(db: Client, kind: ActKind, asked: ActRequest): Promise<Result<Begun>> {
  const story = await lockStory(db, asked.storyId);
  if (!story) return refuse({ kind: 'no-such-story' });
  const soFar = await readSoFar(db, story.id);
  const { code } = story;
  const said = asked.reasonClass ?? '';
  const reasonClass = readReasonClass(kind, said);
  if (reasonClass === null)
    return refuse({ kind: 'no-such-reason', act: kind, said, known: reasonClasses[kind] });
  if (
    code !== null &&
    asked.basedOn !== undefined &&
    asked.basedOn !== (soFar.last?.actId ?? null) &&
    soFar.last
  )
    return refuse({ kind: 'acted-since', code, last: soFar.last });
  const state = stateAfter(soFar, { kind, reasonClass });
  if (state === null)
    return refuse(
      code === null || soFar.last === null
        ? { kind: 'not-published', code }
        : { kind: 'may-not-follow', code, act: kind, soFar },
    );
  // What was taken over from an export without its words has none to come back with.
  if ((kind === 'release' || kind === 'withdraw') && (await hasAbsentWords(db, story.id)))
    return refuse({ kind: 'words-absent', code: coded(story).code });
  const note = oneLine(asked.note ?? '');
  if (note.length > longestNote)
    return refuse({ kind: 'note-too-long', length: note.length, longest: longestNote });
  return {
    ok: true,
    value: {
      story,
      soFar,
      state,
      reasonClass,
      note,
      by: oneLine(asked.by) || 'desk',
      dueAt: asked.dueAt ?? null,
    },
  };
}

/** A story with a code, as every published one is. */
export function coded(story: StoryRow): StoryRow & { code: number } {
  if (story.code === null) throw new Error(`Story ${story.id} has acts but no code.`);
  return { ...story, code: story.code };
}

/** Facts that most acts do not have. */
export const noFacts = { statedAt: null, replacement: null, redacts: [], withdraws: null };
