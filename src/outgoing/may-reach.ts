/** Which addresses the program may call. It stands inside a network of its own: what others ask it to call is not in there. */
import { BlockList, isIP, isIPv4 } from 'node:net';

/** IANA's special-purpose registries: nothing of the open Internet is in these. */
const closed = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  closed.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [
  ['::', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
  ['5f00::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const)
  closed.addSubnet(net, bits, 'ipv6');

/** Addresses within, which an operator has opened: `OUTGOING_ALLOW`. */
export type Opened = { blocks: BlockList; names: ReadonlySet<string> };

/** @param said "192.168.7.0/24, feeds.intern": addresses, networks and host names. @returns null where one of them is none. */
export function readOpened(said: string): Opened | null {
  const blocks = new BlockList();
  const names = new Set<string>();
  for (const part of said
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)) {
    const [address = '', bits, ...more] = part.split('/');
    const family = isIPv4(address) ? 'ipv4' : 'ipv6';
    if (more.length > 0) return null;
    if (isIP(address) > 0) {
      const most = family === 'ipv4' ? 32 : 128;
      if (bits !== undefined && !(/^\d{1,3}$/.test(bits) && Number(bits) <= most)) return null;
      blocks.addSubnet(address, bits === undefined ? most : Number(bits), family);
    } else if (bits === undefined && /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(address))
      names.add(address.toLowerCase());
    else return null;
  }
  return { blocks, names };
}

/** @param address as the name was resolved. */
export function mayReach(address: string, host: string, opened: Opened): boolean {
  const family = isIPv4(address) ? 'ipv4' : 'ipv6';
  // ::ffff:10.0.0.1 is 10.0.0.1.
  const inner = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (inner) return mayReach(inner, host, opened);
  if (family === 'ipv6' && /^::ffff:/i.test(address)) return false;
  return (
    opened.names.has(host.toLowerCase()) ||
    opened.blocks.check(address, family) ||
    !closed.check(address, family)
  );
}
