/** The picture that stands for a story where somebody shares it: agency, headline and date line, as they are set on paper. */
import sharp from 'sharp';
import { canDraw } from '../pictures/can-draw.ts';
import { type DrawnWords, drawWords } from '../pictures/draw-words.ts';
import type { StoryPageData } from '../site/page-data.ts';
import { dateLineText } from '../site/pages/DateLine.tsx';
import type { View } from '../site/pages/view.ts';
import type { Direction } from '../text/story-text.ts';
import { cardSize } from './card-size.ts';

const margin = 80;
const room = cardSize.width - 2 * margin;
const headlineRoom = 330;
const headlineSizes = [76, 66, 58, 50, 44, 38];

const paper = '#fbfaf6';
const ink = '#16130f';
const grey = '#5f5a50';

/** @returns null where there is no face for its letters. */
export async function drawStoryCard(
  view: View,
  story: Pick<StoryPageData, 'headline' | 'at' | 'code'>,
): Promise<Buffer | null> {
  const { agency, dir } = view.frame.edition;
  const dateLine = dateLineText(view, story);
  if (!canDraw(story.headline) || !canDraw(agency + dateLine)) return null;
  const name = await drawWords({
    words: agency,
    dir,
    size: 38,
    colour: ink,
    width: room,
    weight: 'Semi-Bold',
  });
  const headline = await drawHeadline(story.headline, dir);
  const date = await drawWords({ words: dateLine, dir, size: 27, colour: grey, width: room });
  const ruleAt = 78 + Math.max(name.height, 46);
  const placed = (drawn: DrawnWords, top: number) => ({
    input: drawn.png,
    top: Math.round(top),
    left: dir === 'rtl' ? cardSize.width - margin - drawn.width : margin,
  });
  return sharp({ create: { ...cardSize, channels: 3, background: paper } })
    .composite([
      placed(name, 58),
      { input: doubleRule(), top: ruleAt, left: margin },
      placed(headline, ruleAt + 50),
      placed(date, cardSize.height - 58 - date.height),
    ])
    .png({ palette: true, colours: 64, effort: 7 })
    .toBuffer();
}

/** As large as it fits; what does not fit in the smallest size ends in dots. */
async function drawHeadline(headline: string, dir: Direction): Promise<DrawnWords> {
  const draw = (words: string, size: number) =>
    drawWords({ words, dir, size, colour: ink, width: room, weight: 'Semi-Bold' });
  const smallest = headlineSizes.at(-1) as number;
  for (const size of headlineSizes) {
    const drawn = await draw(headline.slice(0, 400), size);
    if (drawn.height <= headlineRoom) return drawn;
  }
  const words = headline.slice(0, 400).split(/\s+/);
  while (words.length > 1) {
    words.splice(Math.max(1, Math.floor(words.length * 0.85)));
    const drawn = await draw(`${words.join(' ')} …`, smallest);
    if (drawn.height <= headlineRoom) return drawn;
  }
  return draw(`${headline.slice(0, 60)}…`, smallest);
}

/** The double rule under the masthead. */
function doubleRule(): Buffer {
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${room}" height="8"><path fill="${ink}" d="M0 0h${room}v3H0zM0 6h${room}v1H0z"/></svg>`,
  );
}
