import { describe, expect, it } from 'vitest';
import { plainText } from '../text/plain-text.ts';
import { beginningOf, builtInTemplates, emptyWords, isOffered, placeOf, type Template } from './templates.ts';

const sport: Template = {
  id: 'own-1',
  name: 'Result',
  desk: 'sport',
  priority: 6,
  words: [
    { ...emptyWords, lang: 'en', headline: 'Result:', body: ['Score:', 'Scorers:'], credit: 'Halim' },
    { ...emptyWords, lang: 'fa', headline: 'نتیجه:' },
  ],
};
const builtIn = (id: string) => builtInTemplates.find((one) => one.id === id) as Template;

describe('a template', () => {
  it.each([
    [{ desk: 'sport', lang: 'en' }, true],
    [{ desk: 'sport', lang: 'en-gb' }, true],
    [{ desk: 'sport', lang: 'fr' }, false],
    [{ desk: 'main', lang: 'en' }, false],
  ])('is offered on its desk, in its languages: %j', (at, expected) => {
    expect(isOffered(placeOf(sport), at)).toBe(expected);
  });

  it('begins a story with its words in the story’s language', () => {
    const { fields, priority } = beginningOf(sport, 'en-gb');
    expect(priority).toBe(6);
    expect(fields).toMatchObject({ headline: 'Result:', credit: 'Halim', lead: '', dateline: '' });
    expect(plainText(fields.body)).toBe('Score:\n\nScorers:');
    expect(beginningOf(sport, 'fa').fields.headline).toBe('نتیجه:');
  });
});

it('those that came are offered everywhere, in words of the language or none', () => {
  for (const one of builtInTemplates) expect(isOffered(placeOf(one), { desk: 'x', lang: 'de' })).toBe(true);
  const first = (lang: string) => plainText(beginningOf(builtIn('wrap'), lang).fields.body).split('\n')[0];
  expect(['en', 'fr', 'fa', 'de'].map(first)).toEqual(['What happened:', 'Les faits :', 'آنچه روی داد:', '']);
});

it('a flash is one line; every other has a paragraph to write in', () => {
  const lengths = builtInTemplates.map(({ id }) => [
    id,
    beginningOf(builtIn(id), 'de').fields.body.content.length,
  ]);
  expect(lengths).toEqual([
    ['update', 1],
    ['wrap', 1],
    ['obituary', 1],
    ['flash', 0],
  ]);
});
