/** One value that several parts of the screen look at. */
import { useSyncExternalStore } from 'react';

export type Kept<T> = {
  get: () => T;
  set: (next: T | ((before: T) => T)) => void;
  subscribe: (listener: () => void) => () => void;
};

export function keep<T>(first: T): Kept<T> {
  let value = first;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set: (next) => {
      const after = typeof next === 'function' ? (next as (before: T) => T)(value) : next;
      if (Object.is(after, value)) return;
      value = after;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function useKept<T>(kept: Kept<T>): T {
  return useSyncExternalStore(kept.subscribe, kept.get);
}

/** A value that this browser remembers; broken or refused storage is as if there were none. */
export function remember<T>(name: string, first: T): Kept<T> {
  const kept = keep(recall(name, first));
  kept.subscribe(() => {
    try {
      localStorage.setItem(`desk.${name}`, JSON.stringify(kept.get()));
    } catch {
      // A full or forbidden storage loses a convenience, never a text.
    }
  });
  return kept;
}

function recall<T>(name: string, first: T): T {
  try {
    const text = localStorage.getItem(`desk.${name}`);
    return text === null ? first : (JSON.parse(text) as T);
  } catch {
    return first;
  }
}
