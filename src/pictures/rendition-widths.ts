/** In which widths pictures are sent out. Pure. */

/** Widths in which a picture can be asked for, in CSS pixels; never wider than it is. */
export const renditionWidths = [320, 640, 960, 1280];

/** Widths that a picture of this width is asked for in: at least one, which a narrower picture than that comes in as wide as it is. */
export function widthsOf(width: number): number[] {
  const fitting = renditionWidths.filter((one) => one <= width);
  return fitting.length > 0 ? fitting : [renditionWidths[0] as number];
}
