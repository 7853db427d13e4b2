/** May it publish? A plain list, in order; the first that fails is the refusal. */
import type { Agency } from '../editions/edition.ts';
import { editionOf } from '../editions/edition.ts';
import type { Refusal } from './refusal.ts';
import type { StoryFields } from './story.ts';

export type PublishQuestion = {
  code: number | null;
  lang: string;
  fields: StoryFields;
  statedAt: Date | null;
  embargoUntil: Date | null;
  /** A lawyer has still to look at it. */
  withLawyer?: boolean;
  now: Date;
  agency: Agency;
  /** A flash is its headline; the text follows as an update. */
  flash?: boolean;
};

export function whyNotPublish(story: PublishQuestion): Refusal | null {
  // A story is its code: without one it has no address.
  if (story.code === null) return { kind: 'no-code' };
  // A reader must find words, in a language that the site speaks.
  if (!story.fields.headline) return { kind: 'no-headline' };
  if (!story.flash && !story.fields.lead && story.fields.body.content.length === 0)
    return { kind: 'no-text' };
  if (!editionOf(story.agency, story.lang)) return { kind: 'no-edition', lang: story.lang };
  // A date line in the future is a mistake of the page it was read from.
  if (story.statedAt && story.statedAt > story.now) return { kind: 'future', statedAt: story.statedAt };
  // A promise to whoever sent it: not before.
  if (story.embargoUntil && story.embargoUntil > story.now)
    return { kind: 'embargoed', until: story.embargoUntil };
  // Marked after it was scheduled, or in the seconds in which it can be undone: the mark holds.
  if (story.withLawyer) return { kind: 'with-lawyer' };
  return null;
}
