/** The stories of an export by date, as a tree of plain pages: years, months, and the days of a month. */
import { hash } from 'node:crypto';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Agency } from '../editions/edition.ts';
import { dayIn } from '../site/agency-day.ts';
import { indexFolder } from './export-paths.ts';
import { type ExportView, exportView } from './export-view.ts';
import { IndexLine, monthPage, startPage, yearPage } from './pages/IndexPages.tsx';
import type { IndexRow } from './read-stories.ts';

/** How many stories were first published on each day, YYYY-MM-DD, in order. */
export type DayCounts = Map<string, number>;

export type IndexPage = { path: string; text: string };

export function startPath(): string {
  return 'data/index.html';
}

export function monthPath(month: string): string {
  return `${indexFolder}/${month}.html`;
}

export function yearPath(year: string): string {
  return `${indexFolder}/${year}.html`;
}

export function indexView(agency: Agency): ExportView {
  return exportView(agency, agency.defaultLang);
}

/** The day of a story's first publication in the agency's zone, and its line in the page of that month. */
export function indexLine(agency: Agency, row: IndexRow): { day: string; line: string } {
  return {
    day: dayIn(agency.zone, row.at),
    line: renderToStaticMarkup(
      IndexLine({ view: indexView(agency), own: exportView(agency, row.lang), row }),
    ),
  };
}

/** The page of one month. `lines`: of each day, in the order of time and code. */
export function monthIndex(agency: Agency, month: string, days: Map<string, string[]>): IndexPage {
  return { path: monthPath(month), text: monthPage(indexView(agency), month, days) };
}

/** The pages above the months. */
export function upperIndex(agency: Agency, counts: DayCounts): IndexPage[] {
  const view = indexView(agency);
  const years = Map.groupBy(counts.keys(), (day) => day.slice(0, 4));
  const countOf = (days: string[]) => days.reduce((sum, day) => sum + (counts.get(day) ?? 0), 0);
  return [
    {
      path: startPath(),
      text: startPage(
        view,
        [...years].map(([year, days]) => ({ year, count: countOf(days) })),
      ),
    },
    ...[...years].map(([year, days]) => ({
      path: yearPath(year),
      text: yearPage(
        view,
        year,
        [...Map.groupBy(days, (day) => day.slice(0, 7))].map(([month, ofMonth]) => ({
          month,
          count: countOf(ofMonth),
          days: ofMonth,
        })),
      ),
    })),
  ];
}

export function hashOfLine(line: string): bigint {
  return BigInt(`0x${hash('sha256', line, 'hex')}`);
}
