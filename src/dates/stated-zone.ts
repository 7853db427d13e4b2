/** Zones as date lines state them. */

export type StatedZone = {
  /** IANA name, 'UTC' or ±HH:MM. */
  zone: string;
  /** UTF-16 place where its words end. */
  end: number;
};

/**
 * The zone stated at a place in a line, right after a time: +03:30, GMT+3, EDT, (Moscow time), به وقت تهران.
 * Null where none is stated, or where its letters name several zones (IST, CST outside America is not thought of).
 */
export function zoneAt(line: string, from: number): StatedZone | null {
  offset.lastIndex = from;
  const shift = offset.exec(line)?.groups;
  if (shift) {
    const zone = fixedZone(shift.sign ?? '+', Number(shift.hours), Number(shift.minutes ?? 0));
    if (zone) return { zone, end: offset.lastIndex };
  }
  letters.lastIndex = from;
  const known = zonesByLetters[letters.exec(line)?.groups?.letters ?? ''];
  if (known) return { zone: known, end: letters.lastIndex };
  for (const place of [cityFirst, timeFirst]) {
    place.lastIndex = from;
    const city = place.exec(line)?.groups?.city;
    const zone = city ? zoneOfCity(city) : undefined;
    if (zone) return { zone, end: place.lastIndex };
  }
  return null;
}

const offset =
  /\s?[,(]?\s?(?:(?:GMT|UTC)\s?|(?=[+\-−]))(?<sign>[+\-−])(?<hours>\d{1,2})(?::?(?<minutes>\d{2}))?(?![\d/.:])\)?/y;
const letters = /\s?[,(]?\s?(?<letters>[A-Z]{1,5}|МСК|мск)(?![\p{L}\d])\)?/uy;
const cityFirst =
  /\s?[,(]?\s?(?<city>\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?) (?:local |standard |daylight )?time\b\)?/uy;
const timeFirst =
  /\s?[,(]?\s?(?:به وقت|بوقت|بتوقيت|توقيت|по|saat)\s(?<city>\p{L}+(?:\s\p{L}+(?=\s?времени))?)(?:\s?времени)?\)?/uy;

function fixedZone(sign: string, hours: number, minutes: number): string | null {
  if (hours > 14 || minutes > 59) return null;
  if (hours === 0 && minutes === 0) return 'UTC';
  return `${sign === '+' ? '+' : '-'}${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

/** Letters with one meaning in news; IST, AST and such have several and are left unread. */
const zonesByLetters: Record<string, string> = {
  Z: 'UTC',
  UTC: 'UTC',
  GMT: 'UTC',
  UT: 'UTC',
  EST: '-05:00',
  EDT: '-04:00',
  CDT: '-05:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
  ET: 'America/New_York',
  PT: 'America/Los_Angeles',
  WET: '+00:00',
  WEST: '+01:00',
  BST: '+01:00',
  CET: '+01:00',
  CEST: '+02:00',
  EET: '+02:00',
  EEST: '+03:00',
  MSK: 'Europe/Moscow',
  МСК: 'Europe/Moscow',
  мск: 'Europe/Moscow',
  TRT: '+03:00',
  IRST: '+03:30',
  IRDT: '+04:30',
  AFT: '+04:30',
  PKT: '+05:00',
  HKT: '+08:00',
  SGT: '+08:00',
  JST: '+09:00',
  KST: '+09:00',
};

const zonesByName: Record<string, string> = {
  greenwich: 'UTC',
  eastern: 'America/New_York',
  central: 'America/Chicago',
  mountain: 'America/Denver',
  pacific: 'America/Los_Angeles',
  washington: 'America/New_York',
  makkah: 'Asia/Riyadh',
  mecca: 'Asia/Riyadh',
  beijing: 'Asia/Shanghai',
  'new delhi': 'Asia/Kolkata',
  تهران: 'Asia/Tehran',
  کابل: 'Asia/Kabul',
  مسکو: 'Europe/Moscow',
  گرینویچ: 'UTC',
  طهران: 'Asia/Tehran',
  موسكو: 'Europe/Moscow',
  غرينتش: 'UTC',
  جرينتش: 'UTC',
  مكة: 'Asia/Riyadh',
  بغداد: 'Asia/Baghdad',
  بيروت: 'Asia/Beirut',
  دمشق: 'Asia/Damascus',
  القاهرة: 'Africa/Cairo',
  القدس: 'Asia/Jerusalem',
  московскому: 'Europe/Moscow',
  гринвичу: 'UTC',
  киевскому: 'Europe/Kiev',
};

let cities: Map<string, string> | undefined;

/** By name in words, else the city that an IANA zone is named for. */
function zoneOfCity(city: string): string | undefined {
  cities ??= new Map(
    Intl.supportedValuesOf('timeZone').map((zone) => [
      (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ').toLowerCase(),
      zone,
    ]),
  );
  const name = city.toLowerCase();
  return zonesByName[name] ?? cities.get(name);
}
