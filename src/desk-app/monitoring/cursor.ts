/** Where the cursor goes. Pure. */
import type { Section } from './visible-rows.ts';

type Step =
  | 'next'
  | 'previous'
  | 'first'
  | 'last'
  | 'page-down'
  | 'page-up'
  | 'next-section'
  | 'previous-section';

const page = 15;

/** @returns the id under the cursor afterwards, null where there is no row. */
export function moveCursor(sections: readonly Section[], id: number | null, step: Step): number | null {
  const ids = sections.flatMap(({ rows }) => rows.map(({ row }) => row.id));
  if (ids.length === 0) return null;
  const at = id === null ? -1 : ids.indexOf(id);
  if (at < 0) return (step === 'last' ? ids.at(-1) : ids[0]) ?? null;
  const to = (place: number) => ids[Math.min(ids.length - 1, Math.max(0, place))] ?? null;
  switch (step) {
    case 'next':
      return to(at + 1);
    case 'previous':
      return to(at - 1);
    case 'first':
      return to(0);
    case 'last':
      return to(ids.length - 1);
    case 'page-down':
      return to(at + page);
    case 'page-up':
      return to(at - page);
    case 'next-section':
    case 'previous-section': {
      const filled = sections.filter(({ rows }) => rows.length > 0);
      const here = filled.findIndex(({ rows }) => rows.some(({ row }) => row.id === id));
      const there = filled[here + (step === 'next-section' ? 1 : -1)];
      return there?.rows[0]?.row.id ?? id;
    }
  }
}
