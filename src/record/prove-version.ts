/** All that proves one version: its words with their salts, its leaf, its place in the log and the signed head. */
import {
  type Checkpoint,
  readCheckpointCovering,
  readLeaf,
  readNewestCheckpoint,
  tileReader,
} from '../log/log-store.ts';
import { consistencyProof, inclusionProof } from '../log/merkle.ts';
import { readKeys } from '../log/signing-keys.ts';
import { type Client, findStoryByCode } from '../stories/story-store.ts';
import { isTold } from '../stories/told-actor.ts';
import type { PublicState } from './act.ts';
import { factsOf } from './act-facts.ts';
import { listActs, type StoryAct } from './record-store.ts';
import { readVersion } from './version-store.ts';

export type VersionProof = {
  code: number;
  lang: string;
  version: number;
  state: PublicState;
  /** Verifier keys, the oldest first (C2SP signed-note). */
  keys: string[];
  /** Canonical JSON; the log's entry is its bytes. */
  leaf: string;
  index: number;
  /** The newest signed head, and the path from the leaf to it: hashes in base64, the leaf's sibling first. */
  checkpoint: string;
  inclusion: string[];
  /** The head that pages carry, and the proof that the newest one goes on from it. */
  covering: { checkpoint: string; consistency: string[] };
  /**
   * What each commitment was made of; null: removed by a redaction, or withheld with the story. `by` is null too where readers are
   * told of the desk alone: whoever has the salt and the name can still show that they belong to the leaf.
   */
  fields: Record<string, { value: unknown; salt: string } | null>;
};

/** @returns null where there is no such story or version. */
export async function proveVersion(db: Client, code: number, version: number): Promise<VersionProof | null> {
  const story = await findStoryByCode(db, code);
  const acts = story ? await listActs(db, story.id) : [];
  const made = story && (await readVersion(db, story.id, version));
  const act = acts.find(({ actId }) => actId === made?.actId);
  const state = acts.at(-1)?.state;
  if (!story || !made || !act || !state) return null;
  const leaf = await readLeaf(db, act.actId);
  const newest = await readNewestCheckpoint(db);
  const covering = await readCheckpointCovering(db, act.actId);
  if (!leaf || !newest || !covering) throw new Error(`Act ${act.actId} is not covered by the log.`);
  const isNamed = isTold(act.by, { byline: made.fields.byline ?? '', lang: story.lang });
  const values = { ...made.fields, ...factsOf({ ...act, withdraws: await leafIndexOf(db, act.withdraws) }) };
  return {
    code,
    lang: story.lang,
    version,
    state,
    keys: (await readKeys(db)).map(({ vkey }) => vkey),
    ...leaf,
    checkpoint: newest.note,
    inclusion: spell(await inclusionProof(leaf.index, newest.size, tileReader(db))),
    covering: await goOn(db, covering, newest),
    fields: await openFields(db, {
      act,
      values,
      isOpen: (field) => state === 'public' && (field !== 'by' || isNamed),
    }),
  };
}

async function leafIndexOf(db: Client, actId: number | null): Promise<number | null> {
  return actId === null ? null : ((await readLeaf(db, actId))?.index ?? null);
}

async function goOn(db: Client, covering: Checkpoint, newest: Checkpoint): Promise<VersionProof['covering']> {
  const proof = await consistencyProof(covering.size, newest.size, tileReader(db));
  return { checkpoint: covering.note, consistency: spell(proof) };
}

/** Salts of a story that readers do not get would let words be guessed: they stay inside. */
async function openFields(
  db: Client,
  {
    act,
    values,
    isOpen,
  }: { act: StoryAct; values: Record<string, unknown>; isOpen: (field: string) => boolean },
): Promise<VersionProof['fields']> {
  const { rows } = await db.query<{ field: string; salt: Buffer | null }>(
    'select field, salt from field_commitments where act_id = $1 order by field',
    [act.actId],
  );
  return Object.fromEntries(
    rows.map(({ field, salt }) => [
      field,
      isOpen(field) && salt ? { value: values[field], salt: salt.toString('base64') } : null,
    ]),
  );
}

function spell(hashes: Buffer[]): string[] {
  return hashes.map((hash) => hash.toString('base64'));
}
