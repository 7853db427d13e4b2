/** From whose network an address is: what is counted where tries are counted by address. Pure. */

/** One household has 2^64 addresses of IPv6: the first half of the address is what is counted. */
export function networkOf(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address.replace(/^.*:/, '');
  const [head = '', tail = ''] = address.split('::');
  const before = head.split(':').filter(Boolean);
  const after = tail.split(':').filter(Boolean);
  const whole = [...before, ...Array(Math.max(0, 8 - before.length - after.length)).fill('0'), ...after];
  return whole.slice(0, 4).join(':');
}
