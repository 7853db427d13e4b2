/** What a page's JSON-LD says about its story. */

export type StructuredImage = { url: string; caption: string; credit: string };

/** One article as structured data states it; empty strings where it says nothing. */
export type StructuredStory = {
  type: string;
  headline: string;
  description: string;
  published: string;
  author: string;
  /** An author that is an organisation, such as an agency. */
  agency: string;
  section: string;
  body: string;
  language: string;
  url: string;
  keywords: string[];
  images: StructuredImage[];
};

type Dict = { [key: string]: unknown };

const articleType = /(?:Article|BlogPosting|Report|NewsItem|LiveBlogPosting)$/;
const mostNodes = 5000;

/** Every article in a page's JSON-LD blocks, in order. Broken blocks are mended where that is easy, else passed over. */
export function readStructuredStories(blocks: readonly string[]): StructuredStory[] {
  const nodes: Dict[] = [];
  for (const block of blocks.slice(0, 50)) {
    const json = parseLoosely(block);
    if (json !== undefined) collect(json, nodes, 0);
  }
  const byId = new Map(
    nodes.flatMap((node) =>
      typeof node['@id'] === 'string' && Object.keys(node).length > 1 ? [[node['@id'], node]] : [],
    ),
  );
  return nodes.filter((node) => articleType.test(words(node['@type']))).map((node) => storyOf(node, byId));
}

function storyOf(node: Dict, byId: Map<string, Dict>): StructuredStory {
  const authors = list(node.author ?? node.creator).map((author) => resolved(author, byId));
  const people = authors.filter((author) => !isOrganisation(author)).map(nameOf);
  const images = list(node.image ?? node.thumbnailUrl).map((image) => imageOf(resolved(image, byId)));
  return {
    type: words(node['@type']),
    headline: words(node.headline) || words(node.name),
    description: words(node.description) || words(node.abstract),
    published: words(node.datePublished) || words(node.dateCreated),
    author: [...new Set(people.filter((name) => name !== '' && !name.startsWith('http')))].join(', '),
    agency: authors.filter(isOrganisation).map(nameOf)[0] ?? '',
    section: words(list(node.articleSection)[0]),
    body: words(node.articleBody),
    language: words(node.inLanguage) || words(isDict(node.inLanguage) ? node.inLanguage.alternateName : ''),
    url: webString(node.mainEntityOfPage) || webString(node.url),
    keywords: list(node.keywords).flatMap((value) =>
      words(isDict(value) ? value.name : value).split(/\s*[,،;]\s*/),
    ),
    images: images.filter((image) => image.url !== ''),
  };
}

function collect(value: unknown, nodes: Dict[], depth: number): void {
  if (depth > 12 || nodes.length >= mostNodes) return;
  if (Array.isArray(value)) for (const item of value) collect(item, nodes, depth + 1);
  if (!isDict(value)) return;
  nodes.push(value);
  for (const [key, inner] of Object.entries(value)) {
    // Lists of other stories are not this page's story.
    if (
      typeof inner === 'object' &&
      !/^(?:itemListElement|relatedLink|mentions|citation|hasPart|isPartOf|isBasedOn|comment|subjectOf)$/.test(
        key,
      )
    ) {
      collect(inner, nodes, depth + 1);
    }
  }
}

/** JSON as pages really have it: comments and CDATA around it, raw line ends in strings, commas too many, an end cut off. */
function parseLoosely(text: string): unknown {
  if (text.length > 2_000_000) return undefined;
  const bare = text
    .replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[|\/\*.*?\*\/)|(?:-->|\/\/\s*\]\]>|\]\]>)\s*$/g, '')
    .trim();
  const spaced = bare.replace(/\p{Cc}+/gu, ' ').replace(/;\s*$/, '');
  const commas = spaced.replace(/,\s*([}\]])/g, '$1');
  for (const attempt of [bare, spaced, commas, `[${commas.replace(/\}\s*\{/g, '},{')}]`, closed(commas)]) {
    try {
      return JSON.parse(attempt);
    } catch {}
  }
  return undefined;
}

/** Text cut off in mid JSON, with its last unfinished member left out and what is open closed. */
function closed(text: string): string {
  const open: string[] = [];
  let inString = false;
  let keep = 0;
  let keepOpen: string[] = [];
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (inString) {
      if (sign === '\\') at++;
      else if (sign === '"') inString = false;
      continue;
    }
    if (sign === '"') inString = true;
    else if (sign === '{' || sign === '[') open.push(sign === '{' ? '}' : ']');
    else if (sign === '}' || sign === ']') open.pop();
    else if (sign === ',' && open.length <= 50) {
      keep = at;
      keepOpen = [...open];
    }
  }
  return keep === 0 ? text : text.slice(0, keep) + keepOpen.reverse().join('');
}

function imageOf(value: unknown): StructuredImage {
  if (typeof value === 'string') return { url: value, caption: '', credit: '' };
  if (!isDict(value)) return { url: '', caption: '', credit: '' };
  const credit =
    words(value.creditText) || words(value.copyrightNotice) || nameOf(value.author) || nameOf(value.creator);
  return {
    url: words(value.url) || words(value.contentUrl),
    caption: words(value.caption) || words(value.description),
    credit,
  };
}

function resolved(value: unknown, byId: Map<string, Dict>): unknown {
  const id = isDict(value) && Object.keys(value).length === 1 ? value['@id'] : null;
  return typeof id === 'string' ? (byId.get(id) ?? value) : value;
}

function isOrganisation(value: unknown): boolean {
  return isDict(value) && /Organi[sz]ation|NewsMedia/.test(words(value['@type']));
}

function nameOf(value: unknown): string {
  return isDict(value) ? words(value.name) : Array.isArray(value) ? nameOf(value[0]) : words(value);
}

function webString(value: unknown): string {
  if (isDict(value)) return words(value['@id']) || words(value.url);
  return words(value);
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

function words(value: unknown): string {
  if (Array.isArray(value)) return words(value[0]);
  if (typeof value === 'number') return String(value);
  if (isDict(value)) return words(value['@value']);
  return typeof value === 'string' ? decodeEntities(value).replace(/\s+/g, ' ').trim() : '';
}

/** Pages often put HTML entities into JSON, where they mean nothing. */
export function decodeEntities(text: string): string {
  const named: Record<string, string> = {
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: ' ',
    rsquo: '’',
    lsquo: '‘',
    ldquo: '“',
    rdquo: '”',
    ndash: '–',
    mdash: '—',
    hellip: '…',
    laquo: '«',
    raquo: '»',
    zwnj: '\u200c',
  };
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (all, decimal, hex, name) => {
    if (name) return named[String(name).toLowerCase()] ?? all;
    const point = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : all;
  });
}

function isDict(value: unknown): value is Dict {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
