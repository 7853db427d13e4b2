/** Counts equal rows, whatever is filtered. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { DeskRow } from '../../desk/desk-api.ts';
import { moveCursor } from './cursor.ts';
import { boardOf } from './merge-rows.ts';
import { itemsOf, noFilters, sectionKeys, sectionsOf } from './visible-rows.ts';

const desks = [
  { slug: 'main', name: 'Main', stages: ['incoming', 'draft'].map((slug) => ({ slug, name: slug })) },
  { slug: 'sports', name: 'Sports', stages: ['draft', 'subbing'].map((slug) => ({ slug, name: slug })) },
];
const me = { id: 'p1', name: 'Omid' };
const rows = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 1, max: 500 }),
    code: fc.option(fc.integer({ min: 1, max: 9_999 })),
    lang: fc.constantFrom('en', 'fa'),
    headline: fc.constantFrom('Harbour reopens', 'بندر باز شد', ''),
    slug: fc.constant('port'),
    thread: fc.constantFrom('', 'harbour-strike'),
    desk: fc.constantFrom('main', 'sports'),
    stage: fc.option(fc.constantFrom('incoming', 'draft', 'subbing', 'unheard-of')),
    state: fc.option(fc.constantFrom('public' as const, 'held' as const, 'killed' as const)),
    due: fc.constant(null),
    embargoUntil: fc.constant(null),
    priority: fc.integer({ min: 1, max: 9 }),
    legal: fc.boolean(),
    words: fc.nat(),
    version: fc.nat(),
    changedAt: fc.constantFrom('2026-03-14T12:00:00Z', '2026-03-14T13:00:00Z'),
    changedBy: fc.constantFrom('Omid', 'Lina'),
    openBy: fc.constant([]),
  }) satisfies fc.Arbitrary<DeskRow>,
  { selector: ({ id }) => id },
);
const asked = { filters: noFilters, me, keys: sectionKeys(desks, '') };

it('shows every row once, and counts what it shows', () => {
  fc.assert(
    fc.property(rows, (all) => {
      const items = itemsOf(sectionsOf(boardOf(all), asked));
      const shown = items.flatMap((item) => (item.kind === 'row' ? [item.row.id] : []));
      expect(shown.toSorted()).toEqual(all.map(({ id }) => id).toSorted());
      const counts = items.flatMap((item) => (item.kind === 'section' ? [item.count] : []));
      expect(counts.reduce((a, b) => a + b, 0)).toBe(all.length);
    }),
  );
});

it('filters by desk, language, person, words, and a code in any digits', () => {
  fc.assert(
    fc.property(rows, (all) => {
      const idsFor = (filters: Partial<typeof noFilters>) =>
        sectionsOf(boardOf(all), { ...asked, filters: { ...noFilters, ...filters } })
          .flatMap(({ rows }) => rows.map(({ row }) => row.id))
          .toSorted();
      const ids = (fits: (row: DeskRow) => boolean) =>
        all
          .filter(fits)
          .map(({ id }) => id)
          .toSorted();
      expect(idsFor({ desk: 'sports' })).toEqual(ids(({ desk }) => desk === 'sports'));
      expect(idsFor({ lang: 'fa' })).toEqual(ids(({ lang }) => lang === 'fa'));
      expect(idsFor({ mine: true })).toEqual(ids(({ changedBy }) => changedBy === 'Omid'));
      expect(idsFor({ text: 'reopens HARBOUR' })).toEqual(
        ids(({ headline }) => headline.startsWith('Harbour')),
      );
      expect(idsFor({ text: 'strike' })).toEqual(ids(({ thread }) => thread !== ''));
      expect(idsFor({ text: '۱۲' })).toEqual(ids(({ code }) => String(code ?? '').includes('12')));
    }),
  );
});

it('keeps stages of every desk in their order, and shows them empty', () => {
  expect(sectionKeys(desks, '').slice(0, 3)).toEqual(['stage:incoming', 'stage:draft', 'stage:subbing']);
  expect(sectionsOf(boardOf([]), asked).map(({ key }) => key)).toEqual([
    'stage:incoming',
    'stage:draft',
    'stage:subbing',
  ]);
});

it('moves the cursor over rows alone, and never out of the list', () => {
  fc.assert(
    fc.property(
      rows,
      fc.array(fc.constantFrom('next', 'previous', 'next-section', 'page-down', 'last')),
      (all, steps) => {
        const sections = sectionsOf(boardOf(all), asked);
        let at: number | null = null;
        for (const step of steps) at = moveCursor(sections, at, step as 'next');
        if (steps.length > 0)
          expect(at === null ? all.length : all.some(({ id }) => id === at)).toBe(at === null ? 0 : true);
      },
    ),
  );
});
