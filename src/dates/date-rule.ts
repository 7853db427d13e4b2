/** Rules that read dates in running words, and how they are run over a text. */
import type { DateSpan } from './date-span.ts';

/** `present`: a plain present, such as "opens", which also speaks of what is to come, but less surely; null: not known. */
export type Tense = 'past' | 'present' | 'future' | null;

export function isComing(tense: Tense): boolean {
  return tense === 'future' || tense === 'present';
}

/** What a rule may look at besides its own words. */
export type Reading = {
  /** The date line's day, as a day number. */
  on: number;
  /** ISO weekday. */
  weekStartsOn: number;
  /** Whether the words around the match speak of something done or something to come. */
  tense: () => Tense;
  /** The last day that the text named a little before, as a day number, else null. */
  dayBefore: number | null;
};

export type DateRule = {
  /** Global. No quantifier within a quantifier: texts may be long. */
  pattern: RegExp;
  /** The span that the words stand for; null: they are no date after all, or they may mean more than one. */
  read: (groups: Record<string, string | undefined>, reading: Reading) => DateSpan | null;
};

/** UTF-16 places in the text; end exclusive. `span` null: a date, but in doubt, since it may mean more than one day or none. */
export type FoundSpan = { start: number; end: number; span: DateSpan | null };

/**
 * Runs rules over a text. Where matches overlap, the one that begins first holds, then the longer, then the earlier rule.
 * A rule that asked for the tense and has no span all the same leaves a doubt. The result is in the order of the text.
 */
export function runRules(
  rules: readonly DateRule[],
  text: string,
  base: Pick<Reading, 'on' | 'weekStartsOn'>,
  tenseAt: (start: number, end: number) => Tense,
): FoundSpan[] {
  const matches = rules.flatMap((rule) => [...text.matchAll(rule.pattern)].map((match) => ({ rule, match })));
  matches.sort((a, b) => a.match.index - b.match.index || b.match[0].length - a.match[0].length);
  const found: FoundSpan[] = [];
  for (const { rule, match } of matches) {
    const start = match.index;
    const end = start + match[0].length;
    const last = found.at(-1);
    if (last && start < last.end) continue;
    const isNear = last?.span?.unit === 'day' && start - last.end < nearUnits;
    const dayBefore = isNear && last.span ? last.span.from : null;
    const one = readInDoubt((reading) => rule.read(match.groups ?? {}, reading), {
      ...base,
      dayBefore,
      tense: () => tenseAt(start, end),
    });
    if (one) found.push({ start, end, span: one.span });
  }
  return found;
}

/** What a reading gives, its span null where it is in doubt; null: it is no date. */
export function readInDoubt(
  read: (reading: Reading) => DateSpan | null,
  reading: Reading,
): { span: DateSpan | null } | null {
  let asked = false;
  const tense = () => {
    asked = true;
    return reading.tense();
  };
  const span = read({ ...reading, tense });
  return span || asked ? { span } : null;
}

/** How far back, in UTF-16 units, "the previous day" may point. */
const nearUnits = 400;
