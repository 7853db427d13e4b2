import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleStories } from '../sample/sample-agency.ts';
import { plainText } from '../text/plain-text.ts';
import { dropSpaces, randomFrom, scoreRepair } from './lost-spaces.ts';
import { repairLanguages, repairText } from './repair.ts';

const newswire = readFileSync(new URL('./fixtures/newswire.txt', import.meta.url), 'utf8');
const sample = sampleStories
  .filter(({ lang }) => lang === 'en')
  .map(({ fields }) => [fields.headline, fields.lead, plainText(fields.body)].join('\n'));

function repaired(text: string): string {
  return repairText(text, 'en').text;
}

describe('lost spaces are put back', () => {
  it.each([
    ['He went tothe shop.', 'He went to the shop.'],
    ['the transferof power', 'the transfer of power'],
    ['both were includedtothe list', 'both were included to the list'],
    ['held inGeneva onMonday,withthe envoy', 'held in Geneva on Monday, with the envoy'],
    ['some 35people were killed and 120wounded', 'some 35 people were killed and 120 wounded'],
    ['born on5 August1990and', 'born on 5 August 1990 and'],
    ['It fell.The rest stayed.', 'It fell. The rest stayed.'],
    ['"We will not stop,"he said."The law is clear."', '"We will not stop," he said. "The law is clear."'],
    ['“We will not stop,”he said.“The law is clear.”', '“We will not stop,” he said. “The law is clear.”'],
    ['PresidentObama met AngelaMerkel inMoscow', 'President Obama met Angela Merkel in Moscow'],
    ['the NorthKorea talks', 'the North Korea talks'],
    ['USCongress and theEU', 'US Congress and the EU'],
    ['againstIran,North Koreaand Russia', 'against Iran, North Korea and Russia'],
    ['45%of the vote;Labour lost', '45% of the vote; Labour lost'],
    ['thecountry’seconomy didn’tgrow', 'the country’s economy didn’t grow'],
    ['the ceremony ofre-elected members', 'the ceremony of re-elected members'],
    ['the meeting(held in Paris)was short', 'the meeting (held in Paris) was short'],
    ['on July 28,2017 in the 20thcentury', 'on July 28, 2017 in the 20th century'],
    ['said on Friday.Thepresident left', 'said on Friday. The president left'],
    ['worth $35million in all', 'worth $35 million in all'],
    ['intheU.S. andU.K.officials,inWashington', 'in the U.S. and U.K. officials, in Washington'],
    [
      'left onFriday.U.S.officials stayed,etc.,and so on',
      'left on Friday. U.S. officials stayed, etc., and so on',
    ],
    ['while theIDFsaid andMPswere told', 'while the IDF said and MPs were told'],
    ['users ofWhatsApp andiPhone andmacOS inQ2', 'users of WhatsApp and iPhone and macOS in Q2'],
    ['met EricaFrasco, not MaryAnn', 'met Erica Frasco, not MaryAnn'],
    ['the SupremeCourt and the ForeignMinister', 'the Supreme Court and the Foreign Minister'],
    ['tothe foral-Sisi andal-Qaeda camps', 'to the for al-Sisi and al-Qaeda camps'],
    ['tothe Acme Inc.was sold attwelveo’clock', 'to the Acme Inc. was sold at twelve o’clock'],
    ['a5-year plan tothe end ofit', 'a 5-year plan to the end of it'],
    ['tothe 8 per cent or9percent ofit', 'to the 8 per cent or 9 per cent of it'],
    ['tothe king. Hewasduetomeet himthere', 'to the king. He was due to meet him there'],
    ['“Times”,“Sun” and "Stop.""Why,"she said', '“Times”, “Sun” and "Stop." "Why," she said'],
    ['he/she;they and A&E,maternity', 'he/she; they and A&E, maternity'],
    ['2017she sang inGenevaon the lake ofit', '2017 she sang in Geneva on the lake of it'],
  ])('%s', (glued, whole) => {
    expect(repaired(glued)).toBe(whole);
  });

  it.each([
    ['He waited in a room for abill and aweek of it.', 'He waited in a room for a bill and a week of it.'],
    ['He lost. Itwas late. Then he left.', 'He lost. It was late. Then he left.'],
    ['He came. Helost it, as ever.', 'He came. He lost it, as ever.'],
    ['There were atleast ten of them.', 'There were at least ten of them.'],
    ['It was, ofcourse, over.', 'It was, of course, over.'],
    ['They sat ina room and spoke.', 'They sat in a room and spoke.'],
    ['“Ithink so,” he said.', '“I think so,” he said.'],
  ])('one alone in a whole text: %s', (glued, whole) => {
    expect(repaired(glued)).toBe(whole);
  });

  it('tells of each change where it was, what it was and how sure it is', () => {
    const { changes } = repairText('Talks inTehran,they said', 'en');
    expect(changes).toEqual([
      { offset: 6, before: 'inTehran,they', after: 'in Tehran, they', confidence: expect.any(Number) },
    ]);
    expect(changes[0]?.confidence).toBeGreaterThan(0.9);
  });
});

