/** The arrangement that somebody is making: changes to a list of pins. Pure. */
import { fillFront, type Placed, pinsAt } from '../../fronts/fill-front.ts';
import type { FrontJson, FrontStoryJson, PinJson } from '../../fronts/front-api.ts';
import { hasPictureRoom, showsPicture, slotsOf } from '../../fronts/slots.ts';

/** A story in hand, and the place it was taken from; null: from the candidates. */
export type Carried = { code: number; from: string | null };

/**
 * Puts a story down in a place. What is pinned there changes places with a story that was pinned elsewhere, and otherwise
 * leaves the front's arrangement; a place that filled itself goes on doing so.
 */
export function putDown(pins: readonly PinJson[], { code, from }: Carried, slot: string): PinJson[] {
  if (from === slot) return [...pins];
  const own = pins.find((pin) => pin.code === code);
  const there = pins.find((pin) => pin.slot === slot);
  const others = pins.filter((pin) => pin !== own && pin !== there);
  const put = own ? moved(own, slot) : pinOf(code, slot);
  const swapped = own && there && own !== there ? [moved(there, own.slot)] : [];
  return inOrder([...others, put, ...swapped]);
}

/** The story that came to a place by itself stays there. */
export function pinHere(pins: readonly PinJson[], code: number, slot: string): PinJson[] {
  return putDown(pins, { code, from: null }, slot);
}

export function unpin(pins: readonly PinJson[], slot: string): PinJson[] {
  return pins.filter((pin) => pin.slot !== slot);
}

export function changePin(pins: readonly PinJson[], slot: string, change: Partial<PinJson>): PinJson[] {
  return pins.map((pin) => (pin.slot === slot ? { ...pin, ...change } : pin));
}

function pinOf(code: number, slot: string): PinJson {
  return { slot, code, until: null, headline: '', picture: showsPicture(slot) };
}

/** A picture that was shown is shown where there is room for one. */
function moved(pin: PinJson, slot: string): PinJson {
  return { ...pin, slot, picture: hasPictureRoom(slot) && (pin.picture || showsPicture(slot)) };
}

/** So that two arrangements that say the same are the same. */
function inOrder(pins: PinJson[]): PinJson[] {
  return pins.toSorted((a, b) => (a.slot < b.slot ? -1 : 1));
}

export function isSame(one: readonly PinJson[], other: readonly PinJson[]): boolean {
  const said = (pins: readonly PinJson[]) =>
    JSON.stringify(
      inOrder([...pins]).map(({ slot, code, until, headline, picture }) => [
        slot,
        code,
        until && Date.parse(until),
        headline.trim(),
        picture,
      ]),
    );
  return said(one) === said(other);
}

/** Places that differ between two arrangements, in the order of the page. */
export function differences(
  front: FrontJson,
  one: readonly PinJson[],
  other: readonly PinJson[],
): { slot: string; one: PinJson | null; other: PinJson | null }[] {
  return slotsOfFront(front).flatMap((slot) => {
    const [a, b] = [one, other].map((pins) => pins.filter((pin) => pin.slot === slot)) as [
      PinJson[],
      PinJson[],
    ];
    return isSame(a, b) ? [] : [{ slot, one: a[0] ?? null, other: b[0] ?? null }];
  });
}

export function slotsOfFront(front: FrontJson): string[] {
  return slotsOf(front.sections.map(({ slug }) => slug));
}

export type OnFront = {
  /** What stands in each place; a place that has nothing is not in it. */
  placed: Map<string, Placed<FrontStoryJson, PinJson>>;
  /** How many follow as a list. */
  rest: number;
};

/** `known`: stories beside those of the front, of which pins may be. Where nobody pinned anything a section has a lead alone. */
export function fillWorking(
  front: FrontJson,
  pins: readonly PinJson[],
  known: ReadonlyMap<number, FrontStoryJson>,
  at: number,
): OnFront {
  const held = pinsAt(pins, new Date(at));
  const pinned = held.flatMap(({ code }) => known.get(code) ?? []);
  const isSectionAlone = front.sections.length === 0 && pinned.length === 0;
  const filled = fillFront(
    { pins: held, pinned, newest: front.newest, sections: front.sections },
    isSectionAlone ? { seconds: [] } : {},
  );
  const all = [
    ...(filled.lead ? [filled.lead] : []),
    ...filled.seconds,
    ...filled.sections.flatMap(({ placed }) => placed),
  ];
  return { placed: new Map(all.map((one) => [one.slot, one])), rest: filled.rest.length };
}

/** What can be put on the front: a pin whose time is over, or whose story readers do not get any more, cannot. */
export function fitPins(
  pins: readonly PinJson[],
  known: ReadonlyMap<number, FrontStoryJson>,
  at: number,
): PinJson[] {
  return pinsAt(pins, new Date(at)).filter(({ code }) => known.has(code));
}
