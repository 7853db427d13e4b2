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
});
