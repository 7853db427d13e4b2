/** Persian writes some endings and beginnings joined, with a joiner that takes no room, or with a space. Pure. */

const beginning = /(?<![\p{L}\p{M}])(ن?(?:می|مي))[\s\u200c](?=\p{Script=Arabic})/gu;
const ending =
  /(?<=\p{Script=Arabic})[\s\u200c]((?:ها|تر|ترین|هایی|های|هاي|ترين|هایم|هایت|هایش|هایمان|هایتان|هایشان)(?![\p{L}\p{M}]))/gu;

/** The ending that follows a silent heh, which others write as a mark above it. */
const afterHeh = /(?<=ه)[\s\u200c]([یي](?![\p{L}\p{M}]))/gu;

/** Sets the joiner where a space stands before an ending or after a beginning. The text keeps its length. */
export function joinAffixes(text: string): string {
  return text.replace(beginning, '$1\u200c').replace(ending, '\u200c$1').replace(afterHeh, '\u200c$1');
}

const endings = /(?:هایشان|هایتان|هایمان|هایش|هایت|هایم|هایی|های|ها|ترین|تر)$/;

/** A folded word without beginning and ending; null where it has none, or too little would be left. */
export function persianStem(word: string): string | null {
  const stem = word.replace(/^(?:نمی|می)(?=...)/u, '').replace(endings, '');
  return stem !== word && stem.length >= 3 ? stem : null;
}

/** The parts of a word that was written with joiners: each is looked for by itself too. */
export function joinedParts(raw: string): string[] {
  return raw.includes('\u200c') ? raw.split('\u200c').filter((part) => [...part].length > 1) : [];
}
