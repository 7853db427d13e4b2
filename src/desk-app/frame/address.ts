/** Where in the desk this is: after the #, so that a token in it never reaches a server's log. */
import { useSyncExternalStore } from 'react';

export type Address =
  | { screen: 'stories' }
  | { screen: 'story'; id: number }
  | { screen: 'account' }
  | { screen: 'people' }
  | { screen: 'audit' }
  | { screen: 'agenda' }
  | { screen: 'threads' }
  | { screen: 'comments' }
  | { screen: 'thread'; lang: string; slug: string }
  /** Both empty: whichever the person reads. `section` empty: the edition's first page. */
  | { screen: 'fronts'; lang: string; section: string }
  | { screen: 'settings'; section: string }
  | { screen: 'link'; token: string }
  | { screen: 'invitation'; token: string };

export function readAddress(hash: string): Address {
  const [screen = '', word = '', more = ''] = hash.replace(/^#\/?/, '').split('/');
  switch (screen) {
    case 'story':
      return /^[1-9]\d{0,14}$/.test(word) ? { screen, id: Number(word) } : { screen: 'stories' };
    case 'account':
    case 'people':
    case 'audit':
    case 'agenda':
    case 'threads':
    case 'comments':
      return { screen };
    case 'thread':
      return word && more ? { screen, lang: word, slug: decoded(more) } : { screen: 'threads' };
    case 'fronts':
      return { screen, lang: word, section: decoded(more) };
    case 'settings':
      return { screen, section: word };
    case 'link':
    case 'invitation':
      return word ? { screen, token: decoded(word) } : { screen: 'stories' };
    default:
      return { screen: 'stories' };
  }
}

/** As it stands where it is no percent encoding. */
function decoded(word: string): string {
  try {
    return decodeURIComponent(word);
  } catch {
    return word;
  }
}

export function hashOf(address: Address): string {
  switch (address.screen) {
    case 'stories':
      return '#/';
    case 'story':
      return `#/story/${address.id}`;
    case 'thread':
      return `#/thread/${address.lang}/${encodeURIComponent(address.slug)}`;
    case 'fronts':
      return ['#/fronts', address.lang, encodeURIComponent(address.section)].filter(Boolean).join('/');
    case 'settings':
      return address.section ? `#/settings/${address.section}` : '#/settings';
    case 'link':
    case 'invitation':
      return `#/${address.screen}/${encodeURIComponent(address.token)}`;
    default:
      return `#/${address.screen}`;
  }
}

export function go(address: Address): void {
  location.hash = hashOf(address);
}

/** As `go`, and the present address is forgotten: a used link must not come back with "back". */
export function replaceWith(address: Address): void {
  history.replaceState(null, '', hashOf(address));
  dispatchEvent(new HashChangeEvent('hashchange'));
}

/** Told where somebody wants to go, while something stands in the way; the address stays as it is. */
let guard: ((to: Address) => void) | null = null;
let guarded = '';

/** @returns what lets everybody go again. */
export function guardLeaving(tell: (to: Address) => void): () => void {
  guard = tell;
  guarded = location.hash;
  return () => {
    if (guard === tell) guard = null;
  };
}

/** The address that is shown: where the way is guarded, the one before. */
function shownHash(): string {
  return guard ? guarded : location.hash;
}

function hear(listener: () => void): () => void {
  const moved = () => {
    if (guard && location.hash !== guarded) {
      const wanted = readAddress(location.hash);
      history.pushState(null, '', guarded);
      guard(wanted);
    } else listener();
  };
  addEventListener('hashchange', moved);
  return () => removeEventListener('hashchange', moved);
}

export function useAddress(): Address {
  return readAddress(useSyncExternalStore(hear, shownHash));
}
