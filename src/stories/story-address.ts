/** Addresses of a story. The code is the story; the words after it are decoration made from the present headline. */

/** Longest words part, in characters, before it is percent-encoded. */
const maxWords = 80;

/** Words that stand for something else behind a story's code. */
const taken = new Set(['comments']);

/** "Storm closes port" → "storm-closes-port"; "-" where the headline has no letter or digit. */
export function addressWords(headline: string): string {
  const words = headline
    .normalize('NFKD')
    .replace(/(?<=\p{Script=Latin})\p{Mn}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’ʼ]/g, '')
    .match(/[\p{L}\p{N}\p{M}]+/gu);
  let address = '';
  for (const word of words ?? []) {
    if (address && address.length + 1 + word.length > maxWords) break;
    address += address ? `-${word}` : word.slice(0, maxWords);
  }
  return taken.has(address) ? '-' : address.toWellFormed() || '-';
}

/** Path from the root, percent-encoded: /en/271032/storm-closes-port */
export function storyPath(story: { lang: string; code: number; headline: string }): string {
  return `/${story.lang}/${story.code}/${encodeURIComponent(addressWords(story.headline))}`;
}
