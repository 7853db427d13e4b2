/** What somebody wrote into the form, fit to be kept. */
import { storable } from '../stories/clean-fields.ts';
import type { Draft } from './comment.ts';

const longestSent = 10_000;

/** What a form said, fit to be kept. Letters that only turn the direction of others are left out: each paragraph has its own. */
export function readDraft(form: URLSearchParams): Draft {
  const said = (name: string) =>
    String(storable(form.get(name) ?? ''))
      .slice(0, longestSent)
      .toWellFormed()
      .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]/g, '');
  return {
    name: said('name').replace(/\s+/g, ' ').trim(),
    email: said('email').trim(),
    text: said('comment')
      .replace(/\r\n?|[\u2028\u2029]/g, '\n')
      // Each run of spaces is looked at once, not from every place in it.
      .replace(/(?<![ \t])[ \t]+$/gm, '')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
    tell: form.get('tell') !== null,
  };
}
