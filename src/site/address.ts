/** What a reader's path asks for. One pure function; what it does not know is not there. */

export type StoryForm = 'page' | 'print' | 'lite';
export type FeedForm = 'xml' | 'atom' | 'json';

export type Address =
  | { kind: 'root' }
  | { kind: 'code'; code: number }
  | { kind: 'rendition'; code: number; form: 'txt' | 'json' }
  /** `words` null: none were given. */
  | { kind: 'story'; lang: string; code: number; words: string | null; form: StoryForm }
  | { kind: 'front'; lang: string }
  /** The front without its slash. */
  | { kind: 'edition'; lang: string }
  | { kind: 'list'; lang: string; list: 'section' | 'topic'; slug: string }
  | { kind: 'feed'; lang: string; form: FeedForm };

/** @param path from the root, still percent-encoded, without a query. */
export function parseAddress(path: string): Address | null {
  const parts = decodeParts(path);
  if (!parts) return null;
  const [first = '', second, third, fourth] = parts;
  if (parts.length === 1) return parseTop(first);
  if (!isLang(first)) return null;
  if (parts.length === 2) return parseInEdition(first, second ?? '');
  const code = readCode(second ?? '');
  if (code !== null && parts.length === 3) return storyAt(first, code, third ?? '', undefined);
  if (code !== null && parts.length === 4) return storyAt(first, code, third ?? '', fourth);
  if (parts.length === 3 && (second === 'section' || second === 'topic') && third) {
    return { kind: 'list', lang: first, list: second, slug: third };
  }
  return null;
}

function decodeParts(path: string): string[] | null {
  try {
    const parts = path.slice(1).split('/').map(decodeURIComponent);
    return parts.some((part) => part.includes('\0')) ? null : parts;
  } catch {
    return null;
  }
}

function parseTop(name: string): Address | null {
  if (name === '') return { kind: 'root' };
  const rendition = /^(\d+)\.(txt|json)$/.exec(name);
  const code = readCode(rendition?.[1] ?? name);
  if (code !== null)
    return rendition
      ? { kind: 'rendition', code, form: rendition[2] as 'txt' | 'json' }
      : { kind: 'code', code };
  return isLang(name) ? { kind: 'edition', lang: name } : null;
}

function parseInEdition(lang: string, name: string): Address | null {
  if (name === '') return { kind: 'front', lang };
  const feed = /^feed\.(xml|atom|json)$/.exec(name);
  if (feed) return { kind: 'feed', lang, form: feed[1] as FeedForm };
  const code = readCode(name);
  return code === null ? null : { kind: 'story', lang, code, words: null, form: 'page' };
}

function storyAt(lang: string, code: number, words: string, form: string | undefined): Address | null {
  // A slash at the end is a slip: it leads to the story too.
  if (!form) return { kind: 'story', lang, code, words: words || null, form: 'page' };
  return form === 'print' || form === 'lite' ? { kind: 'story', lang, code, words, form } : null;
}

/** A code has one spelling: no zero before it, no sign. */
function readCode(text: string): number | null {
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;
}

function isLang(text: string): boolean {
  return /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/.test(text);
}
