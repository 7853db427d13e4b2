/** Counting, finding, comparing and merging texts. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { StoryFields } from '../../stories/story.ts';
import { wholeFields } from '../../stories/story.ts';
import { paragraphs } from '../../text/story-text.ts';
import { lengthOf, wordsIn } from './count-text.ts';
import { findText, replaceText } from './find-text.ts';
import { bodyHunks, mergedBody, mergedFields } from './merge-texts.ts';
import { differingFields, sameFields } from './same-text.ts';

it('counts what is seen as one character as one, in any script', () => {
  const lengths: [string, string, number][] = [
    ['Harbour', 'en', 7],
    ['👩🏽‍🚀🇮🇷', 'en', 2],
    ['e\u0301te\u0301', 'fr', 3],
    ['می‌شود', 'fa', 5],
  ];
  for (const [text, lang, length] of lengths) expect([text, lengthOf(text, lang)]).toEqual([text, length]);
  expect(wordsIn('The harbour-master said: “no”.', 'en')).toBe(5);
  expect(wordsIn('خبرگزاری می‌گوید', 'fa')).toBe(2);
  expect(lengthOf('x', 'no such language!')).toBe(1);
});

it('finds words whatever their case and whichever keyboard wrote their letters', () => {
  expect(findText('Lirven, LIRVEN and lirvens', 'lirven')).toEqual([
    { at: 0, length: 6 },
    { at: 8, length: 6 },
    { at: 19, length: 6 },
  ]);
  expect(findText('ملك بزرگ', 'ملک')).toEqual([{ at: 0, length: 3 }]);
  expect(findText('any', '')).toEqual([]);
});

it('replaces every place and nothing else', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('ab', 'AB', 'x', ' ', 'ک')),
      fc.constantFrom('', 'y', 'ab'),
      (parts, by) => {
        const text = parts.join('');
        const { text: after, count } = replaceText(text, 'ab', by);
        expect(after).toBe(text.replace(/ab/gi, () => by));
        expect(count).toBe(text.match(/ab/gi)?.length ?? 0);
      },
    ),
  );
});

const fields = (change: Partial<StoryFields>) => wholeFields(change);

it('takes attributes that say nothing for the same text', () => {
  const bare = fields({ body: paragraphs('One.', '') });
  const full = fields({
    body: {
      type: 'doc',
      content: [
        { type: 'paragraph', attrs: { lang: null, dir: null }, content: [{ type: 'text', text: 'One.' }] },
        { type: 'paragraph', attrs: { dir: null, lang: null } },
      ],
    },
  });
  expect(sameFields(bare, full)).toBe(true);
  expect(differingFields(bare, { ...full, lead: 'x', body: paragraphs('Two.') })).toEqual(['lead', 'body']);
  expect(bodyHunks(bare.body, full.body)).toHaveLength(1);
});

it('compares subjects in their order, and threads by slug and name; none is none', () => {
  const [sport, labour] = [
    { code: '15000000', name: 'sport' },
    { code: '09000000', name: 'labour' },
  ];
  const strike = { slug: 'strike', name: 'Strike' };
  const [a, b] = [
    fields({ subjects: [sport, labour], thread: strike }),
    fields({ subjects: [labour, sport] }),
  ];
  expect(differingFields(a, b)).toEqual(['subjects', 'thread']);
  expect(differingFields(a, { ...a, thread: { ...strike, name: 'The strike' } })).toEqual(['thread']);
  expect(sameFields(b, { ...b, thread: null })).toBe(true);
  expect(mergedFields(a, b, new Set(['thread']), a.body)).toEqual({ ...a, thread: null });
});

it('keeps both where nothing is chosen, and each side whole where it is', () => {
  const words = fc.array(fc.constantFrom('A.', 'B.', 'C.', 'D.'), { maxLength: 6 });
  fc.assert(
    fc.property(words, words, (mine, theirs) => {
      const [ours, others] = [paragraphs(...mine), paragraphs(...theirs)];
      const hunks = bodyHunks(ours, others);
      const all = (choice: 'mine' | 'theirs') => new Map(hunks.map((_, at) => [at, choice]));
      expect(mergedBody(hunks, all('mine'))).toEqual(ours);
      expect(mergedBody(hunks, all('theirs'))).toEqual(others);
      const both = JSON.stringify(mergedBody(hunks, new Map()));
      for (const word of [...mine, ...theirs]) expect(both).toContain(word);
    }),
  );
});

it('takes the fields that were chosen', () => {
  const mine = fields({ headline: 'Mine', lead: 'My lead' });
  const theirs = fields({ headline: 'Theirs', lead: 'Their lead' });
  const body = paragraphs('Merged.');
  expect(mergedFields(mine, theirs, new Set(['lead']), body)).toEqual({ ...mine, lead: 'Their lead', body });
});
