import { expect, it } from 'vitest';
import { storyFields } from '../../test/invented-story.ts';
import { paragraphs } from '../text/story-text.ts';
import { cleanFields } from './clean-fields.ts';

it('takes out what no feed can carry: control characters, halves of characters, NUL', () => {
  const bad = `Port\u001b[31m clo\u0000ses\u0007\ufffe \ud800now`;
  const { headline, body } = cleanFields(storyFields({ headline: bad, body: paragraphs(bad) }));
  const kept = headline + JSON.stringify(body);
  for (const sign of ['\u001b', '\u0007', '\ufffe', '\u0000', '\\u00', '\\ud800'])
    expect(kept).not.toContain(sign);
  expect(kept.isWellFormed()).toBe(true);
  expect(headline).toContain('closes');
});
