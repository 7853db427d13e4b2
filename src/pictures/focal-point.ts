/** What has to stay of a picture where lists cut it to one shape. Pure. */
import type { Focal } from '../text/story-text.ts';

/** Width by height of a picture that was cut for a list. */
export const cropShape = 3 / 2;

type Size = { width: number; height: number };

/** The largest part of that shape with the point as near its middle as the picture's edges let it be, in pixels. */
export function cropAround({ width, height }: Size, focal: Focal): Size & { left: number; top: number } {
  const isWide = width / height > cropShape;
  const part = isWide
    ? { width: Math.max(1, Math.round(height * cropShape)), height }
    : { width, height: Math.max(1, Math.round(width / cropShape)) };
  const place = (whole: number, cut: number, percent: number) =>
    Math.min(Math.max(Math.round((whole * percent) / 100 - cut / 2), 0), whole - cut);
  return {
    ...part,
    left: place(width, part.width, focal.x),
    top: place(height, part.height, focal.y),
  };
}

/** As the rendition's name has it: "-40-65". */
export function focalSuffix(focal: Focal | null): string {
  return focal ? `-${focal.x}-${focal.y}` : '';
}
