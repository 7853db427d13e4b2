import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { itWithShared, sharedFile } from '../../test/shared.ts';
import { blockText } from './inline-text.ts';
import { decodePage } from './read-encoding.ts';
import { understandPage } from './saved-page.ts';

const [savedPage, expectedFields] = ['seed/saved-page.txt', 'seed/expected.json'] as const;

itWithShared(savedPage, expectedFields)('the saved page of the seed is understood field by field', () => {
  const decoded = decodePage(readFileSync(sharedFile(savedPage)));
  const answer = decoded.ok ? understandPage(decoded.text) : decoded;
  if (!answer.ok) throw new Error(answer.why);
  const { page } = answer as Extract<ReturnType<typeof understandPage>, { ok: true }>;
  const expected = JSON.parse(readFileSync(sharedFile(expectedFields), 'utf8'));
  expect({
    code: page.code,
    published: page.published?.local,
    seenOn: page.seenOn,
    headline: page.headline,
    credit: page.credit,
    lead: page.lead,
    furnitureDropped: page.furniture,
  }).toEqual({
    code: expected.code,
    published: expected.published,
    seenOn: expected.seenOn,
    headline: expected.headline,
    credit: expected.credit,
    lead: expected.lead,
    furnitureDropped: expected.furnitureDropped,
  });
  const bare = (text: string) => text.replace(/\s+/g, '');
  expect(page.body.content.map((block) => bare(blockText(block)))).toEqual(expected.body.map(bare));
  expect(page.doubts).toEqual([]);
});
