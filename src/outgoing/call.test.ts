import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call, whyNotCall } from './call.ts';
import { mayReach, type Opened, readOpened } from './may-reach.ts';

const opened = (said: string) => readOpened(said) as Opened;
const none = opened('');

describe('what may be called', () => {
  it('is the open Internet, and of closed networks what was opened', () => {
    const inside = [
      '127.0.0.1',
      '10.1.2.3',
      '172.31.0.1',
      '192.168.0.1',
      '169.254.169.254',
      '100.64.0.1',
      '0.0.0.0',
      '224.0.0.1',
      '255.255.255.255',
      '::1',
      '::',
      '::10.0.0.1',
      'fe80::1',
      'fd00::1',
      '::ffff:127.0.0.1',
      '::ffff:7f00:1',
      '64:ff9b::a00:1',
      '2002:7f00:1::',
    ];
    for (const address of inside)
      expect([address, mayReach(address, 'x.example', none)]).toEqual([address, false]);
    for (const address of ['93.184.216.34', '8.8.8.8', '172.32.0.1', '2606:2800:220:1::1', '::ffff:8.8.8.8'])
      expect([address, mayReach(address, 'x.example', none)]).toEqual([address, true]);
    expect(mayReach('10.1.2.3', 'x', opened('10.1.0.0/16'))).toBe(true);
    expect(mayReach('10.2.2.3', 'x', opened('10.1.0.0/16'))).toBe(false);
    expect(mayReach('10.2.2.3', 'Feeds.Intern', opened('feeds.intern'))).toBe(true);
  });

  it('is said in networks, addresses and names, and nothing else is taken for one', () => {
    for (const said of ['10.0.0.0/33', '10.0.0.0/x', 'a b', 'http://x', '10.0.0.0/8/8', '-x'])
      expect([said, readOpened(said)]).toEqual([said, null]);
  });
});

describe('a call', () => {
  let server: http.Server;
  let port = 0;
  beforeAll(async () => {
    server = http.createServer((request, response) => {
      if (request.url === '/away') return response.writeHead(302, { location: '/there' }).end();
      if (request.url === '/cut') {
        response.write('half');
        setTimeout(() => response.destroy(), 20);
        return;
      }
      if (request.url === '/still') return;
      if (request.url === '/long') return response.end('x'.repeat(500_000));
      let body = '';
      request.on('data', (part) => {
        body += part;
      });
      request.on('end', () => response.end(`${request.method} ${request.headers['x-said']} ${body}`));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const here = opened('127.0.0.1, ::1');
  const ask = (path: string, more = {}, open = here) =>
    call({ method: 'GET', url: `http://localhost:${port}${path}`, ...more }, open);

  it('sends what it is given and gives what is answered', async () => {
    const answer = await ask('/', { method: 'POST', body: 'words', headers: { 'x-said': 'so' } });
    expect([answer.status, answer.body.toString()]).toEqual([200, 'POST so words']);
  });

  it('goes into no closed network, by name or by number', async () => {
    await expect(ask('/', {}, none)).rejects.toThrow('localhost is inside a closed network');
    for (const host of ['127.0.0.1', '[::1]', '0x7f000001', '2130706433', '127.1', '[::ffff:127.0.0.1]'])
      await expect(call({ method: 'GET', url: `http://${host}:${port}/` }, none)).rejects.toThrow(
        'closed network',
      );
    for (const url of ['file:///etc/passwd', 'ftp://x.example/', 'gopher://x', 'x', 'http://a:b@x.example/'])
      await expect(call({ method: 'GET', url }, here)).rejects.toThrow();
  });

  it('goes to no port at which mail is taken, or a database listens', async () => {
    for (const port of [22, 25, 587, 3306, 5432, 6379, 11211])
      await expect(call({ method: 'GET', url: `http://localhost:${port}/` }, here)).rejects.toThrow(
        `Port ${port} is not one`,
      );
    for (const said of [
      'http://x.example',
      'https://x.example:443/',
      'http://x.example:80/',
      'http://x:8080/',
    ])
      expect([said, whyNotCall(said)]).toEqual([said, null]);
  });

  it('follows no redirect, reads no more than it was told to, and waits no longer', async () => {
    expect((await ask('/away')).status).toBe(302);
    expect((await ask('/long', { maxBytes: 1_000 })).body).toHaveLength(1_000);
    await expect(ask('/still', { timeoutMs: 50 })).rejects.toThrow();
    await expect(ask('/cut')).rejects.toThrow();
  });
});
