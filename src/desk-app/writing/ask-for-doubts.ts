/** Asks the server what it doubts in texts: words that lost their spaces, and what the house writes otherwise. */
import type { Glued, GluedJson } from '../../desk/desk-api.ts';
import { ask } from '../api/ask.ts';

/** A pause in typing this long, in milliseconds, before words are looked at. */
export const lookAfterMs = 1_500;
/** Texts that one question carries. */
const textsAtOnce = 200;

/**
 * A wish, not a duty: cut off, the words stay as they are and are asked for in the next pause.
 * @param hear what is doubted in the text at a place.
 * @returns whether all was answered.
 */
export async function askForDoubts(
  texts: readonly string[],
  lang: string,
  hear: (place: number, glued: Glued[]) => void,
): Promise<boolean> {
  for (let at = 0; at < texts.length; at += textsAtOnce) {
    const some = texts.slice(at, at + textsAtOnce);
    const said = await ask<GluedJson>('POST', '/api/desk/glued', { texts: some, lang }).catch(() => null);
    if (!said) return false;
    some.forEach((_, place) => {
      hear(at + place, said.glued[place] ?? []);
    });
  }
  return true;
}
