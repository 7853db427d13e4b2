import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { itWithShared, sharedFile } from '../../test/shared.ts';
import { readVocabulary } from './read-vocabulary.ts';
import { type Concept, labelIn, topCodes } from './subject.ts';

const standard = 'standards/media-topics/media-topics-multilingual.json';
const base = 'http://cv.iptc.org/newscodes/mediatopic';

const sport = { code: '15000000', broader: null, labels: { 'en-gb': 'sport', fa: 'ورزش' } };
const football = { code: '20001065', broader: '15000000', labels: { 'en-gb': 'football', fa: 'فوتبال' } };
const retired = { code: '20001066', broader: '20001065', labels: { 'en-gb': 'old football' } };

/** The three as each form writes them. */
const forms: Record<string, string> = {
  'IPTC JSON': JSON.stringify({
    conceptSet: [
      {
        uri: `${base}/15000000`,
        qcode: 'medtop:15000000',
        prefLabel: { 'en-GB': 'sport', fa: 'ورزش' },
        broader: [],
      },
      {
        qcode: 'medtop:20001065',
        prefLabel: { 'en-GB': 'football', fa: 'فوتبال' },
        broader: [`${base}/15000000`],
        narrower: [`${base}/20001066`],
        exactMatch: [
          'http://cv.iptc.org/newscodes/subjectcode/15054000',
          'http://www.wikidata.org/entity/Q2736',
        ],
      },
      {
        uri: `${base}/20001066`,
        prefLabel: { 'en-GB': 'old football' },
        broader: [`${base}/20001065`],
        retired: '2019-10-07T12:00:00+00:00',
        isReplacedBy: [`${base}/20001065`],
      },
    ],
  }),
  'IPTC RDF/XML': `<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:skos="http://www.w3.org/2004/02/skos/core#"
  xmlns:dct="http://purl.org/dc/terms/" xmlns:nar="http://iptc.org/std/nar/2006-10-01/">
  <skos:ConceptScheme rdf:about="${base}/"><skos:prefLabel xml:lang="en-GB">Media Topic</skos:prefLabel></skos:ConceptScheme>
  <skos:Concept rdf:about="${base}/15000000">
    <skos:prefLabel xml:lang="en-GB">sport</skos:prefLabel><skos:prefLabel xml:lang="fa">ورزش</skos:prefLabel>
  </skos:Concept>
  <skos:Concept rdf:about="${base}/20001065">
    <skos:prefLabel xml:lang="en-GB">football</skos:prefLabel><skos:prefLabel xml:lang="fa">فوتبال</skos:prefLabel>
    <skos:definition xml:lang="en-GB">Eleven against eleven &amp; a ball</skos:definition>
    <skos:broader rdf:resource="${base}/15000000"/>
    <skos:exactMatch rdf:resource="http://www.wikidata.org/entity/Q2736"/>
  </skos:Concept>
  <rdf:Description rdf:about="${base}/20001066">
    <rdf:type rdf:resource="http://www.w3.org/2004/02/skos/core#Concept"/>
    <skos:prefLabel xml:lang="en-GB">old football</skos:prefLabel>
    <skos:broader rdf:resource="${base}/20001065"/>
    <nar:retired>2019-10-07T12:00:00+00:00</nar:retired>
    <dct:isReplacedBy rdf:resource="${base}/20001065"/>
  </rdf:Description>
</rdf:RDF>
`,
  CSV: `code,broader,retired,successor,wikidata,en-GB,fa
15000000,,,,,sport,ورزش
medtop:20001065,15000000,,,Q2736,"football",فوتبال\r
20001066,20001065,2019-10-07,20001065,,old football,
`,
  TSV: `code\tbroader\tretired\tsuccessor\twikidata\ten-GB\tfa
15000000\t\t\t\t\tsport\tورزش
20001065\t15000000\t\t\tQ2736\tfootball\tفوتبال
20001066\t20001065\t2019-10-07\t20001065\t\told football\t`,
  'plain JSON': JSON.stringify({
    concepts: [
      sport,
      { ...football, wikidata: 'Q2736' },
      { ...retired, retired: '2019-10-07', successor: '20001065' },
    ],
  }),
};

/** As they are kept: a name of a region stands for its language. */
const kept = <T extends { labels: object & { 'en-gb': string } }>(concept: T) => ({
  ...concept,
  labels: { ...concept.labels, en: concept.labels['en-gb'] },
});
const none = { retired: null, successor: null, wikidata: null };

describe.each(Object.entries(forms))('%s', (_, text) => {
  it('is read, with names, places, retirements and what stands in their place', () => {
    expect(readVocabulary(`\ufeff${text}`)).toEqual([
      { ...none, ...kept(sport) },
      { ...none, ...kept(football), wikidata: 'Q2736' },
      { ...none, ...kept(retired), retired: '2019-10-07', successor: '20001065' },
    ]);
  });

  it('is refused where what is above a code is not in it', () => {
    const cut = text.replaceAll('15000000', '14000000').replace('14000000', '13000000');
    expect(() => readVocabulary(cut)).toThrow(/14000000, is not in the file|is there twice/);
  });
});

