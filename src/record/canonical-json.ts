/**
 * Canonical JSON (RFC 8785): the one spelling of a value, so that its hash means the value.
 * Keys are sorted by UTF-16 code units; numbers and strings are written as ECMAScript writes them.
 * @throws TypeError for what JSON has no word for, and for text with a lone surrogate.
 */
export function canonicalJson(value: unknown): string {
  // What was read from canonical JSON is in its order: the platform writes it the same, at half the cost.
  return isInOrder(value) ? JSON.stringify(value) : spelledOut(value);
}

/** Whether it is plain JSON throughout, and the keys of each object are in order. */
function isInOrder(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed();
  if (typeof value === 'number') return Number.isFinite(value);
  if (value === null || typeof value === 'boolean') return true;
  if (typeof value !== 'object') return false;
  if (Array.isArray(value)) {
    for (const member of value) if (!isInOrder(member)) return false;
    return true;
  }
  if (Object.getPrototypeOf(value) !== Object.prototype) return false;
  let last = '';
  for (const key of Object.keys(value)) {
    if (key < last || !key.isWellFormed() || !isInOrder((value as Record<string, unknown>)[key]))
      return false;
    last = key;
  }
  return true;
}

function spelledOut(value: unknown): string {
  if (typeof value === 'string') {
    if (!value.isWellFormed()) throw new TypeError('text with a lone surrogate');
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(spelledOut).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    let members = '';
    const keys = Object.keys(value);
    // Without a comparison of its own, sort goes by UTF-16 code units.
    if (keys.length > 1) keys.sort();
    for (const key of keys) {
      const member = (value as Record<string, unknown>)[key];
      if (member === undefined) continue;
      members += `${members === '' ? '' : ','}${spelledName(key)}:${spelledOut(member)}`;
    }
    return `{${members}}`;
  }
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new TypeError('a number that JSON cannot write');
  const json = JSON.stringify(value);
  if (json === undefined) throw new TypeError(`${typeof value} is not JSON`);
  return json;
}

/** Names of members as JSON has them: an archive has a few names, each a million times. */
const spelledNames = new Map<string, string>();
const mostNames = 1_000;

function spelledName(name: string): string {
  const kept = spelledNames.get(name);
  if (kept !== undefined) return kept;
  const spelled = spelledOut(name);
  if (spelledNames.size < mostNames) spelledNames.set(name, spelled);
  return spelled;
}
