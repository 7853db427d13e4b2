/** What one text has and another has not, word by word, in any script. Pure. */
import { diffArrays } from 'diff';

/** `gone`: only in the older text; `new`: only in the newer. Nothing is lost: see the property tests. */
export type Piece = { kind: 'same' | 'gone' | 'new'; text: string };

/** Beyond this many changed words two texts are called different as a whole: finding out would take too long. */
const mostChanges = 1_000;

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
  if (!changes)
    return pieces([
      { kind: 'gone', text: before },
      { kind: 'new', text: after },
    ]);
  return pieces(
    changes.map(({ added, removed, value }) => ({
      kind: added ? 'new' : removed ? 'gone' : 'same',
      text: value.join(''),
    })),
  );
}

/** Words, and what stands between them, in order: joined they are the text. */
export function wordsIn(text: string, lang: string): string[] {
  return Array.from(segmenterOf(lang).segment(text), ({ segment }) => segment);
}

/** What stands between two changes and has no word in it is no rest for the eye: a sentence would fall into crumbs. */
const noWord = /^[\s\p{P}]*$/u;

function pieces(changes: Piece[]): Piece[] {
  return clustersOf(changes.filter(({ text }) => text !== '')).flatMap(joined);
}

/** Changes with nothing but crumbs between them; what is the same in both stands alone. */
function clustersOf(changes: Piece[]): Piece[][] {
  const clusters: Piece[][] = [];
  let open: Piece[] = [];
  const close = () => {
    // A crumb at the end is followed by no other change.
    const rest = open.splice(open.findLastIndex(({ kind }) => kind !== 'same') + 1);
    clusters.push(...[open, ...rest.map((one) => [one])].filter((cluster) => cluster.length > 0));
    open = [];
  };
  for (const change of changes) {
    if (change.kind === 'same' && (open.length === 0 || !noWord.test(change.text))) {
      close();
      clusters.push([change]);
    } else open.push(change);
  }
  close();
  return clusters;
}

/** One change for each cluster: all that is gone, then all that is new, each with the crumbs between. */
function joined(cluster: Piece[]): Piece[] {
  const textOf = (but: Piece['kind']) =>
    cluster
      .filter(({ kind }) => kind !== but)
      .map(({ text }) => text)
      .join('');
  const kinds = new Set(cluster.map(({ kind }) => kind));
  if (kinds.has('gone') && kinds.has('new')) return replaced(textOf('new'), textOf('gone'));
  return cluster.length > 2 ? slid(cluster) : cluster;
}

/** The space that ends both is the same in both. */
function replaced(gone: string, fresh: string): Piece[] {
  const space = /\s+$/.exec(gone)?.[0] ?? '';
  const isShared = space !== '' && space === /\s+$/.exec(fresh)?.[0];
  const cut = (text: string) => (isShared ? text.slice(0, -space.length) : text);
  const made: Piece[] = [
    { kind: 'gone', text: cut(gone) },
    { kind: 'new', text: cut(fresh) },
    { kind: 'same', text: isShared ? space : '' },
  ];
  return made.filter(({ text }) => text !== '');
}

/** "same, [which was] old" and "same[, which was] old" are the same insertion: the crumb goes to its end. */
function slid([first, crumb, second, ...rest]: Piece[]): Piece[] {
  if (!first || !crumb || !second) return [first, crumb].filter((one) => one !== undefined);
  if (!second.text.endsWith(crumb.text)) return [first, crumb, ...slid([second, ...rest])];
  const text = first.text + crumb.text + second.text.slice(0, -crumb.text.length);
  return slid([{ kind: first.kind, text }, crumb, ...rest]);
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
