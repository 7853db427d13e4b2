/** Who writes: one tab at a time has the pen, the others read, and whoever takes it says so. */
import { useEffect, useRef, useState } from 'react';
import type { OpenJson } from '../../desk/desk-api.ts';
import { ask, Failed } from '../api/ask.ts';
import { tab } from '../api/tab.ts';

/** As the contract has it: a tab that has not called for thirty seconds is gone. */
const everyMs = 10_000;

export type Pen = OpenJson & {
  /** Nobody could be asked: one writes on, and the save will tell. */ unknown: boolean;
};

/** Calls go one after the other, as they were meant: one that overtakes another would give back what was taken. */
let before: Promise<unknown> = Promise.resolve();
function inTurn<T>(call: () => Promise<T>): Promise<T> {
  const mine = before.then(call, call);
  before = mine.catch(() => undefined);
  return mine;
}

const unknownPen: Pen = { mine: true, pen: null, others: [], unknown: true };

/** @param onLost the pen was here, and somebody took it. */
export function usePen(
  storyId: number,
  mayWrite: boolean,
  onLost: () => void,
): { pen: Pen; take: () => void } {
  const [pen, setPen] = useState<Pen>(unknownPen);
  const had = useRef(false);
  const lost = useRef(onLost);
  lost.current = onLost;
  const path = `/api/desk/stories/${storyId}/open`;
  const call = useRef<(take: boolean) => Promise<void>>(async () => undefined);
  call.current = async (take) => {
    try {
      const now = await inTurn(() =>
        ask<OpenJson>('POST', path, { tab, write: mayWrite, ...(take ? { take } : {}) }),
      );
      if (had.current && !now.mine && mayWrite) lost.current();
      had.current = now.mine;
      setPen({ ...now, unknown: false });
    } catch (error) {
      if (!(error instanceof Failed)) throw error;
    }
  };
  useEffect(() => {
    void call.current(false);
    const timer = setInterval(() => void call.current(false), everyMs);
    // Who was away learns at once that the pen was taken: before whoever took it may have laid it down again.
    const back = () => void call.current(false);
    addEventListener('online', back);
    const mine = `${path}?tab=${encodeURIComponent(tab)}`;
    // A tab that is closed has no time to wait for its turn or for an answer.
    const closing = () => void fetch(mine, { method: 'DELETE', keepalive: true }).catch(() => undefined);
    addEventListener('pagehide', closing);
    return () => {
      removeEventListener('online', back);
      removeEventListener('pagehide', closing);
      clearInterval(timer);
      void inTurn(() => ask('DELETE', mine)).catch(() => undefined);
    };
  }, [path]);
  return { pen, take: () => void call.current(true) };
}
