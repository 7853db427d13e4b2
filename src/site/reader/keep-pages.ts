// The service worker: what was opened can be read without a connection. The network comes first, always; what it says is gone
// is gone here too. Kept are pages that all readers get alike, with their pictures and style, so many of each, and nothing else:
// no search, no desk, no API, nothing that was asked for with a query, no page of one reader's mail, no form, and nothing of
// which the server says that it is not to be stored.

type Worker = {
  skipWaiting: () => Promise<void>;
  clients: { claim: () => Promise<void> };
  location: Location;
  addEventListener: (name: string, hear: (event: WorkerEvent) => void) => void;
};
type WorkerEvent = {
  request: Request;
  data: unknown;
  waitUntil: (work: Promise<unknown>) => void;
  respondWith: (answer: Promise<Response>) => void;
};

const worker = self as unknown as Worker;
/** What lies under other names is deleted: "pages-1" had pages of readers' mail. */
const [pagesName, partsName] = ['pages-2', 'parts-1'];
const mostPages = 60;
const mostParts = 240;
const dayMs = 86_400_000;
const keptAt = 'x-kept-at';
/** Not there, held, taken back, removed by law. */
const gone = [404, 410, 451, 503];
const notKept = [
  /^\/(?:desk|api|log|wire|hub|sitemap|timegate|timemap|oembed|healthz|icon)\b/,
  /^\/[^/]+\/(?:search|proof|mail|newsletters|alerts)(?:\/|$)/,
  /\./,
];

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));

worker.addEventListener('activate', (event) => {
  const begin = async () => {
    for (const name of await caches.keys())
      if (name !== pagesName && name !== partsName) await caches.delete(name);
    await worker.clients.claim();
  };
  event.waitUntil(begin());
});

worker.addEventListener('message', (event) => {
  const { keep } = event.data as { keep?: unknown };
  if (typeof keep !== 'string' || !mayKeep(new URL(keep, worker.location.href))) return;
  // The browser has it: it is neither sent nor read a second time.
  event.waitUntil(openPage(new Request(keep, { cache: 'force-cache' }), event).catch(() => undefined));
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== worker.location.origin) return;
  if (/^\/(?:assets|picture)\//.test(url.pathname)) event.respondWith(openPart(request));
  else if (request.mode === 'navigate' && mayKeep(url))
    event.respondWith(openPage(request, event).catch(() => openKept(url)));
});

function mayKeep(url: URL): boolean {
  const { origin, search, pathname } = url;
  return origin === worker.location.origin && search === '' && !notKept.some((one) => one.test(pathname));
}

/** From the network, and kept as it came, for which nobody waits. @throws where there is none. */
async function openPage(request: Request, event: WorkerEvent): Promise<Response> {
  const answer = await fetch(request);
  const path = new URL(request.url).pathname;
  if (gone.includes(answer.status)) await drop(path);
  if (answer.status === 200 && !answer.redirected && isPublicPage(answer))
    event.waitUntil(keep(path, answer.clone()));
  return answer;
}

function isPublicPage({ headers }: Response): boolean {
  const said = (name: string) => headers.get(name) ?? '';
  return said('content-type').startsWith('text/html') && !/\bno-store\b/i.test(said('cache-control'));
}

async function keep(path: string, answer: Response): Promise<void> {
  const pages = await caches.open(pagesName);
  const headers = new Headers(answer.headers);
  headers.set(keptAt, new Date().toISOString());
  // What comes out of the cache is not packed any more.
  headers.delete('content-encoding');
  headers.delete('content-length');
  const text = await answer.text();
  await pages.delete(path);
  await pages.put(path, new Response(text, { headers }));
  await keepOffline(path);
  await keepParts(text);
  await shorten(pages, mostPages);
}

/** The page for what was not kept, for each language once a day: the agency may say its dates otherwise meanwhile. */
async function keepOffline(path: string): Promise<void> {
  const place = offlinePath(path);
  const pages = await caches.open(pagesName);
  if (!place) return;
  const sentAt = (await pages.match(place))?.headers.get('date');
  if (sentAt && Date.now() - Date.parse(sentAt) < dayMs) return;
  const answer = await fetch(place);
  if (answer.ok) await pages.put(place, answer);
}

/** Style and fonts of a page that came before the worker did. */
async function keepParts(text: string): Promise<void> {
  const parts = await caches.open(partsName);
  for (const [, path = ''] of text.matchAll(/href="(\/assets\/[\w.-]+)"/g))
    if (!(await parts.match(path))) {
      const answer = await fetch(path);
      if (answer.ok) await parts.put(path, answer);
    }
}

/** A story goes with all its forms and pictures. */
async function drop(path: string): Promise<void> {
  const pages = await caches.open(pagesName);
  const parts = await caches.open(partsName);
  const story = /^\/[a-z0-9-]+\/\d+\//.exec(path)?.[0];
  for (const request of await pages.keys()) {
    const other = new URL(request.url).pathname;
    if (other !== path && !(story && other.startsWith(story))) continue;
    const text = (await (await pages.match(request))?.text()) ?? '';
    for (const [picture] of text.matchAll(/\/picture\/[0-9a-f]{64}\/[\w-]+\.\w+/g))
      await parts.delete(picture);
    await pages.delete(request);
  }
}

/** The page as it was kept, which says so; or that there is none. */
async function openKept(url: URL): Promise<Response> {
  const pages = await caches.open(pagesName);
  const place = offlinePath(url.pathname);
  const offline = place ? await pages.match(place) : undefined;
  const page = await pages.match(url.pathname);
  if (!page) return offline ?? Response.error();
  const said = /<p class="kept" hidden="" data-locale="([^"]*)">([^<]*)<\/p>/;
  const [, locale, words = '{when}'] = said.exec((await offline?.text()) ?? '') ?? [];
  const style = { dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23' } as const;
  const when = new Intl.DateTimeFormat(locale, style).format(new Date(page.headers.get(keptAt) ?? 0));
  const notice = `<p class="kept" role="status">${words.replace('{when}', () => when)}</p>`;
  const text = (await page.text()).replace(/<body[^>]*>/, (body) => `${body}${notice}`);
  return new Response(text, { headers: page.headers });
}

/** What has its bytes in its name never changes; a picture may be gone. */
async function openPart(request: Request): Promise<Response> {
  const parts = await caches.open(partsName);
  const path = new URL(request.url).pathname;
  const kept = await parts.match(path);
  if (kept && path.startsWith('/assets/')) return kept;
  try {
    const answer = await fetch(request);
    if (gone.includes(answer.status)) await parts.delete(path);
    if (answer.status === 200) {
      await parts.put(path, answer.clone());
      await shorten(parts, mostParts);
    }
    return answer;
  } catch (error) {
    if (kept) return kept;
    throw error;
  }
}

/** What was put in first goes first. */
async function shorten(cache: Cache, most: number): Promise<void> {
  const requests = (await cache.keys()).filter(({ url }) => !url.endsWith('/offline'));
  for (const request of requests.slice(0, Math.max(0, requests.length - most))) await cache.delete(request);
}

function offlinePath(path: string): string | null {
  const lang = /^\/([a-z]{2,3}(?:-[a-z0-9]{2,8})*)\//.exec(path)?.[1];
  return lang ? `/${lang}/offline` : null;
}
