import { expect, it } from 'vitest';
import { cropAround, cropShape } from './focal-point.ts';

it('cuts a wide picture at its sides and a tall one above and below, around the point', () => {
  expect(cropAround({ width: 3000, height: 1000 }, { x: 50, y: 50 })).toEqual({
    width: 1500,
    height: 1000,
    left: 750,
    top: 0,
  });
  expect(cropAround({ width: 1200, height: 2000 }, { x: 50, y: 30 })).toEqual({
    width: 1200,
    height: 800,
    left: 0,
    top: 200,
  });
});

it('never leaves the picture, wherever the point is and whatever its shape', () => {
  for (const [width, height] of [
    [1, 1],
    [1, 900],
    [900, 1],
    [1500, 1000],
    [1501, 1000],
    [333, 777],
  ] as const)
    for (const x of [0, 1, 33, 50, 99, 100])
      for (const y of [0, 1, 33, 50, 99, 100]) {
        const part = cropAround({ width, height }, { x, y });
        expect(part.left).toBeGreaterThanOrEqual(0);
        expect(part.top).toBeGreaterThanOrEqual(0);
        expect(part.left + part.width).toBeLessThanOrEqual(width);
        expect(part.top + part.height).toBeLessThanOrEqual(height);
        const touches = part.width === width || part.height === height;
        expect([touches, part.width > 0, part.height > 0]).toEqual([true, true, true]);
      }
  expect(cropShape).toBe(1.5);
});
