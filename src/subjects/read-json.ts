/**
 * A vocabulary as JSON: the IPTC's own (`conceptSet`, with `uri`, `qcode`, `prefLabel`, `broader`, `retired`,
 * `exactMatch`), or a plain list (`concepts`, with `code`, `broader`, `labels`, `retired`, `wikidata`).
 */
import { readCode, readLabels, readRetired, readWikidata } from './concept-parts.ts';
import type { Concept } from './subject.ts';
import { UnfitVocabulary } from './unfit-vocabulary.ts';

/** @throws UnfitVocabulary */
export function readJson(text: string): Concept[] {
  const file = parse(text);
  if (Array.isArray(file.conceptSet)) return file.conceptSet.map(readIptc);
  if (Array.isArray(file.concepts)) return file.concepts.map(readPlain);
  throw new UnfitVocabulary(
    'The JSON has neither a list “conceptSet”, as the IPTC writes it, nor a list “concepts”.',
  );
}

function parse(text: string): Record<string, unknown> {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch (error) {
    throw new UnfitVocabulary(`The file is no JSON: ${(error as Error).message}`);
  }
  return membersOf(file, 'The file');
}

function readIptc(said: unknown, at: number): Concept {
  const concept = membersOf(said, `Concept ${at + 1}`);
  const code = readCode(concept.uri ?? concept.qcode, `Concept ${at + 1}`);
  const where = `Concept ${code}`;
  const [broader] = listOf(concept.broader);
  const [successor] = listOf(concept.isReplacedBy ?? concept.replacedBy);
  return {
    code,
    broader: broader === undefined ? null : readCode(broader, `${where}, broader`),
    labels: readLabels(membersOf(concept.prefLabel, `${where}, prefLabel`), where),
    retired: readRetired(concept.retired, where),
    successor: successor === undefined ? null : readCode(successor, `${where}, successor`),
    wikidata: readWikidata([...listOf(concept.exactMatch), ...listOf(concept.closeMatch)]),
  };
}

function readPlain(said: unknown, at: number): Concept {
  const concept = membersOf(said, `Concept ${at + 1}`);
  const code = readCode(concept.code, `Concept ${at + 1}`);
  const where = `Concept ${code}`;
  const { broader = null, successor = null } = concept;
  return {
    code,
    broader: broader === null ? null : readCode(broader, `${where}, broader`),
    labels: readLabels(membersOf(concept.labels, `${where}, labels`), where),
    retired: readRetired(concept.retired, where),
    successor: successor === null ? null : readCode(successor, `${where}, successor`),
    wikidata: readWikidata([concept.wikidata]),
  };
}

function listOf(said: unknown): unknown[] {
  if (said === undefined || said === null) return [];
  return Array.isArray(said) ? said : [said];
}

function membersOf(said: unknown, what: string): Record<string, unknown> {
  if (said === null || typeof said !== 'object' || Array.isArray(said))
    throw new UnfitVocabulary(`${what}: it is no object.`);
  return said as Record<string, unknown>;
}
