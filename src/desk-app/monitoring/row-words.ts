/** What a row says in words: its stage, what readers get, what comes next. */
import type { Desk, DeskRow } from '../../desk/desk-api.ts';
import { ageOf, type Format } from '../words/format.ts';
import type { Words } from '../words/words.ts';
import type { SectionKey } from './merge-rows.ts';

type Spoken = { w: Words; f: Format };

/** A desk may have renamed its stages; where desks differ, the first one's name stands. */
export function sectionWords({ w }: Spoken, desks: readonly Desk[], key: SectionKey): string {
  if (!key.startsWith('stage:')) return w.sections[key as Exclude<SectionKey, `stage:${string}`>];
  return stageWords(w, desks, key.slice('stage:'.length));
}

export function stageWords(w: Words, desks: readonly Desk[], slug: string): string {
  const known = w.stages[slug as keyof Words['stages']];
  const named = desks.flatMap(({ stages }) => stages).find((stage) => stage.slug === slug);
  // A name that a desk gave goes before ours; the usual ones are said in the person's language.
  if (known && (!named || named.name.toLowerCase() === slug.replaceAll('-', ' ') || isUsual(named.name)))
    return known;
  return named?.name ?? known ?? slug;
}

const usual = new Set(['Incoming', 'Draft', 'In review', 'Ready']);
const isUsual = (name: string) => usual.has(name);

/** "Public v3", "Held", "Publishing at 18:00". */
export function stateWords({ w, f }: Spoken, row: DeskRow): string {
  if (row.due) return row.due.undoable ? w.acting[row.due.kind] : w.due[row.due.kind](f.time(row.due.at));
  if (row.state === null) return '';
  const version = row.version > 0 ? ` ${w.version(f.digits(row.version))}` : '';
  return `${w.states[row.state]}${row.state === 'public' ? version : ''}`;
}

/** @param minute the server's time in whole minutes. */
export function ageWords({ w, f }: Spoken, row: DeskRow, minute: number): string {
  const age = ageOf(row.changedAt, minute * 60_000);
  return age.unit === 'seconds' ? w.ages.now : w.ages[age.unit](f.number(age.value));
}

/** Empty where nothing keeps it back. */
export function embargoWords({ w, f }: Spoken, { embargoUntil }: DeskRow, minute: number): string {
  const isBack = embargoUntil !== null && Date.parse(embargoUntil) > minute * 60_000;
  return isBack ? w.rows.embargo(f.time(embargoUntil)) : '';
}

export function openWords({ w, f }: Spoken, row: DeskRow): string {
  const [first, ...others] = row.openBy;
  if (!first) return '';
  const more = others.length > 0 ? ` +${others.length}` : '';
  return `${first.writing ? w.rows.writes(f.name(first.name)) : w.rows.reads(f.name(first.name))}${more}`;
}
