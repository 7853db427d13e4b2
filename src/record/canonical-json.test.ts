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

it('refuses what would hash ambiguously', () => {
  expect(() => canonicalJson('\ud800')).toThrow('surrogate');
  expect(() => canonicalJson(Number.NaN)).toThrow('number');
});
