import type { Image, StoryText } from '../text/story-text.ts';

/** The first picture of a body whose bytes are kept, as its node's attributes, or null. */
export function firstPicture(body: StoryText): Image['attrs'] | null {
  const image = body.content.find(
    (block): block is Image => block.type === 'image' && block.attrs.picture !== null,
  );
  return image?.attrs ?? null;
}
