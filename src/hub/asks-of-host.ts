/**
 * How often a host is asked whether a wish is its own. Anybody may wish in its name, from many addresses: what we send there on
 * their word is counted by the host that gets it. In memory, for each process its own.
 */

/** Wishes for callbacks of one host in a minute. */
export const mostAsksOfHost = 60;
/** Hosts of which counts are kept; of more than these none is asked in that minute. */
const mostHosts = 10_000;

export type AsksOfHost = (callback: string, now: Date) => boolean;

/** @returns what counts one, and says whether it may be asked. */
export function countAsks(): AsksOfHost {
  let minute = 0;
  const counts = new Map<string, number>();
  return (callback, now) => {
    const present = Math.floor(now.getTime() / 60_000);
    if (present !== minute) counts.clear();
    minute = present;
    const { hostname } = new URL(callback);
    const count = (counts.get(hostname) ?? 0) + 1;
    if (count > mostAsksOfHost || (count === 1 && counts.size >= mostHosts)) return false;
    counts.set(hostname, count);
    return true;
  };
}
