/** What one text has and another has not, word by word, in any script. Pure. */
import { diffArrays } from 'diff';

/** `gone`: only in the older text; `new`: only in the newer. Nothing is lost: see the property tests. */
export type Piece = { kind: 'same' | 'gone' | 'new'; text: string };

/** Beyond this many changed words two texts are called different as a whole: finding out would take too long. */
const mostChanges = 1_500;

/**
 * The pieces of both texts in reading order; of a change what is gone comes first. `same` and `gone` together are exactly
 * `before`, `same` and `new` exactly `after`. Words are the language's own (UAX 29): never cut inside a word with a
 * joiner, a letter with its marks, or an emoji.
 *
 * @param lang BCP 47; one that is none is read as no language in particular.
 */
export function wordDifference(before: string, after: string, lang: string): Piece[] {
  const [older, newer] = [wordsIn(before, lang), wordsIn(after, lang)];
  const changes = diffArrays(older, newer, { maxEditLength: mostChanges });
  if (!changes) return pieces([['gone', before] as const, ['new', after] as const]);
  return pieces(
    changes.map(({ added, removed, value }) => [added ? 'new' : removed ? 'gone' : 'same', value.join('')]),
  );
}

/** Words, and what stands between them, in order: joined they are the text. */
export function wordsIn(text: string, lang: string): string[] {
  return Array.from(segmenterOf(lang).segment(text), ({ segment }) => segment);
}

/** What stands between two changes and has no word in it belongs to them: else a sentence falls into crumbs. */
const noWord = /^[\s\p{P}]*$/u;

function pieces(changes: (readonly [Piece['kind'], string])[]): Piece[] {
  const made: Piece[] = [];
  let [gone, fresh] = ['', ''];
  const close = () => {
    if (gone) made.push({ kind: 'gone', text: gone });
    if (fresh) made.push({ kind: 'new', text: fresh });
    [gone, fresh] = ['', ''];
  };
  changes.forEach(([kind, text], at) => {
    const isCrumb = kind === 'same' && noWord.test(text) && gone + fresh !== '' && at < changes.length - 1;
    if (kind === 'gone' || (isCrumb && changesBoth(changes, at))) gone += text;
    if (kind === 'new' || (isCrumb && changesBoth(changes, at))) fresh += text;
    if (kind === 'same' && !(isCrumb && changesBoth(changes, at))) {
      close();
      made.push({ kind, text });
    }
  });
  close();
  return made;
}

/** Whether words were replaced on both sides: an insertion alone needs no more than itself. */
function changesBoth(changes: (readonly [Piece['kind'], string])[], at: number): boolean {
  const kinds = (places: number[]) => new Set(places.map((place) => changes[place]?.[0]));
  const [left, right] = [kinds([at - 1, at - 2]), kinds([at + 1, at + 2])];
  const isReplaced = (side: Set<string | undefined>) => side.has('gone') && side.has('new');
  return isReplaced(left) && isReplaced(right);
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterOf(lang: string): Intl.Segmenter {
  const known = segmenters.get(lang);
  if (known) return known;
  const made = new Intl.Segmenter(isTag(lang) ? lang : 'und', { granularity: 'word' });
  if (segmenters.size < 100) segmenters.set(lang, made);
  return made;
}

function isTag(lang: string): boolean {
  try {
    return Intl.getCanonicalLocales(lang).length > 0;
  } catch {
    return false;
  }
}
