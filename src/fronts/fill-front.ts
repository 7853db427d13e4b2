/** Which story stands where on a front: what is pinned where it is pinned, the rest newest first, each story once. Pure. */
import { lead as leadSlot, seconds as secondSlots, sectionSlots, slotsOf } from './slots.ts';

/** Somebody's word that a story stands in a place. `until`: an instant, or null. */
export type Pinned = { slot: string; code: number; until: Date | string | null };

export type Placed<Story, Pin> = { slot: string; story: Story; pin: Pin | null };

export type FilledFront<Story, Pin> = {
  lead: Placed<Story, Pin> | null;
  seconds: Placed<Story, Pin>[];
  /** Those that have a story, in the edition's order. */
  sections: { slug: string; placed: Placed<Story, Pin>[] }[];
  /** What found no place, newest first. */
  rest: Story[];
};

export type ToFill<Story, Pin> = {
  pins: readonly Pin[];
  /** The stories that pins name, as far as readers get them. */
  pinned: readonly Story[];
  /** Newest first. */
  newest: readonly Story[];
  /** Of each section of the front, newest first. */
  sections: readonly { slug: string; stories: readonly Story[] }[];
};

/** Those that hold at a moment: a time that was said is over when it comes. */
export function pinsAt<Pin extends Pinned>(pins: readonly Pin[], at: Date): Pin[] {
  return pins.filter(({ until }) => until === null || new Date(until) > at);
}

/** When the first of the pins that hold at a moment ends; null: none does by itself. */
export function nextEnd(pins: readonly Pinned[], at: Date): Date | null {
  const ends = pinsAt(pins, at).flatMap(({ until }) => (until === null ? [] : [new Date(until).getTime()]));
  return ends.length > 0 ? new Date(Math.min(...ends)) : null;
}

/**
 * A pin whose story readers do not get, or whose place the front does not have, is as if it were not there. Places for which
 * there is no story are left out, so that no gap is shown; a front that has a story has a lead.
 */
export function fillFront<Story extends { code: number }, Pin extends Pinned>(
  { pins, pinned, newest, sections }: ToFill<Story, Pin>,
  { seconds = secondSlots }: { seconds?: readonly string[] } = {},
): FilledFront<Story, Pin> {
  const places = new Set(slotsOf(sections.map(({ slug }) => slug)));
  const taken = new Set<number>();
  const bySlot = new Map<string, Placed<Story, Pin>>();
  for (const pin of pins) {
    const story = pinned.find(({ code }) => code === pin.code);
    if (!story || !places.has(pin.slot) || bySlot.has(pin.slot) || taken.has(pin.code)) continue;
    taken.add(pin.code);
    bySlot.set(pin.slot, { slot: pin.slot, story, pin });
  }
  const fill = (slots: readonly string[], stories: readonly Story[]): Placed<Story, Pin>[] =>
    slots.flatMap((slot) => {
      const there = bySlot.get(slot);
      if (there) return [there];
      const story = stories.find(({ code }) => !taken.has(code));
      if (!story) return [];
      taken.add(story.code);
      return [{ slot, story, pin: null }];
    });
  const [lead = null] = fill([leadSlot], newest);
  const beside = fill(
    secondSlots.filter((slot) => seconds.includes(slot) || bySlot.has(slot)),
    newest,
  );
  const filled = sections.map(({ slug, stories }) => ({ slug, placed: fill(sectionSlots(slug), stories) }));
  const front = {
    lead,
    seconds: beside,
    sections: filled,
    rest: newest.filter(({ code }) => !taken.has(code)),
  };
  const whole = lead ? front : withLead(front);
  return { ...whole, sections: whole.sections.filter(({ placed }) => placed.length > 0) };
}

/** Where every story is pinned elsewhere, the first of them leads. */
function withLead<Story, Pin>(front: FilledFront<Story, Pin>): FilledFront<Story, Pin> {
  const [first] = [...front.seconds, ...front.sections.flatMap(({ placed }) => placed)];
  if (!first) return front;
  const others = (placed: Placed<Story, Pin>[]) => placed.filter((one) => one !== first);
  return {
    ...front,
    lead: first,
    seconds: others(front.seconds),
    sections: front.sections.map(({ slug, placed }) => ({ slug, placed: others(placed) })),
  };
}
