/** A file that appears whole or not at all: written aside as `FILE.part`, made durable, then given its name. */
import { linkSync, lstatSync, renameSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { Refused } from './backup-refusal.ts';

export type PartFile = {
  /** Where it lies while it is written. */
  path: string;
  /** The last step of a `pipeline`. */
  write: (source: AsyncIterable<Uint8Array>) => Promise<void>;
  /** Waits until the disk has it. */
  sync: () => Promise<void>;
  /** Gives it its name, unless another file has that now. */
  putInPlace: () => Promise<void>;
  /** Takes it away, where it has not got its name. */
  remove: () => Promise<void>;
};

/**
 * Begins `file`, for its owner alone, in the place of what a killed run left.
 * @throws Refused where there is such a file, or none can be made there.
 */
export async function beginPartFile(file: string): Promise<PartFile> {
  if (isThere(file)) throw new Refused({ kind: 'file-exists', file });
  const part = `${file}.part`;
  const handle = await writing(file, async () => {
    rmSync(part, { force: true });
    return open(part, 'wx', 0o600);
  });
  let closed = false;
  const close = async () => {
    if (closed) return;
    closed = true;
    await handle.close();
  };
  return {
    path: part,
    write: async (source) => {
      for await (const bytes of source) await writing(file, () => handle.writeFile(bytes));
    },
    sync: () =>
      writing(file, async () => {
        await handle.sync();
        await close();
      }),
    putInPlace: () =>
      writing(file, async () => {
        giveName(part, file);
        await syncFolder(path.dirname(file));
      }),
    remove: async () => {
      await close().catch(() => undefined);
      rmSync(part, { force: true });
    },
  };
}

/** A hard link refuses to replace a file; disks that have none are asked first. */
function giveName(part: string, file: string): void {
  try {
    linkSync(part, file);
    rmSync(part);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' || isThere(file)) throw new Refused({ kind: 'file-exists', file });
    renameSync(part, file);
  }
}

/** A symbolic link that leads nowhere is there too. */
function isThere(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
}

/** Not every system can; the name is then durable a little later. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder).catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

async function writing<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asRefusal(file, error as Error);
  }
}

function asRefusal(file: string, error: NodeJS.ErrnoException): Error {
  return error.syscall ? new Refused({ kind: 'cannot-write', file, code: error.code ?? '' }) : error;
}
