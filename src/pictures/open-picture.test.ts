import sharp from 'sharp';
import { expect, it } from 'vitest';
import { openPicture } from './open-picture.ts';

const large = { width: 8_000, height: 6_000 };

it('opens large pictures one after the other, also after one that cannot be opened, and small ones at once', async () => {
  const said: string[] = [];
  const opening = (name: string) => async () => {
    said.push(`${name} begins`);
    for (let turn = 0; turn < 5; turn++) await Promise.resolve();
    said.push(`${name} ends`);
    if (name === 'broken') throw new Error('damaged');
    return name;
  };
  const done = await Promise.allSettled([
    openPicture(large, opening('first')),
    openPicture(large, opening('broken')),
    openPicture(large, opening('third')),
    openPicture({ width: 800, height: 600 }, opening('small')),
  ]);
  expect(done.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
  expect(said[0]).toBe('small begins');
  expect(said.filter((one) => !one.startsWith('small'))).toEqual([
    'first begins',
    'first ends',
    'broken begins',
    'broken ends',
    'third begins',
    'third ends',
  ]);
});

it('keeps nothing of a picture once it was opened', async () => {
  const bytes = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#258' } })
    .jpeg({ progressive: true })
    .toBuffer();
  await openPicture({ width: 900, height: 600 }, () => sharp(bytes).resize({ width: 64 }).toBuffer());
  expect(sharp.cache()).toMatchObject({ items: { current: 0, max: 0 } });
});
