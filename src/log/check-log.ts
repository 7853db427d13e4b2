/** Whether the log in the database is one log: leaves without gaps, the tree over them, and every head signed. */
import type { Tell } from '../record/verify-record.ts';
import type { Client } from '../stories/story-store.ts';
import { parseCheckpoint } from './checkpoint.ts';
import { tileWidth } from './log-store.ts';
import { type Frontier, frontierRoot, growFrontier, leafHash } from './merkle.ts';
import { type OpenedNote, openNote, openNoteAside } from './signed-note.ts';
import { readKeys, type SigningKey, whyKeysBreak } from './signing-keys.ts';

const batch = 256;

export async function checkLog(db: Client, tell: Tell): Promise<void> {
  const keys = await readKeys(db);
  const broken = whyKeysBreak(keys);
  const wrong = (what: string) => tell({ code: null, version: null, what });
  if (broken) wrong(`Signing keys: ${broken}.`);
  let frontier: Frontier = [];
  let size = 0;
  let signed = 0;
  const subtrees = await readSubtrees(db);
  const growing: { frontier: Frontier; count: number }[] = [];
  /** The stored root of each block of 256 must be the root of the 256 below it: tiles and proofs are made of them. */
  const climb = (level: number, hash: Buffer): void => {
    growing[level] ??= { frontier: [], count: 0 };
    const block = growing[level];
    block.frontier = growFrontier(block.frontier, block.count % tileWidth, hash);
    block.count++;
    if (block.count % tileWidth !== 0) return;
    const root = frontierRoot(block.frontier);
    const place = `${level + 1} ${block.count / tileWidth - 1}`;
    if (!subtrees.get(place)?.equals(root))
      wrong(`Subtree ${place} (level, index) is not the root of what is below it.`);
    subtrees.delete(place);
    block.frontier = [];
    climb(level + 1, root);
  };
  for (;;) {
    const leaves = await readLeaves(db, size);
    if (leaves.length === 0) break;
    const notes = await readNotes(db, size, size + leaves.length);
    /** What is wrong with each head: told when its signature has been checked, beside this thread. */
    const heads: Promise<string | null>[] = [];
    let gap: number | null = null;
    for (const { index, leaf, hash } of leaves) {
      if (index !== size) {
        gap = index;
        break;
      }
      const made = leafHash(Buffer.from(leaf));
      if (!made.equals(hash)) wrong(`Leaf ${index} is not what its hash says: ${leaf.slice(0, 120)}`);
      // The tree is built from the stored hashes: a changed leaf is named once, not with every head after it.
      frontier = growFrontier(frontier, size, hash);
      climb(0, hash);
      size++;
      const note = notes.get(size);
      // An archive that had no log was covered by one checkpoint at once; from then on each act has its own.
      if (note === undefined && signed > 0) wrong(`Checkpoint ${size} is missing: it was removed.`);
      if (note !== undefined) {
        signed++;
        heads.push(headAside(note, size, frontierRoot(frontier), keys));
      }
    }
    for (const said of await Promise.all(heads)) if (said) wrong(said);
    if (gap !== null)
      return wrong(`The log has no leaf ${size}: leaf ${gap} comes next. It was removed or added.`);
  }
  for (const place of subtrees.keys()) wrong(`Subtree ${place} (level, index) does not belong to the log.`);
  await checkEnds(db, size, frontier, wrong);
}

type KnownKey = Pick<SigningKey, 'origin' | 'vkey' | 'fromSize'>;

/** What is wrong with a signed head, or null. */
export function whyNotHead(note: string, size: number, root: Buffer, keys: KnownKey[]): string | null {
  const key = keyOfTime(size, keys);
  return whyNotOpened(openNote(note, key ? [key.vkey] : []), size, root, key);
}

async function headAside(note: string, size: number, root: Buffer, keys: KnownKey[]): Promise<string | null> {
  const key = keyOfTime(size, keys);
  const why = whyNotOpened(await openNoteAside(note, key ? [key.vkey] : []), size, root, key);
  return why && `Checkpoint ${size}: ${why}.`;
}

function keyOfTime(size: number, keys: KnownKey[]): KnownKey | undefined {
  return keys.findLast(({ fromSize }) => fromSize < size);
}

function whyNotOpened(
  opened: OpenedNote,
  size: number,
  root: Buffer,
  key: KnownKey | undefined,
): string | null {
  if (!opened.ok) return `it is not signed by the key of its time (${opened.why})`;
  const head = parseCheckpoint(opened.text);
  if (!head || head.origin !== key?.origin) return 'it is no head of this log';
  if (head.size !== size) return `it is signed for ${head.size} leaves`;
  return head.root.equals(root)
    ? null
    : 'its root is not the root of the leaves: one was changed, added, removed or moved';
}

async function readLeaves(
  db: Client,
  from: number,
): Promise<{ index: number; leaf: string; hash: Buffer }[]> {
  const { rows } = await db.query<{ index: number; leaf: string; hash: Buffer }>(
    'select index, leaf, hash from leaves where index >= $1 order by index limit $2',
    [from, batch],
  );
  return rows;
}

async function readNotes(db: Client, after: number, until: number): Promise<Map<number, string>> {
  const { rows } = await db.query<{ size: number; note: string }>(
    'select size, note from checkpoints where size > $1 and size <= $2',
    [after, until],
  );
  return new Map(rows.map(({ size, note }) => [size, note]));
}

async function checkEnds(
  db: Client,
  size: number,
  frontier: Frontier,
  wrong: (what: string) => void,
): Promise<void> {
  const { rows } = await db.query<{ size: number; frontier: Buffer; newest: number | null; acts: number }>(
    `select log_head.size, frontier, (select max(size) from checkpoints) as newest, (select count(*) from acts) as acts
     from log_head`,
  );
  const head = rows[0];
  if (!head || head.size !== size || !head.frontier.equals(Buffer.concat(frontier)))
    wrong(`The head of the log speaks of ${head?.size ?? 0} leaves; there are ${size}.`);
  if (head && (head.newest ?? 0) !== size)
    wrong(`The newest checkpoint covers ${head.newest ?? 0} of ${size} leaves.`);
  if (head && head.acts !== size) wrong(`There are ${head.acts} acts and ${size} leaves.`);
}

async function readSubtrees(db: Client): Promise<Map<string, Buffer>> {
  const { rows } = await db.query<{ level: number; index: number; hash: Buffer }>(
    'select level, index, hash from log_subtrees',
  );
  return new Map(rows.map(({ level, index, hash }) => [`${level} ${index}`, hash]));
}
