/** What editors arranged on the fronts of an edition in one month, as an export has it. It is no part of the record. */
import { isSlot, longestFrontHeadline } from '../fronts/slots.ts';
import { exportJson } from './export-json.ts';
import { exportFormat, frontsFolder } from './export-paths.ts';
import { list, membersOf, moment, mustBe, parse, string, whole } from './read-members.ts';

export type ExportedPin = {
  slot: string;
  code: number;
  until: Date | null;
  /** In place of the story's headline; empty: the story's own, and where readers do not get the story. */
  headline: string;
  picture: boolean;
};

export type ExportedArrangement = {
  /** A section's slug; empty: the edition's first page. */
  section: string;
  /** It holds from then on, until the next one of the same front. */
  madeAt: Date;
  by: string;
  /** What is not named fills itself with the newest. */
  pins: ExportedPin[];
};

/** `month`: YYYY-MM, in UTC. `arrangements`: in the order of time. */
export type FrontMonth = { lang: string; month: string; arrangements: ExportedArrangement[] };

export function frontsPath({ lang, month }: Pick<FrontMonth, 'lang' | 'month'>): string {
  return `${frontsFolder}/${lang}/${month}.json`;
}

export function isFrontsPath(path: string): boolean {
  return /^data\/fronts\/[a-z0-9-]{1,60}\/\d{4}-\d{2}\.json$/.test(path);
}

export function frontsJson({ lang, month, arrangements }: FrontMonth): string {
  const told = arrangements.map(({ madeAt, pins, ...more }) => ({
    ...more,
    madeAt: madeAt.toISOString(),
    pins: pins.map((pin) => ({ ...pin, until: pin.until?.toISOString() ?? null })),
  }));
  return exportJson({ lang, month, arrangements: told, format: exportFormat }, 3);
}

/** @throws RangeError, naming what is not as an export writes it. */
export function readFronts(text: string): FrontMonth {
  const json = membersOf(parse(text), 'the file');
  mustBe(json.format === exportFormat, 'format');
  const read = {
    lang: string(json.lang, 'lang'),
    month: string(json.month, 'month'),
    arrangements: list(json.arrangements, 'arrangements').map(readArrangement),
  };
  let last = '';
  for (const { madeAt, section, pins } of read.arrangements) {
    const at = madeAt.toISOString();
    mustBe(at.startsWith(read.month), 'madeAt');
    mustBe(last < `${at} ${section}`, 'the order of arrangements');
    last = `${at} ${section}`;
    for (const what of ['slot', 'code'] as const)
      mustBe(new Set(pins.map((pin) => pin[what])).size === pins.length, `the ${what} of each pin`);
  }
  mustBe(frontsJson(read) === text, 'the file');
  return read;
}

function readArrangement(json: unknown): ExportedArrangement {
  const { section, madeAt, by, pins } = membersOf(json, 'arrangements');
  return {
    section: string(section, 'section'),
    madeAt: moment(madeAt, 'madeAt'),
    by: string(by, 'by'),
    pins: list(pins, 'pins').map(readPin),
  };
}

function readPin(json: unknown): ExportedPin {
  const { slot, code, until, headline, picture } = membersOf(json, 'pins');
  mustBe(typeof picture === 'boolean', 'picture');
  mustBe(string(headline, 'headline').length <= longestFrontHeadline, 'headline');
  mustBe(isSlot(string(slot, 'slot')), 'slot');
  return {
    slot: string(slot, 'slot'),
    code: whole(code, 'code'),
    until: until === null ? null : moment(until, 'until'),
    headline: string(headline, 'headline'),
    picture,
  };
}
