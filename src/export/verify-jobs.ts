/** The parts of a check that can be done side by side, in this thread or in others. */
import type { Agency } from '../editions/edition.ts';
import { whyNotHead } from '../log/check-log.ts';
import { drawingOf } from './drawing.ts';
import type { PublicKey } from './log-files.ts';
import type { ManifestPart } from './manifest.ts';
import type { ExportFinding } from './verify-findings.ts';
import type { SignedHead } from './verify-log.ts';
import { type CheckedPart, checkPart, nothingChecked } from './verify-part.ts';

/** What every job needs; the two arrays are shared by all threads. */
export type JobSettings = {
  root: string;
  agency: Agency;
  /** How the pages were drawn, as bag-info.txt says; and whether this program draws them so. */
  drawn: string;
  sameDrawing: boolean;
  keys: PublicKey[];
  size: number;
  /** 32 bytes for each leaf. */
  leaves: Uint8Array;
  /** One byte for each leaf: whether a story has it. */
  claimed: Uint8Array;
};

export type Job = { kind: 'heads'; file: string; heads: SignedHead[] } | { kind: 'part'; part: ManifestPart };

export type JobDone = CheckedPart & { findings: ExportFinding[] };

/** Heads of one file that do not hold are named up to this; then they are counted. */
const mostHeads = 3;

/** Makes what does jobs. */
export function jobDoer(settings: JobSettings): (job: Job) => JobDone {
  const { root, agency, drawn, sameDrawing, keys, size, leaves, claimed } = settings;
  const drawing = drawingOf(agency, drawn);
  const found = new Set<string>();
  return (job) => {
    const findings: ExportFinding[] = [];
    const tell = (finding: ExportFinding) => findings.push(finding);
    if (job.kind === 'heads') {
      checkHeads(job.file, job.heads, keys, tell);
      return { ...nothingChecked(), findings };
    }
    const checked = checkPart(job.part, {
      root,
      drawing,
      sameDrawing,
      found,
      leaves: (index) => (index < size ? leaves.subarray(index * 32, index * 32 + 32) : null),
      claim: (index) => index < size && Atomics.exchange(claimed, index, 1) === 1,
      tell,
    });
    return { ...checked, findings };
  };
}

function checkHeads(
  file: string,
  heads: SignedHead[],
  keys: PublicKey[],
  tell: (finding: ExportFinding) => void,
): void {
  let wrong = 0;
  const say = (what: string) => tell({ code: null, version: null, file, what });
  for (const { size, note, root } of heads) {
    const why = whyNotHead(note, size, Buffer.from(root, 'base64'), keys);
    if (!why) continue;
    wrong++;
    if (wrong <= mostHeads) say(`Checkpoint ${size}: ${why}.`);
  }
  if (wrong > mostHeads) say(`${wrong - mostHeads} more checkpoints of it do not hold.`);
}
