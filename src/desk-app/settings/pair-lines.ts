/** Pairs as lines of text, "one = other", as people type and paste them. Pure. */

export type Pair = readonly [string, string];

export function linesOf(pairs: readonly Pair[]): string {
  return pairs.map(([one, other]) => `${one} = ${other}`).join('\n');
}

/** Empty lines are nothing. `wrong`: the first line that is no pair; null: all are. */
export function pairsIn(text: string): { pairs: Pair[]; wrong: string | null } {
  const pairs: Pair[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const at = line.indexOf('=');
    const [one, other] = at < 0 ? ['', ''] : [line.slice(0, at).trim(), line.slice(at + 1).trim()];
    if (!one || !other) return { pairs, wrong: line.trim() };
    pairs.push([one, other]);
  }
  return { pairs, wrong: null };
}

/** @throws Error with a sentence for people about the first line that is no pair. */
export function readPairs(text: string, wrongLine: (line: string) => string): Pair[] {
  const { pairs, wrong } = pairsIn(text);
  if (wrong !== null) throw new Error(wrongLine(wrong));
  return pairs;
}
