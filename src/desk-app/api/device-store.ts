/** Things that this device keeps by their key, in the browser's own database: what a crash, a reload or a cut line cannot take. */

export type DeviceStore<T> = {
  /** @returns whether it is kept. */
  put: (one: T) => Promise<boolean>;
  drop: (key: string) => Promise<void>;
  all: () => Promise<T[]>;
};

/** A browser that keeps nothing (a private window of some) is as if nothing had been kept. */
export function deviceStore<T extends { key: string }>(database: string, name: string): DeviceStore<T> {
  let opening: Promise<IDBDatabase | null> | null = null;
  const open = () => {
    opening ??= openDatabase(database, name);
    return opening;
  };
  const within = async <R>(
    mode: IDBTransactionMode,
    work: (store: IDBObjectStore) => IDBRequest,
  ): Promise<R | null> => {
    const opened = await open();
    if (!opened) return null;
    return new Promise((resolve, reject) => {
      const transaction = opened.transaction(name, mode);
      const request = work(transaction.objectStore(name));
      transaction.oncomplete = () => resolve(request.result as R);
      transaction.onerror = () => reject(transaction.error);
      transaction.onabort = () => reject(transaction.error);
    });
  };
  return {
    put: (one) =>
      within('readwrite', (store) => store.put(one)).then(
        (kept) => kept !== null,
        () => false,
      ),
    drop: async (key) => {
      await within('readwrite', (store) => store.delete(key)).catch(() => null);
    },
    all: async () => (await within<T[]>('readonly', (store) => store.getAll()).catch(() => null)) ?? [],
  };
}

function openDatabase(database: string, name: string): Promise<IDBDatabase | null> {
  return new Promise((resolve) => {
    try {
      const request = indexedDB.open(database, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(name, { keyPath: 'key' });
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => resolve(null);
    } catch {
      resolve(null);
    }
  });
}
