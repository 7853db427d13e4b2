import { expect, it } from 'vitest';
import { readAddress } from './address.ts';

it.each([
  ['#/link/%', { screen: 'link', token: '%' }],
  ['#/invitation/%E0%A4', { screen: 'invitation', token: '%E0%A4' }],
  ['#/thread/en/%', { screen: 'thread', lang: 'en', slug: '%' }],
  ['#/story/__proto__', { screen: 'stories' }],
  ['#/%', { screen: 'stories' }],
])('reads %s, which somebody may have been sent, as an address', (hash, address) => {
  expect(readAddress(hash)).toEqual(address);
});
