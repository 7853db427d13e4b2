/** Which requests for a story's page count as a reading. Pure. */
import type { IncomingHttpHeaders } from 'node:http';

/** Programs that say so. One that lies is counted: nothing is kept by which it could be found out. */
const robots =
  /bot\b|bot[/;_ -]|crawl|spider|slurp|archiver|feed|monitor|uptime|preview|facebookexternalhit|headless|lighthouse|curl|wget|httpie|python|java\/|go-http|okhttp|axios|node-fetch|undici|libwww|scrapy|wireroom/i;

export function countsAsRead(method: string | undefined, headers: IncomingHttpHeaders): boolean {
  const {
    'user-agent': program = '',
    'sec-purpose': purpose,
    purpose: old,
    'sec-fetch-dest': dest,
    'sec-fetch-mode': mode,
  } = headers;
  if (method !== 'GET' || program === '' || robots.test(program)) return false;
  // Fetched in advance, nobody has seen it yet.
  if (/prefetch|prerender/i.test(`${purpose ?? ''} ${old ?? ''}`)) return false;
  // What a reader goes to comes so through the worker that keeps pages; what a script fetches is nobody's reading.
  if (dest === 'empty') return mode === 'navigate';
  return dest === undefined || dest === 'document' || dest === 'iframe';
}
