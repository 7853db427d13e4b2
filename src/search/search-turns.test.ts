import { expect, it } from 'vitest';
import { mostWaiting, searchInTurn, TooManySearch } from './search-turns.ts';

it('does a few at a time, each in its turn, and refuses whoever would wait too long', async () => {
  let [now, most] = [0, 0];
  const order: number[] = [];
  const search = (number: number) => async () => {
    most = Math.max(most, ++now);
    order.push(number);
    await new Promise((resolve) => setImmediate(resolve));
    now--;
    if (number === 3) throw new Error('The third fails.');
    return number;
  };
  const asked = Array.from({ length: mostWaiting + 10 }, (_, number) => searchInTurn(search(number)));
  const told = await Promise.allSettled(asked);
  const done = told.filter((one) => one.status === 'fulfilled').length;
  expect(most).toBeLessThanOrEqual(2);
  expect(done + 1).toBe(mostWaiting + most);
  expect(order).toEqual(order.toSorted((a, b) => a - b));
  expect(told[3]).toMatchObject({ status: 'rejected' });
  expect(told.at(-1)).toEqual({ status: 'rejected', reason: new TooManySearch() });
  // What failed and what was refused keeps no place.
  expect(await Promise.all([searchInTurn(search(1_000)), searchInTurn(search(1_001))])).toEqual([
    1_000, 1_001,
  ]);
});

it('gives the place of whoever went to others', async () => {
  let end = (): void => {};
  const held = new Promise<void>((resolve) => {
    end = resolve;
  });
  const first = [searchInTurn(() => held), searchInTurn(() => held)];
  const gone = new AbortController();
  const left = Array.from({ length: mostWaiting - 1 }, () => searchInTurn(async () => 'done', gone.signal));
  gone.abort();
  const told = await Promise.allSettled(left);
  expect(new Set(told.map(({ status }) => status))).toEqual(new Set(['rejected']));
  await expect(searchInTurn(async () => 'done', gone.signal)).rejects.toThrow(TooManySearch);
  const later = Array.from({ length: mostWaiting - 1 }, (_, at) => searchInTurn(async () => at));
  end();
  expect(await Promise.all(later)).toHaveLength(mostWaiting - 1);
  await Promise.all(first);
});
