/** `actedAt` of the next act: the clock, but always at least 1 ms after the last one, so that acts have one order. */
export function nextActTime(now: Date, last: Date | null): Date {
  return last && last.getTime() >= now.getTime() ? new Date(last.getTime() + 1) : now;
}
