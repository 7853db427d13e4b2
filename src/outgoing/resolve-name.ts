/**
 * What a name leads to. Names that strangers say are asked of the name servers directly: the system's own way holds one of
 * the program's four helper threads for as long as a server is silent, and whoever owns a name may let it be silent. Four of those,
 * and no page would be compressed and no password checked meanwhile.
 */
import dns from 'node:dns';
import type { Opened } from './may-reach.ts';

export type Found = { address: string; family: 4 | 6 };

/** Of one question, in milliseconds; it is asked twice at most. */
const patienceMs = 2_000;

/** Names that an operator has opened, and those of this machine, may stand in its own list of hosts. */
export function isOwnName(host: string, opened: Opened): boolean {
  const name = host.toLowerCase();
  return opened.names.has(name) || !name.includes('.') || name.endsWith('.localhost');
}

/** @param servers "192.0.2.1:53"; left out: those of the system. @throws where it leads nowhere. */
export async function resolveName(host: string, opened: Opened, servers?: string[]): Promise<Found[]> {
  if (isOwnName(host, opened)) {
    const found = await dns.promises.lookup(host, { all: true });
    return found.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }));
  }
  const resolver = new dns.promises.Resolver({ timeout: patienceMs, tries: 2 });
  if (servers) resolver.setServers(servers);
  const [four, six] = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
  const found = [
    ...(four.status === 'fulfilled' ? four.value.map((address): Found => ({ address, family: 4 })) : []),
    ...(six.status === 'fulfilled' ? six.value.map((address): Found => ({ address, family: 6 })) : []),
  ];
  if (found.length === 0) throw new Error(`${host} leads to no address`);
  return found;
}
