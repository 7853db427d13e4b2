import fc from 'fast-check';
import { expect, it } from 'vitest';
import { coveredAddress, readMailAddress, withoutAddresses } from './mail-address.ts';

it.each([
  ['lina@example.org', 'lina@example.org'],
  ['  Lina.Haddad+news@EXAMPLE.org ', 'Lina.Haddad+news@example.org'],
  ['lina@пример.рф', 'lina@xn--e1afmkfd.xn--p1ai'],
  ["o'neil@example.co.uk", "o'neil@example.co.uk"],
])('takes %s for %s', (text, address) => {
  expect(readMailAddress(text)).toBe(address);
});

it.each([
  '',
  'lina',
  '@example.org',
  'lina@',
  'lina@localhost',
  'lina@127.0.0.1',
  'lina@[127.0.0.1]',
  '.lina@example.org',
  'li..na@example.org',
  'lina @example.org',
  'lina@exa mple.org',
  'lina@example.org,all@example.org',
  'lina@example.org\r\nBcc: all@example.org',
  'Lina <lina@example.org>',
  '"lina"@example.org',
  `${'a'.repeat(65)}@example.org`,
  `lina@${'a'.repeat(64)}.org`,
  'лина@example.org',
])('takes %j for none', (text) => {
  expect(readMailAddress(text)).toBe(null);
});

it('takes nothing that could be more than one line, or more than one address', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (name, host) => {
      const address = readMailAddress(`${name}@${host}.org`);
      expect(address === null || /^[^\s,;<>"@]+@[a-z0-9.-]+$/.test(address)).toBe(true);
    }),
  );
});

it('covers addresses wherever they stand', () => {
  expect(coveredAddress('lina@example.org')).toBe('l…@example.org');
  expect(withoutAddresses('550 <lina@example.org>:\r\n no "a.b@c.d" here')).toBe('550 <…>: no "…" here');
});

it('reads a word of a megabyte once, not from each of its letters', () => {
  const long = 'a'.repeat(1024 * 1024);
  expect(withoutAddresses(`${long} said lina@example.org`)).toBe(long.slice(0, 300));
  expect(withoutAddresses(`x@${long} said no`)).toBe('… said no');
});
