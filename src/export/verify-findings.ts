/** What is wrong with an export. */

/** `file`: path from the export's root; null: it is about no one file. `code` null: it belongs to no one story. */
export type ExportFinding = {
  code: number | null;
  version: number | null;
  file: string | null;
  what: string;
};

export type TellFinding = (finding: ExportFinding) => void;
