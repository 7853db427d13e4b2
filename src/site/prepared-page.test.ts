import { expect, it } from 'vitest';
import { preparePage } from './prepared-page.ts';

it.each([
  ['a text', { type: 'text/html', body: 'The port is shut. '.repeat(1_000) }],
  ['what no coding makes smaller', { type: 'text/plain', body: unlike(20_000) }],
  ['a picture', { type: 'image/webp', body: Buffer.from(unlike(20_000)) }],
])('holds of %s its own bytes and no more', async (_what, answer) => {
  const { identity, gzip, brotli } = await preparePage(answer);
  for (const { body } of [identity, gzip, brotli].flatMap((one) => one ?? [])) {
    if (typeof body !== 'string') expect(body.buffer.byteLength).toBe(body.length);
  }
  expect(identity.body.length).toBeGreaterThan(15_000);
});

/** Letters in no order, the same each time. */
function unlike(length: number): string {
  let state = 1;
  return Array.from({ length }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return String.fromCharCode(33 + (state % 90));
  }).join('');
}
