/** The desk's rows, kept true by the server's events. One board for the whole program, read once and then mended. */
import { useEffect } from 'react';
import type { DeskEvent, DeskRow, DeskRows } from '../../desk/desk-api.ts';
import { ask, Failed, type Failure } from '../api/ask.ts';
import { keep } from '../api/kept.ts';
import { queries, session } from '../api/session.ts';
import { setClock } from '../frame/clock.ts';
import { type Board, boardOf, emptyBoard, mergeRows, settleOnly } from './merge-rows.ts';

export const board = keep<Board>(emptyBoard);
/** Of all stories; the board has the newest of them. */
export const total = keep(0);
/** Null while they are read for the first time. */
export const rowsRead = keep<true | Failure | null>(null);
export const line = keep<'quiet' | 'hearing' | 'cut'>('quiet');

/** Events of a burst (an import, an evening's kill list) are read again together. */
const gatherMs = 60;
const againMs = 5_000;
/** Ids that one address carries. */
const idsAtOnce = 200;

export async function readAllRows(): Promise<void> {
  try {
    const { rows, total: all } = await ask<DeskRows>('GET', '/api/desk/rows');
    const first = rowsRead.get() !== true;
    board.set((now) => (first ? boardOf(rows) : mergeRows(now, [...now.rows.keys()], rows)));
    total.set(all);
    rowsRead.set(true);
  } catch (error) {
    if (!(error instanceof Failed)) throw error;
    if (rowsRead.get() !== true) rowsRead.set(error.failure);
  }
}

/** Reads some rows again. `own`: this person's doing, shown in its new place at once. */
export async function readRows(ids: readonly number[], { own = false } = {}): Promise<void> {
  for (let at = 0; at < ids.length; at += idsAtOnce) {
    const some = ids.slice(at, at + idsAtOnce);
    const { rows } = await ask<DeskRows>('GET', `/api/desk/rows?ids=${some.join(',')}`);
    for (const id of some) {
      const row = rows.find((one) => one.id === id);
      if (!isOwnSave(board.get().rows.get(id), row))
        void queries.invalidateQueries({ queryKey: ['story', id] });
    }
    board.set((now) => {
      const merged = mergeRows(now, some, rows);
      return own ? settleOnly(merged, some) : merged;
    });
  }
}

/** Whoever writes a story has its words: they are not fetched again after each save of his own. */
function isOwnSave(before: DeskRow | undefined, after: DeskRow | undefined): boolean {
  const who = session.get();
  if (!before || !after || !('me' in who) || before.changedAt === after.changedAt) return false;
  const facts = ({ version, state, stage, due, changedBy }: DeskRow) =>
    JSON.stringify([version, state, stage, due, changedBy]);
  return after.changedBy === who.me.name && facts(before) === facts(after);
}

/** Shows a change before the server has answered; the next event brings the truth. */
export function changeRow(id: number, change: Partial<DeskRow>): void {
  board.set((now) => {
    const row = now.rows.get(id);
    return row ? settleOnly(mergeRows(now, [id], [{ ...row, ...change }]), [id]) : now;
  });
}

/** Hears the newsroom while the desk is open. */
export function useLiveRows(): void {
  useEffect(() => {
    const events = hear();
    const back = session.subscribe(() => {
      if (session.get().kind === 'in' && line.get() === 'cut') events.start();
    });
    return () => {
      back();
      events.stop();
    };
  }, []);
}

function hear(): { start: () => void; stop: () => void } {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let gathering: ReturnType<typeof setTimeout> | undefined;
  const ids = new Set<number>();
  const flush = () => {
    gathering = undefined;
    const some = [...ids];
    ids.clear();
    readRows(some).catch(() => line.set('cut'));
  };
  const on = <E extends DeskEvent['event']>(
    name: E,
    hearer: (data: Extract<DeskEvent, { event: E }>['data']) => void,
  ) => source?.addEventListener(name, (event) => hearer(JSON.parse((event as MessageEvent<string>).data)));
  const start = () => {
    clearTimeout(timer);
    source?.close();
    source = new EventSource('/api/desk/events');
    on('hello', ({ now }) => {
      setClock(now);
      line.set('hearing');
      // What was missed while nobody listened.
      void readAllRows();
      void queries.invalidateQueries({ queryKey: ['front'] });
      void queries.invalidateQueries({ queryKey: ['comments'] });
    });
    on('stories', (data) => {
      for (const id of data.ids) ids.add(id);
      gathering ??= setTimeout(flush, gatherMs);
    });
    on('comments', () => void queries.invalidateQueries({ queryKey: ['comments'] }));
    on('setup', () => void queries.invalidateQueries({ queryKey: ['setup'] }));
    on('fronts', ({ lang }) => void queries.invalidateQueries({ queryKey: ['front', lang] }));
    source.onerror = () => {
      line.set('cut');
      if (rowsRead.get() === null) void readAllRows();
      // A refusal ends an EventSource for good: it is begun anew.
      if (source?.readyState === EventSource.CLOSED) timer = setTimeout(start, againMs);
    };
  };
  start();
  return {
    start,
    stop: () => {
      clearTimeout(timer);
      clearTimeout(gathering);
      source?.close();
    },
  };
}
