import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { blockText } from './inline-text.ts';
import { decodePage } from './read-encoding.ts';
import { understandPage } from './saved-page.ts';

const seed = new URL('../../../shared/seed/', import.meta.url);

test('the saved page of the seed is understood field by field', () => {
  if (!existsSync(seed)) {
    console.log('not run: needs ../shared');
    expect(process.env.CI).not.toBe('true');
    return;
  }
  const decoded = decodePage(readFileSync(new URL('saved-page.txt', seed)));
  const answer = decoded.ok ? understandPage(decoded.text) : decoded;
  if (!answer.ok) throw new Error(answer.why);
  const { page } = answer as Extract<ReturnType<typeof understandPage>, { ok: true }>;
  const expected = JSON.parse(readFileSync(new URL('expected.json', seed), 'utf8'));
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