describe('what is whole stays byte for byte', () => {
  it.each([
    'Tolstoy, Atlanta, Forsyth, inland, McDonald, iPhone, e-mail, MacArthur, DeVito, O’Brien, d’Artagnan, al-Assad',
    'https://example.org/inTehran?a=b,c www.example.org/of35 someone@inTehran.org example.com/a,b',
    'U.S. U.K. p.m. 3.5bn 20th 1990s 5G MH17 COVID-19 mp3 G20 10km 5pm 1,000,000 3:1 F-16 A320neo',
    '#inTehran @ofRussia #3things',
    'YouTube, PayPal, BlackRock, easyJet, eBay, SpaceX, WhatsApp, TikTok, AstraZeneca, JPMorgan, FedEx, LinkedIn',
    'onboarding, overtourism, cyberattacks, crowdfunding, fintech, deepfakes, forint, metformin, airstrikes, byelection',
    'Mitsotakis, Erdogan, Meloni, Yermak, Zhytomyr, Kharkiv, Ofsted, Asante, Torino, Isakson, Amnon, Anderlecht, Tonga',
    'line one\r\nline two\r\n\r\n\ttabbed  twice \n',
    'no line end',
    '',
    'Привет,мир. سلام،دنیا. 你好，世界。 été,hiver',
    '(s)he said the word(s) and re(elected)',
    'LONDON (Reuters) - AkzoNobel, StanChart, CoreWeave, ByteDance and LockBit fell 2.4% at 13:45 GMT, to €14.6bn',
    'H. erectus, E. coli, SARS-CoV-2, p53, 2.4GHz, 2tsp, 14C, 3I/ATLAS, 52AU, deoxygenation, megadrought, serverless',
    'Le Déjeuner sur l’herbe, Ngũgĩ wa Thiong’o, Guðni Th. Jóhannesson, Nguyễn Phan Quế Mai, Yrsa Sigurðardóttir, “Sátántangó”',
    'rock ’n’ roll, lookin’, coulda, I’d’ve, ’tis, will.i.am, A$AP Rocky, P!nk, Jay-Z, 4chan, 4x100m, T-72B3s, F-16s',
    'and/or, km/h, TCP/IP, Mr/Mrs, 9/11, R&D, AT&T, B&Q, Section 301(c), art. 6(1), No. 24-1073, [sic], &c.',
    'readme.txt, tsconfig.json, Node.js, ASP.NET, 2001-09-11, 2010-15, 0800 555 111, 3–0, 6-4, 10^6, 5\'11"',
  ])('%s', (text) => {
    if (text.startsWith('Привет')) expect(repaired(text).replace('été, hiver', 'été,hiver')).toBe(text);
    else expect(repaired(text)).toBe(text);
  });

  it('holds for whole stories', () => {
    for (const text of [newswire, ...sample]) expect(repairText(text, 'en').changes).toEqual([]);
  });

  it('does nothing to a language without a word list, and says so', () => {
    const text = 'Le présidenta dit;oui';
    expect(repairText(text, 'fr')).toEqual({ text, changes: [], flags: [], languageKnown: false });
    expect(repairLanguages).toEqual(['en']);
    expect(repairText('inTehran', 'en-GB').languageKnown).toBe(true);
  });
});

