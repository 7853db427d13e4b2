/** Puts an arrangement on a front, over the one that its author saw. */
import type { Agency } from '../editions/edition.ts';
import { editionOf } from '../editions/edition.ts';
import { writeAudit } from '../people/audit.ts';
import { may } from '../people/policy.ts';
import type { Person } from '../people/session-store.ts';
import { nextActTime } from '../record/act-time.ts';
import { oneLine } from '../stories/clean-fields.ts';
import { type Refusal, type Result, refuse } from '../stories/refusal.ts';
import type { Client } from '../stories/story-store.ts';
import {
  type Arrangement,
  holdFronts,
  holdPinnable,
  insertArrangement,
  type Pin,
  readArrangement,
  tellFront,
} from './front-store.ts';
import { type FrontName, longestFrontHeadline, slotsOf } from './slots.ts';

type Deps = { db: Client; agency: Agency; now: Date; person: Person };

/** `seen`: id of the arrangement that the author saw; 0: none. Inside the caller's transaction, with its audit entry. */
export async function arrangeFront(
  { db, agency, now, person }: Deps,
  front: FrontName,
  { pins: asked, seen }: { pins: Pin[]; seen: number },
): Promise<Result<Arrangement>> {
  const sections = sectionsOn(agency, front);
  if (!sections) return refuse({ kind: 'no-such-front', ...front });
  if (!may(person, 'front.arrange', { lang: front.lang }))
    return refuse({ kind: 'not-allowed-in', what: 'front.arrange', lang: front.lang });
  await holdFronts(db);
  const before = await readArrangement(db, front);
  if ((before?.id ?? 0) !== seen)
    return refuse({ kind: 'front-changed', by: before?.by ?? '', at: before?.madeAt ?? now });
  const pins = asked.map((pin) => ({ ...pin, headline: oneLine(pin.headline) }));
  const wrong =
    whyNotSlots(pins, sections) ?? whyNotTimes(pins, now) ?? (await whyNotStories(db, front, pins));
  if (wrong) return refuse(wrong);
  const made = { madeAt: nextActTime(now, before?.madeAt ?? null), by: person.name, pins };
  const id = await insertArrangement(db, front, made);
  // Not a word of a story, nor what the front calls it: the list of changes is for ever.
  const about = {
    ...front,
    arrangement: id,
    before: before?.id ?? null,
    codes: pins.map(({ code }) => code),
  };
  await writeAudit(db, { by: person, what: 'front.arranged', about, at: now });
  await tellFront(db, front.lang);
  return { ok: true, value: { id, ...made } };
}

/** Slugs of the sections that a front shows; null: there is no such front. */
export function sectionsOn(agency: Agency, { lang, section }: FrontName): string[] | null {
  const edition = editionOf(agency, lang);
  if (!edition) return null;
  const slugs = edition.sections.map(({ slug }) => slug);
  if (section === '') return slugs;
  return slugs.includes(section) ? [] : null;
}

function whyNotSlots(pins: Pin[], sections: string[]): Refusal | null {
  const known = slotsOf(sections);
  const [slots, codes] = [new Set<string>(), new Set<number>()];
  for (const { slot, code, headline } of pins) {
    if (!known.includes(slot)) return { kind: 'no-such-slot', slot };
    if (slots.has(slot)) return { kind: 'slot-taken', slot, code };
    if (codes.has(code)) return { kind: 'twice-on-front', code };
    if (headline.length > longestFrontHeadline)
      return {
        kind: 'front-headline-too-long',
        code,
        length: headline.length,
        longest: longestFrontHeadline,
      };
    slots.add(slot);
    codes.add(code);
  }
  return null;
}

function whyNotTimes(pins: Pin[], now: Date): Refusal | null {
  const past = pins.find(({ until }) => until !== null && until <= now)?.until;
  return past ? { kind: 'time-is-past', at: past } : null;
}

async function whyNotStories(db: Client, { lang }: FrontName, pins: Pin[]): Promise<Refusal | null> {
  const there = await holdPinnable(
    db,
    pins.map(({ code }) => code),
  );
  for (const { code } of pins) {
    const story = there.find((one) => one.code === code);
    if (!story?.isPublic) return { kind: 'not-on-the-site', code };
    if (story.lang !== lang) return { kind: 'in-another-language', code, lang: story.lang };
  }
  return null;
}
