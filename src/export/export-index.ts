/** Draws the pages by date from the record. */
import type { Agency } from '../editions/edition.ts';
import type { Client } from '../stories/story-store.ts';
import { type DayCounts, type IndexPage, indexLine, monthIndex, upperIndex } from './index-pages.ts';
import { storiesByTime } from './read-stories.ts';

/** The pages by date, the months first. One month is in memory at a time. */
export async function* indexPages(db: Client, agency: Agency): AsyncGenerator<IndexPage> {
  const counts: DayCounts = new Map();
  let month = '';
  let days = new Map<string, string[]>();
  for await (const rows of storiesByTime(db)) {
    for (const row of rows) {
      const { day, line } = indexLine(agency, row);
      if (!day.startsWith(month) || month === '') {
        if (month !== '') yield monthIndex(agency, month, days);
        month = day.slice(0, 7);
        days = new Map();
      }
      const lines = days.get(day);
      if (lines) lines.push(line);
      else days.set(day, [line]);
      counts.set(day, (counts.get(day) ?? 0) + 1);
    }
  }
  if (month !== '') yield monthIndex(agency, month, days);
  yield* upperIndex(agency, counts);
}
