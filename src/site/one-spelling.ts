/**
 * A path as our own links spell it: an address has thousands of spellings in percent signs, and each would be a page of its
 * own to make and to keep. What cannot be read stays as it is, and is found nowhere. Pure.
 */
export function oneSpelling(path: string): string {
  try {
    return path
      .split('/')
      .map((part) => encodeURIComponent(decodeURIComponent(part)))
      .join('/');
  } catch {
    return path;
  }
}
