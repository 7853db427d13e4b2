/**
 * A vocabulary as the IPTC's RDF/XML: SKOS concepts with `prefLabel`, `broader`, `exactMatch`, and the day of retirement.
 * Elements are known by their names after the colon. Entities of the file's own are not read: a DOCTYPE is refused.
 */
import { DOMParser } from 'linkedom';
import { measureMarkup } from '../intake/markup-guard.ts';
import { readCode, readLabels, readRetired, readWikidata } from './concept-parts.ts';
import type { Concept } from './subject.ts';
import { UnfitVocabulary } from './unfit-vocabulary.ts';

const deepest = 50;
/** A parser may take long over each. */
const mostReferences = 100_000;

/** @throws UnfitVocabulary */
export function readSkos(text: string): Concept[] {
  if (/<!DOCTYPE|<!ENTITY/i.test(text))
    throw new UnfitVocabulary('The XML has a DOCTYPE: a vocabulary needs none, and it is not read.');
  const { depth, references } = measureMarkup(text);
  if (depth > deepest) throw new UnfitVocabulary('The XML is nested deeper than any vocabulary is.');
  if (references > mostReferences)
    throw new UnfitVocabulary(`The XML has more than ${mostReferences} character references.`);
  if (!endsWithRdf(text))
    throw new UnfitVocabulary('The XML does not end with its rdf:RDF: it is cut short, or no RDF.');
  const root = new DOMParser().parseFromString(text, 'text/xml').documentElement as unknown as Element;
  const concepts = [...root.children].filter(isConcept);
  if (concepts.length === 0) throw new UnfitVocabulary('The RDF has no SKOS concept.');
  return concepts.map(readConcept);
}

/** Whether nothing but comments comes after its root. They are taken off one by one: there may be very many. */
function endsWithRdf(text: string): boolean {
  let rest = text.trimEnd();
  while (rest.endsWith('-->')) rest = rest.slice(0, Math.max(0, rest.lastIndexOf('<!--'))).trimEnd();
  return /<\/(?:[\w.-]+:)?RDF\s*>$/.test(rest.slice(-200));
}

function isConcept(element: Element): boolean {
  if (nameOf(element) === 'Concept') return true;
  return (
    nameOf(element) === 'Description' &&
    childrenOf(element, 'type').some((type) => /[#/]Concept$/.test(resourceOf(type)))
  );
}

function readConcept(element: Element, at: number): Concept {
  const code = readCode(attribute(element, 'about'), `Concept ${at + 1}`);
  const where = `Concept ${code}`;
  const said: Record<string, string> = {};
  for (const label of childrenOf(element, 'prefLabel')) {
    const lang = attribute(label, 'lang');
    if (lang === '') throw new UnfitVocabulary(`${where}: a name has no xml:lang.`);
    said[lang] = label.textContent ?? '';
  }
  const [broader] = childrenOf(element, 'broader');
  const [retired] = childrenOf(element, 'retired');
  const [successor] = childrenOf(element, 'isReplacedBy');
  const [deprecated] = childrenOf(element, 'deprecated');
  const [modified] = childrenOf(element, 'modified');
  const isDeprecated = deprecated?.textContent?.trim() === 'true';
  const day = retired ?? (isDeprecated ? (modified ?? deprecated) : undefined);
  const same = ['exactMatch', 'closeMatch'].flatMap((name) => childrenOf(element, name));
  return {
    code,
    broader: broader ? readCode(resourceOf(broader), `${where}, broader`) : null,
    labels: readLabels(said, where),
    retired: readRetired(day?.textContent?.trim(), where),
    successor: successor ? readCode(resourceOf(successor), `${where}, successor`) : null,
    wikidata: readWikidata(same.map(resourceOf)),
  };
}

function childrenOf(element: Element, name: string): Element[] {
  return [...element.children].filter((child) => nameOf(child) === name);
}

/** "skos:prefLabel" → "prefLabel" */
function nameOf(element: Element): string {
  return afterColon(element.tagName);
}

function afterColon(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function resourceOf(element: Element): string {
  return attribute(element, 'resource') || (element.textContent ?? '').trim();
}

function attribute(element: Element, name: string): string {
  return [...element.attributes].find((one) => afterColon(one.name) === name)?.value ?? '';
}
