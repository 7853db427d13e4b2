import { expect, it } from 'vitest';
import { readDraft } from './read-draft.ts';

const textOf = (comment: string) => readDraft(new URLSearchParams({ comment })).text;

it.each([
  ['ends lines where their words end', 'One \t \nTwo\t\n\tThree  four', 'One\nTwo\n\tThree  four'],
  ['knows every end of a line', 'One \r\nTwo \rThree\u2028Four', 'One\nTwo\nThree\nFour'],
  ['keeps one empty line', 'One\n \n\t\n\nTwo', 'One\n\nTwo'],
  ['leaves out what turns letters round', 'One \u202eowT', 'One owT'],
])('%s', (_what, sent, kept) => {
  expect(textOf(sent)).toBe(kept);
});
