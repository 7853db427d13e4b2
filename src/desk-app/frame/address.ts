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
  | { screen: 'thread'; lang: string; slug: string }
  | { screen: 'settings' }
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
    case 'settings':
      return { screen };
    case 'thread':
      return word && more ? { screen, lang: word, slug: decoded(more) } : { screen: 'threads' };
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

export function useAddress(): Address {
  const hash = useSyncExternalStore(
    (listener) => {
      addEventListener('hashchange', listener);
      return () => removeEventListener('hashchange', listener);
    },
    () => location.hash,
  );
  return readAddress(hash);
}
