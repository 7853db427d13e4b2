/** What an entry of the audit list was about: of what was before and after, what differs. Pure. */

/** Longest value that is shown whole, in characters. */
const longest = 120;

export function aboutWords(about: Record<string, unknown>): string[] {
  const { before, after, code, version, ...others } = about;
  // The database keeps no order of its own: a story goes by its code.
  const plain = Object.entries({ code, version, ...others })
    .filter(([, value]) => value !== '' && value !== null && value !== undefined)
    .map(([name, value]) => `${name}: ${shown(value)}`);
  return 'before' in about && 'after' in about ? [...plain, ...changes(before, after)] : plain;
}

/** "editions.0.name: A → B" for each value that is another. */
function changes(before: unknown, after: unknown, path: string[] = []): string[] {
  if (isBranch(before) && isBranch(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return names.flatMap((name) => changes(before[name], after[name], [...path, name]));
  }
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  return [`${path.join('.') || '…'}: ${shown(before)} → ${shown(after)}`];
}

function isBranch(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function shown(value: unknown): string {
  if (value === undefined || value === null || value === '') return '∅';
  const words = typeof value === 'string' ? value : JSON.stringify(value);
  return words.length > longest ? `${words.slice(0, longest)}…` : words;
}
