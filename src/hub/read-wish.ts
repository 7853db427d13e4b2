/** What a program asks the hub for (W3C WebSub, 5.1). Pure. */
import { whyNotCall } from '../outgoing/call.ts';
import { parseAddress } from '../site/address.ts';
import { oneSpelling } from '../site/one-spelling.ts';
import type { Wish } from './hub-store.ts';

/** In seconds: ten days where nothing is asked for, a day at least, thirty at most. */
const lease = { usual: 864_000, least: 86_400, most: 2_592_000 };
const longestCallback = 2_000;
/** WebSub: fewer than 200 bytes. */
const longestSecret = 199;

/** A wish, or why it is none, as a sentence. */
export function readWish(
  form: URLSearchParams,
  publicUrl: string,
  langs: readonly string[],
): { wish: Wish } | { why: string } {
  const mode = form.get('hub.mode');
  if (mode !== 'subscribe' && mode !== 'unsubscribe')
    return { why: 'hub.mode has to be "subscribe" or "unsubscribe".' };
  const topic = topicOf(form.get('hub.topic') ?? '', publicUrl, langs);
  if (topic === null)
    return {
      why: 'hub.topic has to be the address of one of the feeds of this site, as the feed names itself.',
    };
  const callback = form.get('hub.callback') ?? '';
  const why = callback.length > longestCallback ? 'It is too long.' : whyNotCall(callback);
  if (why) return { why: `hub.callback cannot be used. ${why}` };
  const secret = form.get('hub.secret') ?? '';
  if (Buffer.byteLength(secret) > longestSecret || secret.includes('\0'))
    return { why: `hub.secret may have ${longestSecret} bytes at most.` };
  return { wish: { mode, topic, callback: new URL(callback).href, secret, leaseSeconds: leaseOf(form) } };
}

function topicOf(said: string, publicUrl: string, langs: readonly string[]): string | null {
  if (!said.startsWith(`${publicUrl}/`)) return null;
  const path = said.slice(publicUrl.length);
  const address = /[?#]/.test(path) ? null : parseAddress(path);
  // In another spelling it would be another feed to make, each second.
  const isFeed = address?.kind === 'feed' && langs.includes(address.lang);
  return isFeed && path === oneSpelling(path) ? path : null;
}

function leaseOf(form: URLSearchParams): number {
  const said = form.get('hub.lease_seconds') ?? '';
  if (!/^\d{1,10}$/.test(said)) return lease.usual;
  return Math.max(lease.least, Math.min(Number(said), lease.most));
}
