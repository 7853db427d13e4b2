/** So many at once of those who want to go: urgent ones first, then in the order in which they came. */
export type Lane = {
  /** Resolves when there is a place; the place is the caller's until it calls what it got. */
  enter: (isUrgent: boolean) => Promise<() => void>;
};

export function openLane(places: number): Lane {
  let free = places;
  const urgent: (() => void)[] = [];
  const others: (() => void)[] = [];
  const leave = () => {
    const next = urgent.shift() ?? others.shift();
    if (next) next();
    else free++;
  };
  return {
    enter: async (isUrgent) => {
      if (free > 0) free--;
      else await new Promise<void>((go) => (isUrgent ? urgent : others).push(go));
      let isLeft = false;
      return () => {
        if (!isLeft) leave();
        isLeft = true;
      };
    },
  };
}
