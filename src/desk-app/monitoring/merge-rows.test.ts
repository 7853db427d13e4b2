/** Nothing moves under the cursor; what a person does himself is seen at once. */
import { expect, it } from 'vitest';
import type { DeskRow } from '../../desk/desk-api.ts';
import { boardOf, mergeRows, sectionOf, settle, settleOnly, waitingIn } from './merge-rows.ts';

function row(id: number, change: Partial<DeskRow> = {}): DeskRow {
  return {
    id,
    code: id,
    lang: 'en',
    headline: `Story ${id}`,
    slug: '',
    thread: '',
    desk: 'main',
    stage: 'draft',
    state: null,
    due: null,
    embargoUntil: null,
    priority: 5,
    legal: false,
    words: 100,
    version: 0,
    changedAt: `2026-03-14T12:00:${String(id).padStart(2, '0')}Z`,
    changedBy: 'Lina',
    openBy: [],
    ...change,
  };
}
const places = (board: ReturnType<typeof boardOf>) =>
  board.shown.map(({ id, section }) => `${id} ${section}`);

it('orders work by urgency and then by time, what is public by time alone', () => {
  const board = boardOf([
    row(1),
    row(2, { priority: 1 }),
    row(3),
    row(4, { stage: null, state: 'public', priority: 1 }),
    row(5, { stage: null, state: 'public', priority: 9 }),
  ]);
  const inSection = (section: string) =>
    board.shown.filter((one) => one.section === section).map(({ id }) => id);
  expect(inSection('stage:draft')).toEqual([2, 3, 1]);
  expect(inSection('public')).toEqual([5, 4]);
});

it('changes a row where it stands, and says that it belongs elsewhere', () => {
  const before = boardOf([row(1), row(2), row(3)]);
  const after = mergeRows(before, [2], [row(2, { stage: 'ready', headline: 'Changed' })]);
  expect(places(after)).toEqual(places(before));
  expect(after.rows.get(2)?.headline).toBe('Changed');
  expect(waitingIn(after)).toEqual({ fresh: 0, moved: 1 });
  expect(places(settle(after))).toContain('2 stage:ready');
});

it('keeps new rows back until they are let in', () => {
  const board = mergeRows(boardOf([row(1)]), [2, 3], [row(2), row(3)]);
  expect(board.shown).toHaveLength(1);
  expect(waitingIn(board)).toEqual({ fresh: 2, moved: 0 });
  expect(settle(board).shown.map(({ id }) => id)).toEqual([3, 2, 1]);
  expect(waitingIn(settle(board))).toEqual({ fresh: 0, moved: 0 });
});

it('leaves a row that is gone in its place, marked, until the list is let move', () => {
  const board = mergeRows(boardOf([row(1), row(2)]), [2], []);
  expect(board.shown).toHaveLength(2);
  expect(board.gone.has(2)).toBe(true);
  expect(settle(board).shown.map(({ id }) => id)).toEqual([1]);
});

it('forgets a row that was gone before anybody saw it', () => {
  const seen = mergeRows(boardOf([row(1)]), [2], [row(2)]);
  expect(waitingIn(mergeRows(seen, [2], []))).toEqual({ fresh: 0, moved: 0 });
});

it('moves at once what a person has moved himself, and nothing else', () => {
  const news = mergeRows(
    boardOf([row(1), row(2), row(3)]),
    [1, 2, 4],
    [row(1, { stage: 'ready' }), row(2, { stage: 'ready' }), row(4)],
  );
  const own = settleOnly(news, [1]);
  expect(places(own)).toEqual(['3 stage:draft', '2 stage:draft', '1 stage:ready']);
  expect(waitingIn(own)).toEqual({ fresh: 1, moved: 1 });
});

it('shows a story that waits ten seconds in its stage, one that waits for its hour among the scheduled', () => {
  const due = { id: 7, kind: 'publish' as const, at: '2026-03-14T18:00:00Z' };
  expect(sectionOf(row(1, { due: { ...due, undoable: true } }))).toBe('stage:draft');
  expect(sectionOf(row(1, { due: { ...due, undoable: false } }))).toBe('scheduled');
});

it('lets 5,000 rows in within a frame or two', () => {
  const rows = Array.from({ length: 5_000 }, (_, at) => row(at + 1, { priority: (at % 9) + 1 }));
  const board = boardOf(rows);
  const began = performance.now();
  settle(mergeRows(board, [17], [row(17, { stage: 'ready' })]));
  expect(performance.now() - began).toBeLessThan(200);
});
