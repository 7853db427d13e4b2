/** `?zone=`: the zone in which a reader wants a story's times beside the agency's, and the zones to choose from. Pure. */
import { offsetAt } from '../dates/zoned-time.ts';
import { pastQuery } from './moment.ts';
import type { PastMoment } from './public-at.ts';
import type { Words } from './words/catalogue.ts';

/** Asked right: an IANA name in its usual spelling, or null for none. Not ok: there is no such zone. */
export type AskedZone = { ok: true; zone: string | null } | { ok: false };

export function readZone(query: URLSearchParams): AskedZone {
  const asked = query.get('zone') ?? '';
  if (asked === '') return { ok: true, zone: null };
  const zone = asked.length <= 64 && /^[a-z_]+(\/[a-z\d_+-]+)*$/i.test(asked) ? knownZone(asked) : null;
  return zone ? { ok: true, zone } : { ok: false };
}

function knownZone(name: string): string | null {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

/** As it stands in an address. */
export function zoneQuery(zone: string): string {
  return `zone=${encodeURIComponent(zone).replaceAll('%2F', '/')}`;
}

/** What an address ends with for a story as a reader sees it: the moment and the zone that he chose. */
export function seenQuery(moment: PastMoment | null, zone: string | null): string {
  const past = pastQuery(moment);
  return zone ? `${past}${past ? '&' : '?'}${zoneQuery(zone)}` : past;
}

/** Zones that have one name in a language and the same time all year, by one of them. */
export type ZoneChoice = { zone: string; name: string };

/** From west to east by their clocks at a moment; where these agree, by name. */
export function zoneChoices(words: Words, at: Date): ZoneChoice[][] {
  const choices = choicesIn(words.tag);
  const byOffset = Map.groupBy(choices, ({ zone }) => offsetAt(zone, at.getTime()));
  return [...byOffset].toSorted(([one], [other]) => one - other).map(([, same]) => same);
}

/** Naming four hundred zones takes a while: each language does it once. */
const choicesByTag = new Map<string, ZoneChoice[]>();

function choicesIn(tag: string): ZoneChoice[] {
  const there = choicesByTag.get(tag);
  if (there) return there;
  const groups = Map.groupBy(allZones, (zone) => `${named(tag, zone)} ${offsetsOf(zone)}`);
  const { compare } = new Intl.Collator(tag);
  const choices = [...groups.values()]
    .map(([zone = 'UTC']) => ({ zone, name: named(tag, zone) }))
    .toSorted((one, other) => compare(one.name, other.name));
  choicesByTag.set(tag, choices);
  return choices;
}

/** Its offsets over the year, the same in every language: asked once, for nobody is answered meanwhile. */
const offsetsByZone = new Map<string, string>();

function offsetsOf(zone: string): string {
  const there = offsetsByZone.get(zone);
  if (there !== undefined) return there;
  const offsets = seasons.map((at) => nameOf('en', zone, 'longOffset', at)).join(' ');
  offsetsByZone.set(zone, offsets);
  return offsets;
}

const seasons = [Date.UTC(2026, 0, 15), Date.UTC(2026, 6, 15)] as const;

/** "Central European Time", whatever the season. */
export function zoneName(tag: string, zone: string): string {
  const [there] = choicesIn(tag).filter((choice) => choice.zone === zone);
  return there?.name ?? named(tag, zone);
}

function named(tag: string, zone: string): string {
  return nameOf(tag, zone, zone === 'UTC' ? 'long' : 'longGeneric', seasons[0]);
}

/** By a format that is not kept: there are hundreds, and each is asked once. */
function nameOf(
  tag: string,
  zone: string,
  timeZoneName: 'long' | 'longGeneric' | 'longOffset',
  at: number,
): string {
  const parts = new Intl.DateTimeFormat(tag, { timeZone: zone, timeZoneName }).formatToParts(at);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}

/** Of zones under one name, those that most people go by. */
const bestKnown = [
  'Africa/Johannesburg',
  'Africa/Lagos',
  'Africa/Nairobi',
  'America/Argentina/Buenos_Aires',
  'America/Chicago',
  'America/Denver',
  'America/Halifax',
  'America/Los_Angeles',
  'America/New_York',
  'America/Sao_Paulo',
  'Asia/Riyadh',
  'Asia/Shanghai',
  'Australia/Brisbane',
  'Australia/Sydney',
  'Europe/Athens',
  'Europe/Lisbon',
  'Europe/Moscow',
  'Europe/Paris',
  'Pacific/Auckland',
].flatMap((zone) => knownZone(zone) ?? []);

const allZones = [...new Set([...bestKnown, ...Intl.supportedValuesOf('timeZone'), 'UTC'])];
