/** Questions about markup that are answered by one pass over it, before anything is parsed. */

const voidTags = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
/** Elements that end by themselves when the next of their kind begins. */
const selfEnding = new Set('p li dt dd option tr td th thead tbody tfoot'.split(' '));
const tag = /<(\/?)([a-z][a-z0-9:-]*)([^<>]*)>/gi;

/** Whether a text is markup rather than plain text. */
export function looksLikeMarkup(text: string): boolean {
  const start = text.slice(0, 20_000);
  if (/^\s*<(?:[?!]|[a-z][a-z0-9]*[\s>])/i.test(start)) return true;
  const tags = start.match(
    /<\/?(?:html|head|body|div|p|br|table|td|tr|span|a|font|meta|title|article|section|h[1-6]|ul|li|img|script|style|b|i|strong|em|center)\b[^<>]*>/gi,
  );
  return (tags?.length ?? 0) >= 3 || /<(?:body|article|table|title)\b/i.test(start);
}

/** How deep the elements of markup are nested, how many there are, and how many `&`: found without building a tree. */
export function measureMarkup(markup: string): { depth: number; tags: number; references: number } {
  let depth = 0;
  let deepest = 0;
  let tags = 0;
  const open = new Map<string, number>();
  for (const match of markup.matchAll(tag)) {
    const name = (match[2] ?? '').toLowerCase();
    if (voidTags.has(name) || match[3]?.endsWith('/')) continue;
    const here = open.get(name) ?? 0;
    if (match[1] === '/') {
      if (here > 0) {
        open.set(name, here - 1);
        depth--;
      }
      continue;
    }
    tags++;
    if (selfEnding.has(name) && here > 0 && name !== 'tr' && name !== 'td' && name !== 'tbody') continue;
    open.set(name, here + 1);
    depth++;
    if (depth > deepest) deepest = depth;
  }
  let references = 0;
  for (let at = markup.indexOf('&'); at !== -1; at = markup.indexOf('&', at + 1)) references++;
  return { depth: deepest, tags, references };
}

/** Markup as plain text, by a single pass: tags go, blocks and breaks become line ends, scripts and styles vanish. */
export function stripMarkup(markup: string): string {
  const parts: string[] = [];
  let at = 0;
  while (at < markup.length) {
    const open = markup.indexOf('<', at);
    if (open === -1) {
      parts.push(markup.slice(at));
      break;
    }
    parts.push(markup.slice(at, open));
    if (markup.startsWith('<!--', open)) {
      const end = markup.indexOf('-->', open + 4);
      at = end === -1 ? markup.length : end + 3;
      continue;
    }
    const name = /^\/?([a-z][a-z0-9]*)/i.exec(markup.slice(open + 1, open + 30))?.[1]?.toLowerCase();
    if (!name && !/[!?]/.test(markup.charAt(open + 1))) {
      parts.push('<');
      at = open + 1;
      continue;
    }
    const close = markup.indexOf('>', open);
    at = close === -1 ? markup.length : close + 1;
    if (name && /^(?:script|style|noscript|template|head)$/.test(name) && markup.charAt(open + 1) !== '/') {
      const end = indexOfEnd(markup, name, at);
      at = end === -1 ? (name === 'head' ? at : markup.length) : end;
    }
    if (
      name &&
      /^(?:br|p|div|tr|li|h[1-6]|ul|ol|table|section|article|header|footer|blockquote|pre|td)$/.test(name)
    )
      parts.push('\n');
    else if (name === 'hr') parts.push('\n\n');
  }
  return parts.join('');
}

/** Where an element that holds no elements ends, its end tag included. */
function indexOfEnd(markup: string, name: string, from: number): number {
  const end = new RegExp(`</${name}[^>]*>`, 'gi');
  end.lastIndex = from;
  const found = end.exec(markup);
  return found ? found.index + found[0].length : -1;
}
