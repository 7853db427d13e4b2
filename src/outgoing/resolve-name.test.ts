import dgram from 'node:dgram';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { mayReach, type Opened, readOpened } from './may-reach.ts';
import { isOwnName, resolveName } from './resolve-name.ts';

const none = readOpened('') as Opened;

/** A name server that answers each question for an address of IPv4 with these. @returns its address. */
async function nameServer(...addresses: string[]): Promise<string> {
  const server = dgram.createSocket('udp4');
  server.on('message', (asked, { port, address }) => {
    const question = asked.subarray(12, asked.indexOf(0, 12) + 5);
    const isFour = question.readUInt16BE(question.length - 4) === 1;
    const records = (isFour ? addresses : []).map((one) =>
      Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 0, 0, 4, ...one.split('.').map(Number)]),
    );
    const head = Buffer.from([asked[0] ?? 0, asked[1] ?? 0, 0x81, 0x80, 0, 1, 0, records.length, 0, 0, 0, 0]);
    server.send(Buffer.concat([head, question, ...records]), port, address);
  });
  await new Promise<void>((resolve) => server.bind(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

it('asks the name servers for what a stranger’s name leads to, and of that what is inside is left out', async () => {
  const server = await nameServer('93.184.216.34', '10.0.0.7', '169.254.169.254');
  const found = await resolveName('callback.example', none, [server]);
  expect(found.map(({ address, family }) => [family, address]).sort()).toEqual([
    [4, '10.0.0.7'],
    [4, '169.254.169.254'],
    [4, '93.184.216.34'],
  ]);
  expect(found.filter(({ address }) => mayReach(address, 'callback.example', none))).toEqual([
    { address: '93.184.216.34', family: 4 },
  ]);
});

it('says so of a name that leads nowhere', async () => {
  await expect(resolveName('callback.example', none, [await nameServer()])).rejects.toThrow(
    'callback.example leads to no address',
  );
});

it('looks this machine’s names, and those that an operator opened, up where the system has them', () => {
  const opened = readOpened('feeds.intern.example') as Opened;
  for (const host of ['localhost', 'x.localhost', 'printer', 'Feeds.Intern.Example'])
    expect([host, isOwnName(host, opened)]).toEqual([host, true]);
  for (const host of ['feeds.intern.example.org', 'callback.example'])
    expect([host, isOwnName(host, opened)]).toEqual([host, false]);
});