itWithShared(standard)('reads the whole vocabulary: each code leads up to one of the seventeen', () => {
  const concepts = readVocabulary(readFileSync(sharedFile(standard), 'utf8'));
  expect(concepts).toHaveLength(1_370);
  expect(concepts.filter(({ retired }) => retired)).toHaveLength(270);
  expect(concepts.flatMap(({ code, broader }) => (broader ? [] : [code]))).toEqual(topCodes);
});

const plain = (...concepts: (Partial<Concept> | null)[]) => JSON.stringify({ concepts });

it.each([
  ['', /neither/],
  ['Some text.', /neither/],
  ['{"conceptSet": [', /^The file is no JSON/],
  ['[]', /neither/],
  ['{"things": []}', /neither a list “conceptSet”/],
  ['{"concepts": []}', /no concept/],
  [plain(null), /^Concept 1: it is no object/],
  [plain(sport, { ...football, code: '2000106' }), /^Concept 2: “2000106” is no code/],
  [plain(sport, { ...football, labels: {} }), /^Concept 20001065: it has no name/],
  [plain(sport, { ...football, labels: { en: ' ' } }), /^Concept 20001065: it has no name/],
  [plain(sport, { ...football, labels: { 'in English': 'x' } }), /“in English” is no language tag/],
  [plain(sport, { ...football, labels: { en: 'x'.repeat(201) } }), /longer than 200/],
  [plain(sport, { ...football, retired: '2019-02-30' }), /^Concept 20001065: it is retired on “2019-02-30”/],
  [plain(sport, football, football), /^Concept 20001065 is there twice/],
  [plain({ ...football, broader: null }), /^Concept 20001065 has nothing above it/],
  [
    plain(sport, { ...football, broader: '20001066' }, retired),
    /^Concept 20001065: the way up from it leads in a circle/,
  ],
  ['code,broader,en\n15000000,,sport\n20001065,15000000\n', /^Line 3 has 2 columns/],
  ['code,broader,en\n15000000,,"sport\n', /^Line 2 opens a quotation mark/],
  ['code,broader,en\n15000000,,sport\nfootball,15000000,football\n', /^Line 3: “football” is no code/],
  ['code,broader,en,EN\n', /names the column “en” twice/],
  ['code,name\n', /first line must name/],
  [
    (forms['IPTC RDF/XML'] as string).replace('<rdf:RDF', '<!DOCTYPE x [<!ENTITY a "b">]><rdf:RDF'),
    /DOCTYPE/,
  ],
  [(forms['IPTC RDF/XML'] as string).slice(0, 900), /cut short/],
  ['<rdf:RDF></rdf:RDF>', /no SKOS concept/],
  [`<rdf:RDF>${'&amp;'.repeat(100_001)}</rdf:RDF>`, /more than 100000 character references/],
  [`<rdf:RDF></rdf:RDF>${'<!-- -->'.repeat(50_000)}x`, /cut short/],
  [`<rdf:RDF>${'<a>'.repeat(60)}${'</a>'.repeat(60)}</rdf:RDF>`, /nested deeper/],
  [
    (forms['IPTC RDF/XML'] as string).replace(' xml:lang="fa"', ''),
    /^Concept 15000000: a name has no xml:lang/,
  ],
  ['code,broader,en\n15000000,,caf\ufffd\n', /not UTF-8/],
])('refuses %#', (text, why) => {
  expect(() => readVocabulary(text)).toThrow(why);
  expect(() => readVocabulary(text)).toThrow(expect.objectContaining({ name: 'UnfitVocabulary' }));
});

// What is looked at again from each beginning would keep the program for hours.
it.each([
  ['comments behind its end', `<rdf:RDF></rdf:RDF>${'<!-- -->'.repeat(100_000)}cut`, /cut short/],
  [
    'columns',
    `code,broader,${Array.from({ length: 300_000 }, (_, at) => `x${at}`)},x0\n`,
    /column “x0” twice/,
  ],
  ['beginnings of tags', `${'<'.repeat(1_000_000)}`, /cut short/],
])('refuses a file of very many %s', (_what, text, why) => {
  expect(() => readVocabulary(text)).toThrow(why);
});

it('reads an RDF with comments behind its end', () => {
  const file = `${forms['IPTC RDF/XML']}\n<!-- Of 2026. -->\n<!-- </rdf:RDF> -->\n`;
  expect(readVocabulary(file)).toHaveLength(3);
});

it('keeps quoted commas, quotation marks and lines of a table', () => {
  const [concept] = readVocabulary('code;broader;en\n15000000;;"sport; ""games""\nand more"\n');
  expect(concept?.labels).toEqual({ en: 'sport; "games" and more' });
  expect(concept?.retired).toBeUndefined();
});

it('finds the nearest name: in the language, near it, in English, in any', () => {
  const labels = { 'en-gb': 'labour', 'pt-br': 'trabalho' };
  expect(['en-GB', 'en', 'pt-PT', 'fa'].map((lang) => labelIn(labels, lang))).toEqual([
    'labour',
    'labour',
    'trabalho',
    'labour',
  ]);
  expect(labelIn({ de: 'Arbeit' }, 'fa')).toBe('Arbeit');
});
