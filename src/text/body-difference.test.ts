import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BlockDifference, bodyDifference } from './body-difference.ts';
import { plainText } from './plain-text.ts';
import { type Block, paragraphs, type StoryText } from './story-text.ts';

describe('the difference of two bodies', () => {
  it('has all words of both, each in its order', () => {
    fc.assert(
      fc.property(body(), body(), (before, after) => {
        const blocks = bodyDifference(before, after, 'en');
        expect(wordsOf(blocks, 'new')).toEqual(words(plainText(before)));
        expect(wordsOf(blocks, 'gone')).toEqual(words(plainText(after)));
      }),
      { numRuns: 500 },
    );
  });

  it('matches paragraphs before it looks at their words', () => {
    const before = paragraphs('The mayor spoke on Friday.', 'Ferries stay in harbour today.', 'End.');
    const after = paragraphs(
      'The mayor spoke on Monday.',
      'Nobody was hurt.',
      'Ferries stay in harbour.',
      'End.',
    );
    expect(bodyDifference(before, after, 'en').map(({ change }) => change)).toEqual([
      'changed',
      'new',
      'changed',
      'same',
    ]);
  });

  it('keeps language and direction of each block, and says where only marks differ', () => {
    const paragraph = (text: string, marks: boolean): Block => ({
      type: 'paragraph',
      attrs: { dir: 'rtl', lang: 'fa' },
      content: [{ type: 'text', text, ...(marks ? { marks: [{ type: 'strong' as const }] } : {}) }],
    });
    const [one, two] = [paragraph('بندر باز شد', false), paragraph('بندر باز شد', true)];
    expect(bodyDifference(doc(one), doc(two), 'en')).toEqual([
      {
        kind: 'paragraph',
        dir: 'rtl',
        lang: 'fa',
        change: 'marks',
        pieces: [{ kind: 'same', text: 'بندر باز شد' }],
      },
    ]);
  });

  it('takes a list item by item and a table row by row', () => {
    const list = (...texts: string[]): Block => ({
      type: 'list',
      attrs: { ordered: false, dir: null, lang: null },
      content: texts.map((text) => ({
        type: 'item',
        content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
      })),
    });
    const differences = bodyDifference(doc(list('bread', 'salt')), doc(list('bread', 'oil', 'salt')), 'en');
    expect(differences.map(({ kind, change }) => `${kind} ${change}`)).toEqual([
      'item same',
      'item new',
      'item same',
    ]);
  });
});

// Each block is held against each: a reader may ask for the difference of two texts that share nothing.
it('says of very long texts that all of one is gone and all of the other new', () => {
  const text = (seed: string) =>
    paragraphs(...Array.from({ length: 199 }, (_, at) => `${seed}${at} ${numbered(seed, 8_000)}`));
  const changes = bodyDifference(text('a'), text('b'), 'en').map(({ change }) => change);
  expect(changes).toEqual([...Array(199).fill('gone'), ...Array(199).fill('new')]);
});

it('finds each of a hundred paragraphs again in which a word is another', () => {
  const text = (word: string) =>
    paragraphs(...Array.from({ length: 100 }, (_, at) => `${word} ${numbered(`p${at}x`, 60)}`));
  const changes = bodyDifference(text('Yesterday'), text('Today'), 'en').map(({ change }) => change);
  expect(changes).toEqual(Array(100).fill('changed'));
});

function numbered(seed: string, count: number): string {
  return Array.from({ length: count }, (_, at) => `${seed}${at}`).join(' ');
}

function doc(...content: Block[]): StoryText {
  return { type: 'doc', content };
}

function words(text: string): string[] {
  return text.split(/\s+/).filter(Boolean);
}

function wordsOf(blocks: BlockDifference[], but: 'gone' | 'new'): string[] {
  return blocks.flatMap(({ pieces }) =>
    words(
      pieces
        .filter(({ kind }) => kind !== but)
        .map(({ text }) => text)
        .join(''),
    ),
  );
}

function body(): fc.Arbitrary<StoryText> {
  const sentence = fc
    .array(fc.constantFrom('port', 'mayor', 'spoke', 'on', 'Friday', 'بندر', 'می\u200cشود', '👩‍👧', '812.'), {
      maxLength: 8,
    })
    .map((parts) => parts.join(' '));
  const paragraph = sentence.map((text): Block => paragraphs(text).content[0] as Block);
  const picture = sentence.map(
    (caption): Block => ({
      type: 'image',
      attrs: { picture: null, src: null, alt: '', caption, credit: 'N. Reyl', width: null, height: null },
    }),
  );
  return fc
    .array(fc.oneof({ weight: 5, arbitrary: paragraph }, picture), { maxLength: 7 })
    .map((content) => doc(...content));
}
