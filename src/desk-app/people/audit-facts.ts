/** What an entry of the list of changes was about, as facts: of what was before and after, what differs. Pure. */

/** `path`: machine words, and names where a list is of things that have one. `from` absent: nothing changed, it is so. */
export type AuditFact = { path: string[]; from?: unknown; to: unknown };

/** The order of what a list holds, as a step of a path. */
export const orderStep = 'order';

/** What stands for nothing in a fact. */
export function isNothing(value: unknown): boolean {
  return (
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
  );
}

export function factsOf(about: Record<string, unknown>): AuditFact[] {
  const { before, after, code, version, ...others } = about;
  // The database keeps no order of its own: a story goes by its code.
  const plain = Object.entries({ code, version, ...others })
    .filter(([, value]) => !isNothing(value))
    .map(([name, value]) => ({ path: [name], to: value }));
  if (!('before' in about && 'after' in about)) return plain;
  // Nor has it an order of what changed: what is of the whole goes before what is of a part.
  return [...plain, ...changes(before, after, []).sort((a, b) => a.path.length - b.path.length)];
}

function changes(before: unknown, after: unknown, path: string[]): AuditFact[] {
  if (areOfNamed(before, after)) return listChanges(listOf(before), listOf(after), path);
  if (Array.isArray(before) || Array.isArray(after)) return valueChanges(before, after, path);
  if (isBranch(before) || isBranch(after)) {
    const [old, now] = [isBranch(before) ? before : {}, isBranch(after) ? after : {}];
    const names = [...new Set([...Object.keys(old), ...Object.keys(now)])];
    return names.flatMap((name) => changes(old[name], now[name], [...path, name]));
  }
  const isAsBefore = isSame(before, after) || (isNothing(before) && isNothing(after));
  return isAsBefore ? [] : [{ path, from: before, to: after }];
}

type Named = Record<string, unknown>;

/** Things that are known by something of theirs, wherever in the list they stand; and whether that order is another. */
function listChanges(before: Named[], after: Named[], path: string[]): AuditFact[] {
  const byKey = (list: Named[]) => new Map(list.map((one) => [keyOf(one), one] as const));
  const [old, now] = [byKey(before), byKey(after)];
  const keys = [...new Set([...now.keys(), ...old.keys()])];
  const within = keys.flatMap((key) => {
    const one = now.get(key) ?? old.get(key);
    return changes(old.get(key), now.get(key), [...path, one ? nameOf(one) : '']);
  });
  const stayed = (list: Named[]) => list.filter((one) => old.has(keyOf(one)) && now.has(keyOf(one)));
  const [from, to] = [stayed(before), stayed(after)];
  const isInOrder = isSame(from.map(keyOf), to.map(keyOf));
  const order = { path: [...path, orderStep], from: from.map(nameOf), to: to.map(nameOf) };
  return isInOrder ? within : [...within, order];
}

/** A list of values: those that only one side has; all of them where their order alone is another. */
function valueChanges(before: unknown, after: unknown, path: string[]): AuditFact[] {
  if (isSame(before ?? [], after ?? [])) return [];
  const [old, now] = [listOf<unknown>(before), listOf<unknown>(after)];
  const without = (list: unknown[], other: unknown[]) => {
    const there = new Set(other.map((one) => JSON.stringify(one)));
    return list.filter((one) => !there.has(JSON.stringify(one)));
  };
  const [gone, come] = [without(old, now), without(now, old)];
  return gone.length + come.length > 0
    ? [{ path, from: gone, to: come }]
    : [{ path: [...path, orderStep], from: old, to: now }];
}

function areOfNamed(...lists: unknown[]): boolean {
  const all = lists.flatMap((list) => listOf<unknown>(list));
  const areLists = lists.every((list) => isNothing(list) || Array.isArray(list));
  return areLists && all.length > 0 && all.every((one) => isBranch(one) && keyOf(one) !== undefined);
}

function listOf<One>(list: unknown): One[] {
  return Array.isArray(list) ? list : [];
}

/** By what a thing in a list is known; undefined: by nothing but what it is. */
function keyOf(one: Named): unknown {
  // A grant has a language and is not known by it.
  return 'role' in one ? undefined : (one.slug ?? one.id ?? one.lang);
}

function nameOf(one: Named): string {
  return String(one.name || (keyOf(one) ?? ''));
}

function isBranch(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
