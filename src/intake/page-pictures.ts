/** Joins what a page's data says about its pictures to the pictures of the body, and finds the one above the text. */
import type { Block, Image } from '../text/story-text.ts';
import { figureOf } from './page-images.ts';
import type { StructuredImage } from './structured-data.ts';

/** Blocks whose pictures have the captions and credits of the page's data where the page printed none. */
export function withStatedCaptions(blocks: readonly Block[], stated: readonly StructuredImage[]): Block[] {
  return blocks.map((block) => {
    if (block.type !== 'image') return block;
    const match = stated.find((image) => fileName(image.url) === fileName(block.attrs.src ?? ''));
    if (!match) return block;
    return {
      type: 'image',
      attrs: {
        ...block.attrs,
        caption: block.attrs.caption || match.caption,
        credit: block.attrs.credit || match.credit,
      },
    };
  });
}

/** The captioned picture that stands near the headline but outside the main text, or null. */
export function leadPicture(document: Document, main: Element, base: string | null): Image | null {
  const holder = main.closest('article, main, [role="main"]') ?? document.querySelector('article, main');
  for (const figure of holder?.querySelectorAll('figure') ?? []) {
    if (main.contains(figure)) continue;
    const image = figureOf(figure, base)?.[0];
    if (image?.type === 'image') return image;
  }
  return null;
}

/** Blocks with each picture once. */
export function eachPictureOnce(blocks: readonly Block[]): Block[] {
  const seen = new Set<string>();
  return blocks.filter((block) => {
    if (block.type !== 'image' || block.attrs.src === null) return true;
    if (seen.has(block.attrs.src)) return false;
    seen.add(block.attrs.src);
    return true;
  });
}

function fileName(address: string): string {
  return (
    address
      .replace(/[?#].*$/, '')
      .split('/')
      .at(-1)
      ?.toLowerCase() ?? address
  );
}
