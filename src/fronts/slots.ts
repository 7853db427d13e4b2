/** The places of a front that an editor can give to a story. Pure: the site, the desk and the server go by it. */

/** Stories beside the lead, and of each section on an edition's first page. */
export const mostSeconds = 4;
export const mostInSection = 5;

/** An edition's first page, or with a section's slug that section's. */
export type FrontName = { lang: string; section: string };

/** "lead", "second.2", or on a first page "section.world.1": the first of a section stands above the others. */
export type Slot = string;

const count = (length: number) => Array.from({ length }, (_, at) => at + 1);

export const lead: Slot = 'lead';
export const seconds: readonly Slot[] = count(mostSeconds).map((at) => `second.${at}`);

export function sectionSlots(slug: string): Slot[] {
  return count(mostInSection).map((at) => `section.${slug}.${at}`);
}

/** In the order in which they are read. `sections`: slugs of those that the front shows; a section's own front shows none. */
export function slotsOf(sections: readonly string[]): Slot[] {
  return [lead, ...seconds, ...sections.flatMap(sectionSlots)];
}

/** Longest headline of its own that a front may give a story, in characters. */
export const longestFrontHeadline = 200;

/** Whether a front of some sections has such a place. */
export function isSlot(slot: string): boolean {
  const [, slug] = /^section\.([a-z0-9]+(?:-[a-z0-9]+)*)\.\d+$/.exec(slot) ?? [];
  return slotsOf(slug === undefined ? [] : [slug]).includes(slot);
}

export type SlotParts = { part: 'lead' | 'second' | 'section'; section: string; number: number };

export function slotParts(slot: Slot): SlotParts {
  const [, section, at] = /^section\.(.+)\.(\d+)$/.exec(slot) ?? [];
  if (section !== undefined) return { part: 'section', section, number: Number(at) };
  if (slot === lead) return { part: 'lead', section: '', number: 1 };
  return { part: 'second', section: '', number: Number(slot.slice('second.'.length)) };
}

/** Whether there is room for a picture: those below the first of a section are lines. */
export function hasPictureRoom(slot: Slot): boolean {
  const { part, number } = slotParts(slot);
  return part !== 'section' || number === 1;
}

/** Whether a story that came here by itself shows its picture. */
export function showsPicture(slot: Slot): boolean {
  return slot === lead || slot === seconds[0];
}
