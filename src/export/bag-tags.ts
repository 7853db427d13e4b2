/** The files beside the payload of a bag (RFC 8493). They tell no time: the same record has the same bytes. */
import { type Agency, editionOf } from '../editions/edition.ts';
import { exportFormat } from './export-paths.ts';

export const bagitTxt = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

export type BagFacts = {
  agency: string;
  origin: string;
  /** Acts in the log. */
  size: number;
  files: number;
  bytes: number;
  /** How the pages were drawn: drawing.ts. */
  drawn: string;
};

export function bagInfo({ agency, origin, size, files, bytes, drawn }: BagFacts): string {
  return [
    `Source-Organization: ${agency}`,
    'External-Description: All stories that the organization published, with every version, every act and the log that proves them',
    `External-Identifier: ${origin}`,
    'Bag-Software-Agent: Wireroom',
    `Payload-Oxum: ${bytes}.${files}`,
    `Export-Format: ${exportFormat}`,
    `Log-Origin: ${origin}`,
    `Log-Size: ${size}`,
    `Drawn-With: ${drawn}`,
    '',
  ].join('\n');
}

/** The agency's name in its first language, on one line. */
export function agencyName(agency: Agency): string {
  const edition = editionOf(agency, agency.defaultLang) ?? agency.editions[0];
  return edition?.agency.replace(/\s+/g, ' ').trim() || 'this agency';
}
