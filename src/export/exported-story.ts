/**
 * A story as an export has it: its acts with what opens their commitments, and the words of its versions as far as readers
 * get them. Everything else that an export says of a story follows from this.
 */
import type { PublicState } from '../record/act.ts';
import { canonicalJson } from '../record/canonical-json.ts';
import { type Leaf, readLeafText } from '../record/leaf.ts';
import { type ActInHistory, withholdingAct } from '../record/read-history.ts';
import { makesVersion } from '../record/row-of-acts.ts';
import type { Gap } from '../record/version-store.ts';

/**
 * What a commitment was made of. `salt`: 32 bytes in base64. `spelled`: the value as canonical JSON, which is hashed to be
 * checked, and written.
 */
export type Opened = { salt: string; value: unknown; spelled: string };

/** @throws TypeError for a value that canonical JSON has no word for. */
export function openWith(salt: string, value: unknown): Opened {
  return { salt, value, spelled: canonicalJson(value) };
}

export type ExportedAct = {
  /** Place of its leaf in the log. */
  index: number;
  /** Canonical JSON; the log's entry is its bytes. */
  leaf: string;
  /** What readers got of the story after it. */
  state: PublicState;
  /** Facts by name (record/act-facts.ts); a sentence that was redacted, or is withheld with the story, is absent. */
  facts: Record<string, Opened>;
};

export type ExportedPicture = { sha256: string; mediaType: string; width: number; height: number };

export type ExportedVersion = {
  version: number;
  /** Place in the log of the act that made it. */
  index: number;
  /** Words by field; what was redacted is absent, and all of it where readers do not get the story. */
  fields: Record<string, Opened>;
  /** Those that its body shows, in order, as far as their bytes are kept. */
  pictures: ExportedPicture[];
};

export type ExportedStory = {
  code: number;
  lang: string;
  translationGroup: string | null;
  /** Its published translations, by code. */
  translations: { code: number; lang: string }[];
  /** In the order of recording; at least one. */
  acts: ExportedAct[];
  /** One for each act that made words. */
  versions: ExportedVersion[];
};

export function stateOf(story: Pick<ExportedStory, 'acts'>): PublicState {
  const newest = story.acts.at(-1);
  if (!newest) throw new RangeError('a story without acts');
  return newest.state;
}

/** Leaves and histories are asked for again and again while a story is checked and drawn. */
const leaves = new WeakMap<Pick<ExportedAct, 'leaf'>, Leaf>();
const histories = new WeakMap<readonly ExportedAct[], ActInHistory[]>();

/** @throws RangeError for a text that is no leaf. */
export function leafOf(act: Pick<ExportedAct, 'leaf'>): Leaf {
  const kept = leaves.get(act);
  if (kept) return kept;
  const leaf = readLeafText(act.leaf);
  if (!leaf) throw new RangeError('not a leaf');
  leaves.set(act, leaf);
  return leaf;
}

/**
 * The acts as a history tells them. An act is known by its place in the log alone: `actId` is its leaf's index.
 * @throws RangeError where an act is none.
 */
export function historyOf(acts: readonly ExportedAct[]): ActInHistory[] {
  const kept = histories.get(acts);
  if (kept) return kept;
  const history: ActInHistory[] = [];
  for (const act of acts) {
    const leaf = leafOf(act);
    const fact = <T>(name: string): T | null => (act.facts[name]?.value ?? null) as T | null;
    const actedAt = new Date(leaf.actedAt);
    const statedAt = timeOf(fact('statedAt'));
    history.push({
      actId: act.index,
      leafIndex: act.index,
      kind: leaf.act,
      state: act.state,
      version: leaf.version,
      madeVersion: makesVersion(leaf.act, history.at(-1)?.kind ?? null),
      actedAt,
      statedAt,
      effectiveAt: statedAt ?? actedAt,
      dueAt: timeOf(fact('dueAt')),
      by: fact<string>('by') ?? '',
      reasonClass: fact<string>('reason') ?? '',
      note: fact<string>('note') ?? '',
      noteGap: null,
      replacement: fact('replacement'),
      redacts: fact<string[]>('redacts') ?? [],
      withdraws: fact('withdraws'),
    });
  }
  const told = history.map((act) => ({ ...act, noteGap: gapOf(history, act.leafIndex, 'note') }));
  histories.set(acts, told);
  return told;
}

function timeOf(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}

type Redacting = Pick<ActInHistory, 'leafIndex' | 'kind' | 'redacts' | 'reasonClass' | 'actedAt'>;

/** The redaction that took a field of an act away: the first after it that names the field. Null: none did. */
export function redactionOf<Act extends Redacting>(
  history: readonly Act[],
  index: number,
  field: string,
): Act | null {
  return (
    history.find((act) => act.leafIndex > index && act.kind === 'redact' && act.redacts.includes(field)) ??
    null
  );
}

/** The same as readers are told of it. */
export function gapOf(history: readonly Redacting[], index: number, field: string): Gap | null {
  const why = redactionOf(history, index, field);
  return why && { field, reasonClass: why.reasonClass, at: why.actedAt, actId: why.leafIndex };
}

/**
 * Place in the log of the one act whose sentence stands in the place of a story that readers do not get; of all others
 * the sentences are withheld with the words. Null: readers get the story, and nothing is withheld.
 */
export function speakingAct(history: ActInHistory[]): number | null {
  return withholdingAct(history)?.leafIndex ?? null;
}
