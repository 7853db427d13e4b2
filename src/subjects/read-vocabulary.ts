/** A file of Media Topics, in whichever form: read whole and checked, or refused with one sentence. Pure. */
import { readJson } from './read-json.ts';
import { readSkos } from './read-skos.ts';
import { isTable, readTable } from './read-table.ts';
import { type Concept, topCodes } from './subject.ts';
import { UnfitVocabulary } from './unfit-vocabulary.ts';

/** Longest file, in UTF-16 units: the IPTC's own, in fifteen languages with definitions, is a quarter of it. */
export const largestVocabulary = 24 * 1024 * 1024;

const mostConcepts = 20_000;

/** @throws UnfitVocabulary */
export function readVocabulary(text: string): Concept[] {
  if (text.length > largestVocabulary)
    throw new UnfitVocabulary(`The file is larger than ${largestVocabulary / 1024 / 1024} MB.`);
  if (text.includes('\ufffd') || text.includes('\0')) throw new UnfitVocabulary('The file is not UTF-8.');
  const concepts = read(text.replace(/^\ufeff/, ''));
  checkTree(concepts);
  return concepts;
}

function read(text: string): Concept[] {
  const [first] = text.trimStart();
  if (first === '{') return readJson(text);
  if (first === '<') return readSkos(text);
  if (isTable(text)) return readTable(text);
  throw new UnfitVocabulary(
    'The file is neither the IPTC’s JSON or RDF/XML nor a table whose first line names code and broader.',
  );
}

/** Each code once, each way up ending at one of the seventeen. @throws UnfitVocabulary, naming the code. */
function checkTree(concepts: Concept[]): void {
  if (concepts.length === 0) throw new UnfitVocabulary('The file has no concept.');
  if (concepts.length > mostConcepts)
    throw new UnfitVocabulary(`The file has ${concepts.length} concepts: ${mostConcepts} at most.`);
  const byCode = new Map(concepts.map((concept) => [concept.code, concept]));
  if (byCode.size < concepts.length) {
    const twice = concepts.find((concept) => byCode.get(concept.code) !== concept);
    throw new UnfitVocabulary(`Concept ${twice?.code} is there twice.`);
  }
  const sound = new Set<string>();
  for (const { code } of concepts) checkWayUp(code, byCode, sound);
}

/** `sound`: codes whose way up is known to end well. */
function checkWayUp(code: string, byCode: Map<string, Concept>, sound: Set<string>): void {
  const way = new Set<string>();
  for (let at = code; !sound.has(at); ) {
    if (way.has(at)) throw new UnfitVocabulary(`Concept ${code}: the way up from it leads in a circle.`);
    way.add(at);
    const broader = byCode.get(at)?.broader ?? null;
    if (broader === null) {
      if (!topCodes.includes(at))
        throw new UnfitVocabulary(
          `Concept ${at} has nothing above it, and is none of the seventeen at the top.`,
        );
      break;
    }
    if (!byCode.has(broader))
      throw new UnfitVocabulary(`Concept ${at}: what is above it, ${broader}, is not in the file.`);
    at = broader;
  }
  for (const one of way) sound.add(one);
}
