// Stands in the service worker's place where an agency lets nothing be kept: it forgets what was, and goes.

type Leaving = {
  skipWaiting: () => Promise<void>;
  registration: { unregister: () => Promise<boolean> };
  addEventListener: (
    name: string,
    hear: (event: { waitUntil: (work: Promise<unknown>) => void }) => void,
  ) => void;
};

const leaving = self as unknown as Leaving;

leaving.addEventListener('install', (event) => event.waitUntil(leaving.skipWaiting()));
leaving.addEventListener('activate', (event) => {
  const forget = async () => {
    for (const name of await caches.keys()) await caches.delete(name);
    await leaving.registration.unregister();
  };
  event.waitUntil(forget());
});
