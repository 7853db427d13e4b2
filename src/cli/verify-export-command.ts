/** `bin/wireroom verify DIR`: checks an export, with nothing but its files. */
import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type VerifiedExport, verifyExport } from '../export/verify-export.ts';
import type { ExportFinding } from '../export/verify-findings.ts';
import { progressOn } from './export-command.ts';
import { printable } from './import-lines.ts';
import { verdict } from './verify-command.ts';
import { WrongUse } from './words.ts';

/** No database is opened. @returns the exit code. */
export async function verifyFolderCommand(
  folder: string,
  { json, checkpoint }: { json: boolean; checkpoint: string | undefined },
): Promise<number> {
  const outcome = await verifyExport(path.resolve(folder), {
    threads: os.availableParallelism(),
    kept: checkpoint === undefined ? undefined : readKept(checkpoint),
    progress: progressOn(process.stderr),
    tell: (finding) => console.log(json ? JSON.stringify(finding) : describeExportFinding(finding)),
  });
  if (!outcome.ok) {
    if (json) console.log(JSON.stringify({ outcome: 'refused', sentence: outcome.why }));
    else console.error(printable(outcome.why));
    return 1;
  }
  console.log(json ? JSON.stringify(outcome.value) : describeVerified(outcome.value));
  return outcome.value.wrong === 0 ? 0 : 1;
}

function readKept(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new WrongUse(`The checkpoint ${file} cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
}

export function describeExportFinding({ code, version, file, what }: ExportFinding): string {
  const story = code === null ? '' : `Story ${code}${version === null ? '' : `, version ${version}`}: `;
  return printable(`! ${story}${file === null ? '' : `${file}: `}${what}`);
}

function describeVerified({
  stories,
  acts,
  versions,
  pictures,
  files,
  wrong,
  sameDrawing,
}: VerifiedExport): string {
  const drawn = sameDrawing
    ? ''
    : '\nThe pages were drawn by another version of the program: their words were compared, not their bytes.';
  return `${acts} acts on ${stories} stories, ${versions} versions, ${pictures} pictures, ${files} files: ${verdict(wrong)}${drawn}`;
}
