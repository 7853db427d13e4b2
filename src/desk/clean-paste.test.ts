import { expect, it } from 'vitest';
import { plainText } from '../text/plain-text.ts';
import { cleanPaste } from './clean-paste.ts';

function pasted(html: string): string {
  return plainText(cleanPaste({ html, lang: 'en' }).body);
}

it('takes the words of a page that Word made, without its comments and its own tags', () => {
  const page = '<!--[if gte mso 9]><xml>Normal</xml><![endif]--><p>The port<o:p></o:p> is shut.</p>';
  expect(pasted(page)).toBe('The port is shut.');
});

// Each beginning of it once: a page that is made to be pasted would keep the program for minutes.
it.each([
  ['a comment', '<!--'],
  ['a tag of Word’s', '<o:p'],
  ['an attribute', '<a title="'],
])('reads %s that never ends, begun again and again', (_what, begun) => {
  expect(pasted(`<p>Words.</p>${begun.repeat(400_000)}`)).toContain('Words.');
});
