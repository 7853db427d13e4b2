/** The text on this device, written at each change: what a crash, a reload or a cut line cannot take. */
import { type StoryFields, wholeFields } from '../../stories/story.ts';

export type LocalCopy = {
  /** Person, story and tab. */
  key: string;
  personId: string;
  storyId: number;
  tab: string;
  fields: StoryFields;
  /** Of the draft on the server that it was written on. */
  revision: number;
  at: number;
};

const name = 'wireroom-desk';
let opening: Promise<IDBDatabase | null> | null = null;

/** Null: this browser keeps nothing (a private window of some). */
function open(): Promise<IDBDatabase | null> {
  opening ??= new Promise((resolve) => {
    try {
      const request = indexedDB.open(name, 1);
      request.onupgradeneeded = () => request.result.createObjectStore('texts', { keyPath: 'key' });
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => resolve(null);
    } catch {
      resolve(null);
    }
  });
  return opening;
}

/** @returns whether it is kept. */
export async function keepCopy(copy: LocalCopy): Promise<boolean> {
  return withStore('readwrite', (store) => store.put(copy)).then(
    (kept) => kept !== null,
    () => false,
  );
}

export async function dropCopy(key: string): Promise<void> {
  await withStore('readwrite', (store) => store.delete(key)).catch(() => null);
}

/** Copies of a story from tabs that are gone, or from this one before it was reloaded; newest first. */
export async function leftCopies(personId: string, storyId: number, tab: string): Promise<LocalCopy[]> {
  const all = (await withStore<LocalCopy[]>('readonly', (store) => store.getAll()).catch(() => null)) ?? [];
  const alive = await livingTabs();
  return (
    all
      .filter((copy) => copy.personId === personId && copy.storyId === storyId)
      .filter((copy) => copy.tab === tab || !alive.has(copy.tab))
      .sort((a, b) => b.at - a.at)
      // One that was kept before a story had some field has none of it.
      .map((copy) => ({ ...copy, fields: wholeFields(copy.fields) }))
  );
}

async function withStore<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest,
): Promise<T | null> {
  const database = await open();
  if (!database) return null;
  return new Promise((resolve, reject) => {
    const transaction = database.transaction('texts', mode);
    const request = work(transaction.objectStore('texts'));
    transaction.oncomplete = () => resolve(request.result as T);
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
  });
}

/** A tab holds a lock under its name for as long as it lives, however it ends. */
export function holdTab(tab: string): void {
  void navigator.locks?.request(`desk-tab-${tab}`, () => new Promise<never>(() => undefined));
}

async function livingTabs(): Promise<Set<string>> {
  const { held = [] } = (await navigator.locks?.query()) ?? {};
  return new Set(held.map((lock) => lock.name?.replace('desk-tab-', '') ?? ''));
}
