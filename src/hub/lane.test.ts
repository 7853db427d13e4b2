import { expect, it } from 'vitest';
import { openLane } from './lane.ts';

it('lets so many go at once, urgent ones before those who came earlier, and gives a place up once', async () => {
  const lane = openLane(2);
  const gone: string[] = [];
  const enter = async (name: string, isUrgent = false) => {
    const leave = await lane.enter(isUrgent);
    gone.push(name);
    return leave;
  };
  const [first, second] = await Promise.all([enter('first'), enter('second')]);
  const third = enter('third');
  const fourth = enter('fourth');
  const kill = enter('kill', true);
  first();
  first();
  (await kill)();
  (await third)();
  expect(gone).toEqual(['first', 'second', 'kill', 'third']);
  second();
  await fourth;
  expect(gone.at(-1)).toBe('fourth');
});
