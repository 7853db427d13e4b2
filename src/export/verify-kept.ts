/** Whether a log goes on from a checkpoint that somebody kept: what makes a log that was made anew visible. */
import { parseCheckpoint } from '../log/checkpoint.ts';
import { openNote } from '../log/signed-note.ts';
import { logFolder } from './export-paths.ts';
import type { Bag } from './read-bag.ts';
import type { TellFinding } from './verify-findings.ts';

/** The size that a kept checkpoint speaks of. */
export function keptSize(note: string | undefined): number | null {
  return readKept(note ?? '')?.size ?? null;
}

function readKept(note: string) {
  return parseCheckpoint(note.slice(0, note.lastIndexOf('\n\n') + 1));
}

/** Whoever made a whole new log, with new keys, is found out by a head of the old one. */
export function checkKept(
  note: string,
  { keys, origin, size }: Bag,
  roots: Map<number, Buffer>,
  tell: TellFinding,
): void {
  const wrong = (what: string) =>
    tell({
      code: null,
      version: null,
      file: `${logFolder}/checkpoint`,
      what: `The kept checkpoint: ${what}`,
    });
  const kept = readKept(note);
  if (!kept || kept.origin !== origin) {
    wrong(kept ? `it is of another log, ${kept.origin}; this one is ${origin}.` : 'it is none.');
    return;
  }
  const opened = openNote(
    note,
    keys.map(({ vkey }) => vkey),
  );
  if (!opened.ok)
    wrong(`it is not signed with a key of this export (${opened.why}): the keys, or the note, were changed.`);
  if (kept.size > size)
    wrong(
      `it has ${kept.size} entries and this log ${size}: what came after was taken away, or the export is older.`,
    );
  else if (kept.size > 0 && !roots.get(kept.size)?.equals(kept.root))
    wrong(
      `this log does not go on from it: what was recorded up to entry ${kept.size} was changed since it was signed.`,
    );
}
