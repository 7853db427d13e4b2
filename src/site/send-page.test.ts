import http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import fastify from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type PreparedPage, preparePage } from './prepared-page.ts';
import { sendPage } from './send-page.ts';

const words = 'Storm closes the port of Halim – خبر. '.repeat(40);
let page: PreparedPage;
let large: PreparedPage;
/** The first answers as the program does, the second as Node does by itself. */
const servers: http.Server[] = [];

beforeAll(async () => {
  const headers = { 'x-content-type-options': 'nosniff' };
  page = await preparePage({ type: 'text/html; charset=utf-8', body: words, headers });
  large = await preparePage({ type: 'image/jpeg', body: Buffer.alloc(200_000, 0xe9), headers });
  servers.push(
    http.createServer((request, response) =>
      sendPage(request.url === '/large' ? large : page, request, response),
    ),
    http.createServer((request, response) => {
      const chosen = (request.url === '/large' ? large : page).identity;
      response.writeHead(200, chosen.headers);
      response.end(request.method === 'HEAD' ? undefined : chosen.body, 'latin1');
    }),
  );
  for (const server of servers) await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  for (const server of servers) server.close();
});

function portOf(server: http.Server): number {
  return (server.address() as AddressInfo).port;
}

/** All bytes that come back on one connection until it is closed, or until it is quiet. */
function exchange(server: http.Server, text: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = net.connect(portOf(server), '127.0.0.1', () => socket.write(text));
    let received = '';
    socket.setEncoding('latin1').setTimeout(300, () => socket.destroy());
    socket.on('data', (data) => {
      received += data;
    });
    socket.once('close', () => resolve(received.replace(/Date: [^\r]+/g, 'Date: now')));
  });
}

it.each([
  ['a plain request', 'GET / HTTP/1.1\r\nHost: x\r\n\r\n'],
  ['keep-alive said', 'GET / HTTP/1.1\r\nHost: x\r\nConnection: Keep-Alive\r\n\r\n'],
  ['close said', 'GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'],
  ['HTTP/1.0', 'GET / HTTP/1.0\r\n\r\n'],
  ['HEAD', 'HEAD / HTTP/1.1\r\nHost: x\r\n\r\n'],
  ['five in one packet', 'GET / HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(5)],
  ['a large body five times', 'GET /large HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(5)],
  ['a large body', 'GET /large HTTP/1.1\r\nHost: x\r\n\r\n'],
  [
    'a request with a body',
    'GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabcGET / HTTP/1.1\r\nHost: x\r\n\r\n',
  ],
])('%s is answered byte for byte as Node would', async (_name, text) => {
  const [ours, node] = await Promise.all(servers.map((server) => exchange(server, text)));
  expect(ours).toBe(node);
  expect(ours?.length).toBeGreaterThan(200);
});

it('keeps every byte of text and picture', async () => {
  const port = portOf(servers[0] as http.Server);
  for (const encoding of ['gzip', 'br', 'identity']) {
    const answer = await fetch(`http://127.0.0.1:${port}/`, { headers: { 'accept-encoding': encoding } });
    expect(await answer.text()).toBe(words);
  }
  const picture = await fetch(`http://127.0.0.1:${port}/large`);
  expect(Buffer.from(await picture.arrayBuffer()).equals(Buffer.alloc(200_000, 0xe9))).toBe(true);
});

it('keeps head and body apart for who asks without a connection, however often in one second', async () => {
  const app = fastify().get('/', (request, reply) => {
    reply.hijack();
    sendPage(page, request.raw, reply.raw);
  });
  for (let asked = 0; asked < 5; asked++) {
    const { body, headers } = await app.inject('/');
    expect([body, headers['x-content-type-options']]).toEqual([words, 'nosniff']);
  }
});
