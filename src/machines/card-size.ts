/** OpenGraph's own proportions, in pixels. */
export const cardSize = { width: 1200, height: 630 };
