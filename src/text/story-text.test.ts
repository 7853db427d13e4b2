import { describe, expect, it } from 'vitest';
import { plainText } from './plain-text.ts';
import { checkStoryText, paragraphs } from './story-text.ts';

describe('a body from outside', () => {
  it('may be empty', () => {
    expect(checkStoryText({ type: 'doc' })).toEqual({ type: 'doc', content: [] });
    expect(plainText(checkStoryText({ type: 'doc', content: [] }))).toBe('');
  });

  it('comes back in canonical form', () => {
    const body = paragraphs('One.', 'Two.');
    expect(plainText(checkStoryText(body))).toBe('One.\n\nTwo.');
    expect(checkStoryText(checkStoryText(body))).toEqual(checkStoryText(body));
  });

  it('is refused where it does not fit the schema', () => {
    expect(() => checkStoryText({ type: 'doc', content: [{ type: 'script' }] })).toThrow(RangeError);
    expect(() => checkStoryText({ type: 'doc', content: [{ type: 'list', content: [] }] })).toThrow(
      RangeError,
    );
  });

  // What a screen never makes, a program can send; drawn, it would break every page and feed that has it.
  it.each([
    ['a heading of no level', { type: 'heading', attrs: { level: 1e21 } }],
    ['a heading above the headline', { type: 'heading', attrs: { level: 1 } }],
    ['a direction that is none', { type: 'paragraph', attrs: { dir: 'up' } }],
    ['a language that is no text', { type: 'paragraph', attrs: { lang: { en: true } } }],
    ['a list in a list in a list, 200 times', nested(200)],
  ])('is refused with %s', (_what, block) => {
    expect(() => checkStoryText({ type: 'doc', content: [block] })).toThrow(RangeError);
  });

  it('keeps a list as deep as any page that is taken in', () => {
    expect(plainText(checkStoryText({ type: 'doc', content: [nested(100)] }))).toContain('Within.');
  });
});

function nested(times: number): object {
  let block: object = { type: 'paragraph', content: [{ type: 'text', text: 'Within.' }] };
  for (let at = 0; at < times; at++)
    block = { type: 'list', attrs: { ordered: false }, content: [{ type: 'item', content: [block] }] };
  return block;
}
