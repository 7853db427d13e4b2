import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packEntries, unpackEntries } from './entry-bundle.ts';

it('gives back the entries that it packed', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 600 }), { maxLength: 256 }), (entries) => {
      expect(unpackEntries(packEntries(entries))).toEqual(entries.map((entry) => Buffer.from(entry)));
    }),
  );
});

it('packs as the specification does, up to 65,535 bytes an entry', () => {
  expect(packEntries([Buffer.from('one'), Buffer.alloc(0)]).toString('hex')).toBe('00036f6e650000');
  expect(
    packEntries([Buffer.alloc(65_535)])
      .subarray(0, 3)
      .toString('hex'),
  ).toBe('ffff00');
  expect(() => packEntries([Buffer.alloc(65_536)])).toThrow(RangeError);
});

it('gives nothing of a bundle that ends inside an entry', () => {
  const whole = packEntries([Buffer.from('one'), Buffer.from('two')]);
  for (const end of [1, 2, 4, 6, 7, 9]) expect(unpackEntries(whole.subarray(0, end))).toBeNull();
});
