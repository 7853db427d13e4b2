import { expect, it } from 'vitest';
import { drawInTurn, mostWaiting } from './draw-in-turn.ts';

it('draws one at a time, in order, goes on after one that fails, and sends away whoever is one too many', async () => {
  let atOnce = 0;
  const drawn: number[] = [];
  const draw = (which: number) => async () => {
    atOnce++;
    await new Promise((resolve) => setImmediate(resolve));
    expect(atOnce--).toBe(1);
    if (which === 1) throw new Error('no ink');
    drawn.push(which);
    return which;
  };
  const all = Array.from({ length: mostWaiting + 2 }, (_, which) => drawInTurn(draw(which)));
  expect(all.map((one) => one === null)).toEqual([...Array(mostWaiting).fill(false), true, true]);
  const ended = await Promise.allSettled(all);
  expect(ended.filter(({ status }) => status === 'rejected')).toHaveLength(1);
  expect(drawn).toEqual([0, ...Array.from({ length: mostWaiting - 2 }, (_, at) => at + 2)]);
  expect(await drawInTurn(draw(40))).toBe(40);
});
