/** HTTP as it is on the wire: no redirect followed, nothing decompressed, no header added. */
import http from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

export type RawAnswer = {
  status: number;
  headers: http.IncomingHttpHeaders;
  /** As it came, compressed or not. */
  body: Buffer;
  /** The body as UTF-8 text, decompressed. */
  text: () => string;
};

export function fetchRaw(
  url: string,
  {
    method = 'GET',
    headers = {},
    body,
  }: { method?: string; headers?: Record<string, string>; body?: string | Buffer } = {},
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const request = http.request(url, { method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', reject);
      response.once('end', () => {
        const received = Buffer.concat(chunks);
        const encoding = response.headers['content-encoding'];
        const text = () => unpack(received, encoding).toString();
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: received, text });
      });
    });
    request.once('error', reject);
    request.end(body);
  });
}

function unpack(body: Buffer, encoding: string | undefined): Buffer {
  if (encoding === 'br') return brotliDecompressSync(body);
  return encoding === 'gzip' ? gunzipSync(body) : body;
}
