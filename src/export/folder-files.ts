/** The files of a story's folder as they lie on the disk, checked against what the manifest has of them. */
import { hash } from 'node:crypto';
import { closeSync, constants, openSync, readdirSync, readFileSync, readSync } from 'node:fs';

/** A line of the manifest: a file's name within the folder, and its SHA-256. */
export type FolderLine = { name: string; sha256: string };

/** What a file says as UTF-8. `bytes` null: those of the text, and no others. */
export type StoryFile = { text: string; bytes: Buffer | null };

/** By name. */
export type StoryFiles = Map<string, StoryFile>;

export type FolderFiles = {
  files: StoryFiles;
  /** Names of those that are not as the manifest says. */
  changed: Set<string>;
  /** Length of those that the manifest has. */
  bytes: number;
};

export function readFolder(
  folder: string,
  lines: FolderLine[],
  tell: (name: string, what: string) => void,
): FolderFiles {
  const files: StoryFiles = new Map();
  const changed = new Set<string>();
  let sum = 0;
  const known = new Map(lines.map(({ name, sha256 }) => [name, sha256]));
  for (const name of namesIn(folder)) {
    const sha256 = known.get(name);
    known.delete(name);
    const read = readPlain(`${folder}/${name}`, sha256);
    if (!read) {
      tell(name, 'It is no plain file.');
      continue;
    }
    files.set(name, storyFile(read.bytes));
    if (sha256 === undefined) {
      tell(name, 'manifest-sha256.txt does not have it: it was added.');
      continue;
    }
    sum += read.bytes.length;
    if (read.isAsListed) continue;
    changed.add(name);
    tell(name, 'It has other bytes than manifest-sha256.txt says: one of the two was changed.');
  }
  for (const name of known.keys()) tell(name, 'It is missing.');
  return { files, changed, bytes: sum };
}

/** `bytes` may be written over afterwards. Where it has U+FFFD, which stands for bytes that are no UTF-8, they are kept. */
export function storyFile(bytes: Buffer): StoryFile {
  const text = bytes.toString();
  return { text, bytes: text.includes('\ufffd') ? Buffer.from(bytes) : null };
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (/^(ENOENT|ENOTDIR)$/.test((error as NodeJS.ErrnoException).code ?? '')) return [];
    throw error;
  }
}

/** A link is not followed, and nothing waits for a pipe. */
const plainly = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** Where files are read to, one after the other: an archive has a million, and few are longer. */
const room = Buffer.allocUnsafeSlow(1 << 16);

type Read = {
  /** Until the next file is read. */
  bytes: Buffer;
  isAsListed: boolean;
};

/** Null for what is no file of its own: a folder, or a link to something that may be anywhere. */
function readPlain(file: string, sha256: string | undefined): Read | null {
  let handle: number | null = null;
  try {
    handle = openSync(file, plainly);
    const begin = room.subarray(0, readSync(handle, room));
    const isWhole = begin.length < room.length && hash('sha256', begin, 'hex') === sha256;
    if (isWhole) return { bytes: begin, isAsListed: true };
    // It is longer, or came in pieces, or is not as it was: nothing is said of it before it was read to its end.
    const bytes = Buffer.concat([begin, readFileSync(handle)]);
    return { bytes, isAsListed: hash('sha256', bytes, 'hex') === sha256 };
  } catch (error) {
    if (/^(ELOOP|EISDIR|EMLINK|ENXIO|EAGAIN)$/.test((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw error;
  } finally {
    if (handle !== null) closeSync(handle);
  }
}
