/** Where a story's card is. Its words are in the address, so that whoever keeps pictures by address asks anew when they change. */
import { canDraw } from '../pictures/can-draw.ts';

/** Path from the root; null: there is no face for the headline's letters, and no card. */
export function storyCardPath({ href, headline }: { href: string; headline: string }): string | null {
  return headline && canDraw(headline) ? `${href}/card.png` : null;
}
