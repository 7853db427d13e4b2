/**
 * Canonical JSON (RFC 8785): the one spelling of a value, so that its hash means the value.
 * Keys are sorted by UTF-16 code units; numbers and strings are written as ECMAScript writes them.
 * @throws TypeError for what JSON has no word for, and for text with a lone surrogate.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, member]) => member !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, member]) => `${canonicalJson(key)}:${canonicalJson(member)}`).join(',')}}`;
  }
  if (typeof value === 'string' && !value.isWellFormed()) throw new TypeError('text with a lone surrogate');
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new TypeError('a number that JSON cannot write');
  const json = JSON.stringify(value);
  if (json === undefined) throw new TypeError(`${typeof value} is not JSON`);
  return json;
}
