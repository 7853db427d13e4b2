/** What HTTP says of a story, by what readers get of it. */
import type { PublicState } from '../record/act.ts';

/** Of every address of a story in each of these states. */
export const statusOf: Record<PublicState, number> = { public: 200, held: 503, killed: 410, removed: 451 };

/** When a reader may ask again for what is held, in seconds. */
const comeBackIn = '300';

export function comeBackHeaders(state: PublicState): Record<string, string> {
  return state === 'held' ? { 'retry-after': comeBackIn } : {};
}
