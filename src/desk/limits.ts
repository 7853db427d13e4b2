/** How long a text may be, in characters as a reader counts them, by channel. */
import type { Limits } from './desk-api.ts';

export const limits: Limits = {
  // What a list of headlines and a search engine show whole.
  site: { headline: 110, lead: 400 },
  // One line on a phone's locked screen.
  flash: { headline: 80 },
  wire: { headline: 160, lead: 1_000, body: 60_000 },
};
