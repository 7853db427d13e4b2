/** A picture of a body as pages and feeds show it. Pure. */
import { widthsOf } from '../pictures/rendition-widths.ts';
import type { Image } from '../text/story-text.ts';
import type { PagePicture } from './page-data.ts';

/** Null: its bytes are not kept. */
export function pagePicture(attrs: Image['attrs']): PagePicture | null {
  const { picture: hash, alt, caption, credit, width, height, focal = null } = attrs;
  if (!hash || !width || !height) return null;
  return { hash, alt, caption, credit, width, height, widths: widthsOf(width), focal };
}
