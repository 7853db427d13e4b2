/** The site's sign in a tab and on a phone's first screen: the first letter of the agency's name, white on ink. */
import sharp from 'sharp';
import { canDraw } from '../pictures/can-draw.ts';
import { drawWords } from '../pictures/draw-words.ts';
import type { Direction } from '../text/story-text.ts';
import type { IconSize } from './manifest-paths.ts';

const ground = '#16130f';

/** The letter keeps clear of the outer tenth, which some systems cut away. */
export async function drawIcon(agency: string, dir: Direction, size: IconSize): Promise<Buffer> {
  const first = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(agency)]
    .map(({ segment }) => segment)
    .find((one) => /\p{L}/u.test(one));
  if (!first || !canDraw(first))
    return sharp({ create: { width: size, height: size, channels: 3, background: ground } })
      .png()
      .toBuffer();
  // Drawn far larger than it is shown, and laid on its ground before it is made small: no edge of it frays.
  const large = 1024;
  const letter = await drawWords({
    words: first.toLocaleUpperCase(),
    dir,
    size: large * 0.7,
    colour: '#fbfaf6',
    width: large * 4,
    weight: 'Semi-Bold',
  });
  const trimmed = await sharp(letter.png).trim().toBuffer({ resolveWithObject: true });
  const { width, height } = trimmed.info;
  const side = Math.max(width, height, large * 0.62) / 0.62;
  const full = await sharp({
    create: { width: Math.round(side), height: Math.round(side), channels: 3, background: ground },
  })
    .composite([
      { input: trimmed.data, left: Math.round((side - width) / 2), top: Math.round((side - height) / 2) },
    ])
    .png()
    .toBuffer();
  return sharp(full).resize(size, size).png().toBuffer();
}
