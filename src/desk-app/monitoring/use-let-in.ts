/** Lets in what is new by itself where nobody's cursor is: a screen on the wall stays true. */
import { useEffect } from 'react';
import { board as keptBoard } from './live-rows.ts';
import { type Board, settle, waitingIn } from './merge-rows.ts';

const patienceMs = 2_000;

export function useLetIn(board: Board): void {
  useEffect(() => {
    const { fresh, moved } = waitingIn(board);
    if (fresh + moved === 0) return;
    const timer = setInterval(() => {
      const isUsed = document.querySelector('.rows:focus, .rows:hover, .list-side:focus-within') !== null;
      if (!isUsed || document.hidden) keptBoard.set(settle);
    }, patienceMs);
    return () => clearInterval(timer);
  }, [board]);
}