describe('whatever comes in', () => {
  const word = fc.oneof(
    fc.constantFrom(
      ...newswire.split(/\s+/),
      'U.S.',
      '3.5bn',
      'iPhone',
      '“no”',
      "didn't",
      '(s)he',
      '1,5',
      'a.b',
      'x',
    ),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  );
  const glue = fc.constantFrom('', ' ', ' ', ' ', '\n', '\r\n', '\u00a0');
  const text = fc.array(fc.tuple(word, glue), { maxLength: 60 }).map((parts) => parts.flat().join(''));

  it('only spaces are added, as the changes say, and a second repair finds nothing more', () => {
    fc.assert(
      fc.property(text, (given) => {
        const { text: once, changes } = repairText(given, 'en');
        expect(once.replaceAll(' ', '')).toBe(given.replaceAll(' ', ''));
        let rebuilt = '';
        let done = 0;
        for (const { offset, before, after } of changes) {
          expect(given.slice(offset, offset + before.length)).toBe(before);
          rebuilt += given.slice(done, offset) + after;
          done = offset + before.length;
        }
        expect(rebuilt + given.slice(done)).toBe(once);
        expect(repaired(once)).toBe(once);
      }),
      { numRuns: 1500 },
    );
  });

  it('a flag tells where its text is', () => {
    const glued = fc.constantFrom(
      'Rogozin',
      'Rogozins',
      'PowerPoint',
      'magicLink',
      'CoreWave',
      'tothe',
      'inTehran,',
      '"a"',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(glued, word), { maxLength: 40 }), (words) => {
        const given = words.join(' ');
        for (const { offset, text, why } of repairText(given, 'en').flags) {
          expect(given.slice(offset, offset + text.length)).toBe(text);
          expect(why).not.toBe('');
        }
      }),
    );
    const { flags } = repairText('The PowerPoint of Rogozin; in Rogozins office', 'en');
    expect(flags.map(({ offset, text }) => [offset, text])).toEqual([[30, 'Rogozins']]);
  });

  it('a second repair of glued stories finds nothing more', () => {
    for (const [seed, whole] of [newswire, ...sample].entries()) {
      const once = repaired(dropSpaces(whole, 0.3, randomFrom(seed)).glued);
      expect(repaired(once)).toBe(once);
    }
  });
});

describe('measured against spaces that were dropped on purpose', () => {
  it.each([
    ['newswire', [newswire]],
    ['sample stories', sample],
  ])('%s', (name, texts) => {
    for (const share of [0.05, 0.2, 0.5]) {
      const runs = Array.from({ length: 20 }, (_, seed) => scoreRepair(texts, { share, seed }));
      const sum = (count: (run: (typeof runs)[0]) => number) =>
        runs.reduce((all, run) => all + count(run), 0);
      const precision = sum(({ right }) => right) / sum(({ added }) => added);
      const recall = sum(({ right }) => right) / sum(({ dropped }) => dropped);
      console.log(
        `repair, ${name}, ${100 * share}% of spaces lost (${sum(({ dropped }) => dropped)}): precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}`,
      );
      if (process.env.SHOW_MISSES) console.log(runs.flatMap(({ misses }) => misses).join(' ; '));
      expect(precision).toBeGreaterThanOrEqual(0.995);
      // What stays lost is mostly words that are words together too: "are a", "be gone", "every day".
      expect(recall).toBeGreaterThanOrEqual(0.965);
    }
  });
});
