import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

it('writes one value in one way, whatever the order of its keys', () => {
  expect(canonicalJson({ b: [1, 2.5e3, null], a: { z: true, é: 'x\n', e: 1e21 } })).toBe(
    '{"a":{"e":1e+21,"z":true,"é":"x\\n"},"b":[1,2500,null]}',
  );
});

it('sorts keys by UTF-16 code units, as RFC 8785 section 3.2.3 does', () => {
  const keys = ['€', '\r', '\ufb33', '1', '😀', '\u0080', 'ö'];
  const written = canonicalJson(Object.fromEntries(keys.map((key) => [key, 0])));
  expect(Object.keys(JSON.parse(written) as object)).toEqual(['1', '\r', '\u0080', 'ö', '€', '😀', '\ufb33']);
});

it('writes what was read from it as it was, and the same in any order of keys', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
      const written = canonicalJson(value);
      const read = JSON.parse(written) as unknown;
      expect(read).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonicalJson(read)).toBe(written);
      expect(canonicalJson(turned(read))).toBe(written);
    }),
  );
});

/** The same value, the keys of each object the other way round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (value === null || typeof value !== 'object') return value;
  const members = Object.entries(value).map(([key, member]) => [key, turned(member)]);
  return Object.fromEntries(members.reverse());
}

it('leaves out members that are undefined', () => {
  expect(canonicalJson({ a: undefined, b: { c: undefined, d: 1 } })).toBe('{"b":{"d":1}}');
});

it('refuses what would hash ambiguously', () => {
  expect(() => canonicalJson('\ud800')).toThrow('surrogate');
  expect(() => canonicalJson({ '\udc00': 1 })).toThrow('surrogate');
  expect(() => canonicalJson(Number.NaN)).toThrow('number');
  expect(() => canonicalJson([undefined])).toThrow('undefined is not JSON');
});
