/** Who may do what: the one place that knows. The table in docs/roles.md is drawn from it. */

/** A grant gives a role on one desk or all (null), in one language or all (null). */
export type Grant = { role: Role; desk: string | null; lang: string | null };

export const roles = [
  'reporter',
  'sub-editor',
  'editor',
  'chief',
  'moderator',
  'wire-manager',
  'administrator',
] as const;
export type Role = (typeof roles)[number];

export const verbs = [
  'story.read',
  'draft.write',
  // To hand a draft on to the desk: one stage forward.
  'story.hand-in',
  // To move a story to any stage.
  'story.place',
  'picture.add',
  'note.write',
  'planning.write',
  'act.publish',
  'act.update',
  'act.flash',
  'act.correct',
  'act.hold',
  'act.release',
  'act.kill',
  'act.redact',
  'act.withdraw',
  'front.arrange',
  'comment.moderate',
  'wire.manage',
  'settings.read',
  'settings.write',
  'people.read',
  'people.write',
  'audit.read',
] as const;
export type Verb = (typeof verbs)[number];

const writing: Verb[] = ['story.read', 'draft.write', 'story.hand-in', 'picture.add', 'note.write'];
const subbing: Verb[] = [...writing, 'story.place', 'planning.write', 'act.publish', 'act.update'];
const editing: Verb[] = [
  ...subbing,
  'act.flash',
  'act.correct',
  'act.hold',
  'act.release',
  'act.kill',
  'front.arrange',
  'comment.moderate',
  'settings.read',
];

/** An administrator runs the installation, and needs another role to touch a story. */
const mayDo: Record<Role, ReadonlySet<Verb>> = {
  reporter: new Set(writing),
  'sub-editor': new Set(subbing),
  editor: new Set(editing),
  chief: new Set([...editing, 'act.redact', 'act.withdraw', 'wire.manage', 'people.read', 'audit.read']),
  moderator: new Set(['story.read', 'comment.moderate']),
  'wire-manager': new Set(['story.read', 'wire.manage']),
  administrator: new Set(['settings.read', 'settings.write', 'people.read', 'people.write', 'audit.read']),
};

/**
 * Where something is done. Left out: anywhere, so that one grant on any desk is enough. Null: it belongs to no desk (or
 * language), so that only a grant over every one is.
 */
export type Place = { desk?: string | null; lang?: string | null };

/** Everywhere: on every desk, in every language. */
export const everywhere: Place = { desk: null, lang: null };

/** Verbs about the whole installation: no desk has settings, or a list of changes, of its own. */
const wholly: ReadonlySet<Verb> = new Set<Verb>(['settings.write', 'audit.read']);

export function may(
  person: { grants: readonly Grant[] },
  verb: Verb,
  place: Place = wholly.has(verb) ? everywhere : {},
): boolean {
  return person.grants.some(
    ({ role, desk, lang }) => mayDo[role].has(verb) && covers(desk, place.desk) && covers(lang, place.lang),
  );
}

function covers(granted: string | null, asked: string | null | undefined): boolean {
  return granted === null || asked === undefined || granted === asked;
}

export function roleMay(role: Role, verb: Verb): boolean {
  return mayDo[role].has(verb);
}

/** Nobody gives, takes or guards more than he has: the place of each grant must lie in the giver's. */
export function mayChangeGrants(person: { grants: readonly Grant[] }, grants: readonly Grant[]): boolean {
  return (
    may(person, 'people.write') &&
    grants.every(({ desk, lang }) => may(person, 'people.write', { desk, lang }))
  );
}

/** What a person may do: for each verb, where. For the screens; the server asks `may`. */
export function whatHeMay(person: { grants: readonly Grant[] }): Partial<Record<Verb, Place[]>> {
  const allowed: Partial<Record<Verb, Place[]>> = {};
  for (const verb of verbs) {
    const places = person.grants
      .filter(({ role }) => mayDo[role].has(verb))
      .map(({ desk, lang }) => ({ desk, lang }));
    if (may(person, verb)) allowed[verb] = places;
  }
  return allowed;
}
