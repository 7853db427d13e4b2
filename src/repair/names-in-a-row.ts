/** Two words with capitals that meet: two names, or one that its maker put together. */
import { functionWords, placeBeginnings, placeWords, publicBodies, titles } from './closed-words.ts';
import type { Lexicon } from './english-words.ts';
import { isKnown, type RunPlace } from './one-case.ts';

/** How sure it is that a space is lost between two pieces; 'doubt': perhaps; 'name': they are one name. */
export type Join = number | 'doubt' | 'name';

export function betweenNames(
  lexicon: Lexicon,
  left: string,
  right: string,
  isFirst: boolean,
  place: RunPlace,
): Join {
  const opening = isFirst && left.length > 1 && functionWords.has(left.toLowerCase());
  if (opening && place.opensSentence && right.length > 2)
    return isName(lexicon, right, place) ? 0.96 : 'doubt';
  if (right.length > 2 && titles.has(left)) return 0.94;
  if (left.length < 3 || right.length < 3) return 'name';
  if (placeBeginnings.has(left) && (place.textIsGlued || onlyName(lexicon, right))) return 0.93;
  const leftKnown = isName(lexicon, left, place);
  const rightKnown = isName(lexicon, right, place);
  if (publicBodies.has(right) && leftKnown) return 0.94;
  const person = isPersonsName(lexicon, left, right);
  if (!place.textIsGlued) {
    // Made-up names are put together from plain words (PowerPoint); a person, a place, a people give glue away.
    if (person === 'surely') return 0.92;
    if (!leftKnown || !rightKnown) return 'name';
    return onlyName(lexicon, left) || onlyName(lexicon, right) ? 0.93 : 'doubt';
  }
  if (leftKnown && rightKnown) {
    const plain = person === 'no' && !place.names.has(left) && !place.names.has(right);
    const made =
      plain &&
      !placeWords.has(right) &&
      lexicon.hasWord(left.toLowerCase()) &&
      lexicon.hasWord(right.toLowerCase());
    return made && place.lostShare < muchGlue ? 'doubt' : 0.91;
  }
  if (person !== 'no' || place.names.has(left) || place.names.has(right)) return 0.9;
  if (onlyName(lexicon, left) || onlyName(lexicon, right)) return 0.9;
  // Two names that no list has: makers of brand names do without accents and like short pieces.
  const foreign = left.length > 3 && right.length > 3 && !leftKnown && !rightKnown;
  return foreign || !/^[A-Za-z]+$/.test(left + right) ? 0.9 : 'doubt';
}

/** So many lost spaces in a word that two plain words with capitals are rather glue than a brand. */
export const muchGlue = 0.02;

/** A given name and something that may be a family name: "AngelaMerkel". "MaryAnn" may be one name. */
function isPersonsName(lexicon: Lexicon, left: string, right: string): 'surely' | 'perhaps' | 'no' {
  const [given, family] = [left.toLowerCase(), right.toLowerCase()];
  if (!lexicon.isGivenName(given)) return 'no';
  const isPlain = lexicon.isPlainWord(family) && (lexicon.chance(family) ?? -9) > -6.5;
  const isFamily = lexicon.isPersonsName(family);
  if (isPlain && !isFamily) return 'no';
  if (right.length < 4 || lexicon.isGivenName(family)) return 'perhaps';
  // "MarkZuckerberg", "JamesCook"; but "MarkCook" could be made of two plain words.
  return isPlain && lexicon.isPlainWord(given) ? 'perhaps' : 'surely';
}

function isName(lexicon: Lexicon, word: string, place: RunPlace): boolean {
  return place.names.has(word) || isKnown(lexicon, word) || lexicon.isPersonsName(word.toLowerCase());
}

export function onlyName(lexicon: Lexicon, word: string): boolean {
  return !lexicon.hasWord(word.toLowerCase()) && lexicon.hasAsWritten(word);
}
