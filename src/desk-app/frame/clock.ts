/** The server's clock: a desk whose own is an hour wrong still shows true ages and counts down truly. */
import { useEffect, useState } from 'react';

let aheadMs = 0;

/** @param serverNow RFC 3339, as the server has just said it. */
export function setClock(serverNow: string): void {
  const at = Date.parse(serverNow);
  if (Number.isFinite(at)) aheadMs = at - Date.now();
}

export function now(): number {
  return Date.now() + aheadMs;
}

/** The server's time in milliseconds, drawn again every `everyMs`. */
export function useNow(everyMs: number): number {
  const [at, setAt] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setAt(now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return at;
}
