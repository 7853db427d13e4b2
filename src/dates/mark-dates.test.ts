import fc from 'fast-check';
import { expect, it } from 'vitest';
import { plainText } from '../text/plain-text.ts';
import { checkStoryText, type Inline, paragraphs, type StoryText } from '../text/story-text.ts';
import { markAndTell, markDates } from './mark-dates.ts';

const options = { on: '2017-08-05', language: 'en' } as const;
const friday = {
  type: 'date',
  attrs: { datetime: '2017-08-04', until: null, title: '4 August 2017' },
} as const;

it('cuts a run around a date', () => {
  expect(markDates(paragraphs('It shut on Friday, he said.'), options).content).toEqual([
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'It shut ' },
        { type: 'text', text: 'on Friday', marks: [friday] },
        { type: 'text', text: ', he said.' },
      ],
    },
  ]);
});

it('marks a date that crosses runs in each of them and keeps their marks', () => {
  const body = oneParagraph([
    { type: 'text', text: 'It shut on ' },
    { type: 'text', text: 'Friday night', marks: [{ type: 'strong' }] },
  ]);
  expect(markDates(body, options)).toEqual(
    oneParagraph([
      { type: 'text', text: 'It shut ' },
      { type: 'text', text: 'on ', marks: [friday] },
      { type: 'text', text: 'Friday night', marks: [{ type: 'strong' }, friday] },
    ]),
  );
});

it('tells what it marked now, and nothing that was marked before', () => {
  const first = markAndTell(paragraphs('It shut on Friday.', 'It opened yesterday.'), options);
  expect(first.dates.map(({ text, title }) => [text, title])).toEqual([
    ['on Friday', '4 August 2017'],
    ['yesterday', '4 August 2017'],
  ]);
  expect(markAndTell(first.body, options)).toEqual({ body: first.body, dates: [], inDoubt: [] });
});

it('tells in each language what it leaves to the writer, but not where an editor has marked it', () => {
  const left = (words: string, language = 'en') =>
    markAndTell(paragraphs(words), { on: '2026-11-30', language }).inDoubt;
  expect(left('Library closes on Monday, and opens in October or on 31 June.')).toEqual([
    'on Monday',
    'October',
    'on 31 June',
  ]);
  expect(left('He may march on; it closes today, and opened in February.')).toEqual([]);
  expect(left('La bibliothèque ferme lundi.', 'fr')).toEqual(['lundi']);
  expect(left('کتابخانه روز دوشنبه تعطیل می‌شود.', 'fa')).toEqual(['روز دوشنبه']);
  const marked = oneParagraph([{ type: 'text', text: 'Closes on Monday', marks: [friday] }]);
  expect(markAndTell(marked, { on: '2026-11-30', language: 'en' }).inDoubt).toEqual([]);
});

it('leaves a date that an editor has marked', () => {
  const mark = {
    type: 'date',
    attrs: { datetime: '2017-07-28', until: null, title: 'as the desk says' },
  } as const;
  const body = oneParagraph([{ type: 'text', text: 'on Friday', marks: [mark] }]);
  expect(markDates(body, options)).toEqual(body);
});

it('reads each block in its own language', () => {
  const block = (lang: string, text: string): StoryText => ({
    type: 'doc',
    content: [
      { type: 'quote', attrs: { lang }, content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
    ],
  });
  expect(JSON.stringify(markDates(block('fr', 'Il est venu hier.'), options))).toContain('4 août 2017');
  expect(markDates(block('xx', 'yesterday'), options)).toEqual(block('xx', 'yesterday'));
});

const words = fc.constantFrom(
  'on Friday',
  ' on ',
  'Monday',
  'July ',
  '28',
  ', ',
  'will ',
  'last ',
  'week',
  '2016',
  'late ',
  ' 🙂 ',
  'x',
);
const marks = fc.subarray([{ type: 'strong' as const }, { type: 'emphasis' as const }, friday]);
const run = fc.record({ type: fc.constant('text' as const), text: words, marks });
const inline: fc.Arbitrary<Inline> = fc.oneof(run, run, fc.constant({ type: 'break' as const }));
const bodies = fc.array(inline, { maxLength: 12 }).map(oneParagraph);

it('takes the weeks of the story’s readers for a paragraph in another language too', () => {
  const text = (words: string) => ({ content: [{ type: 'text' as const, text: words }] });
  const body: StoryText = {
    type: 'doc',
    content: [
      { type: 'paragraph', attrs: { dir: null, lang: null }, ...text('هفته گذشته') },
      { type: 'paragraph', attrs: { dir: 'ltr', lang: 'en' }, ...text('last week') },
    ],
  };
  const marks = JSON.stringify(markDates(body, { on: '2017-08-05', language: 'fa' }));
  expect(marks.match(/"datetime":"[^"]+","until":"[^"]+"/g)).toEqual([
    '"datetime":"2017-07-29","until":"2017-08-04"',
    '"datetime":"2017-07-29","until":"2017-08-04"',
  ]);
});

it('changes no visible word, fits the schema, and marks only once', () => {
  fc.assert(
    fc.property(bodies, (body) => {
      const marked = markDates(body, options);
      expect(plainText(marked)).toBe(plainText(body));
      expect(plainText(checkStoryText(marked))).toBe(plainText(body));
      expect(markDates(marked, options)).toEqual(marked);
    }),
  );
});

function oneParagraph(content: Inline[]): StoryText {
  return { type: 'doc', content: [{ type: 'paragraph', content }] };
}
