/** Checks the pages by date: each story stands once on the day of its first publication, with the line that its record draws. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Agency } from '../editions/edition.ts';
import { hashOfLine, monthIndex, monthPath, upperIndex } from './index-pages.ts';
import type { TellFinding } from './verify-findings.ts';
import { sumMask } from './verify-part.ts';

/** Stories of a day: how many, and the sum of the hashes of their lines, so that none of them has to be kept. */
export type DayLines = Map<string, { count: number; sum: bigint }>;

type IndexCheck = {
  agency: Agency;
  days: DayLines;
  /** Whether this program draws pages as these were drawn. */
  sameDrawing: boolean;
  /** Pages by date that the manifest has. */
  listed: ReadonlySet<string>;
  tell: TellFinding;
};

export function checkIndex(root: string, { agency, days, sameDrawing, listed, tell }: IndexCheck): void {
  const wrong = (file: string, what: string) => tell({ code: null, version: null, file, what });
  const sorted = [...days.keys()].sort();
  const pages = upperIndex(agency, new Map(sorted.map((day) => [day, days.get(day)?.count ?? 0])));
  const months = Map.groupBy(sorted, (day) => day.slice(0, 7));
  const left = new Set(listed);
  for (const file of [...pages.map((page) => page.path), ...[...months.keys()].map(monthPath)]) {
    if (!left.delete(file)) wrong(file, 'manifest-sha256.txt does not have it.');
    if (!existsSync(path.join(root, file))) wrong(file, 'It is missing.');
  }
  for (const file of left) wrong(file, 'It lists days on which nothing was published.');
  if (!sameDrawing) return;
  for (const { path: file, text } of pages) {
    const there = readIfThere(root, file);
    if (there !== null && there !== text) wrong(file, 'It does not say what the records of the stories say.');
  }
  for (const [month, ofMonth] of months) checkMonth(root, agency, month, ofMonth, days, wrong);
}

function checkMonth(
  root: string,
  agency: Agency,
  month: string,
  days: string[],
  lines: DayLines,
  wrong: (file: string, what: string) => void,
): void {
  const file = monthPath(month);
  const text = readIfThere(root, file);
  if (text === null) return;
  const found = new Map<string, string[]>();
  let day = '';
  for (const line of text.split('\n')) {
    day = /^<section id="(\d{4}-\d{2}-\d{2})">/.exec(line)?.[1] ?? day;
    if (!line.startsWith('<li ')) continue;
    const those = found.get(day);
    if (those) those.push(line);
    else found.set(day, [line]);
  }
  const whole = monthIndex(agency, month, new Map(days.map((one) => [one, found.get(one) ?? []])));
  if (whole.text !== text) wrong(file, 'It does not say what the records of the stories say.');
  for (const one of days) {
    const those = found.get(one) ?? [];
    const sum = those.reduce((total, line) => (total + hashOfLine(line)) & sumMask, 0n);
    const expected = lines.get(one);
    if (sum !== expected?.sum || those.length !== expected.count)
      wrong(file, `What it lists on ${one} is not what the records of the stories say.`);
    if (!isInOrder(those)) wrong(file, `What it lists on ${one} is not in the order of time.`);
  }
}

/** By time, then by code. */
function isInOrder(lines: string[]): boolean {
  let before: [string, number] = ['', 0];
  return lines.every((line) => {
    const [, code = '0', at = ''] = /^<li id="story-(\d+)"><time dateTime="([^"]*)"/.exec(line) ?? [];
    const here: [string, number] = [at, Number(code)];
    const follows = before[0] < here[0] || (before[0] === here[0] && before[1] < here[1]);
    before = here;
    return follows;
  });
}

function readIfThere(root: string, file: string): string | null {
  return existsSync(path.join(root, file)) ? readFileSync(path.join(root, file), 'utf8') : null;
}
