/** The record's words in a page that another version of the program drew: the page may look different, its words may not. */
import { plainText } from '../text/plain-text.ts';
import type { ExportedStory } from './exported-story.ts';
import { wordsIn } from './story-texts.ts';
import { oneLine } from './version-plain.ts';

/** Of the newest version; empty where it was removed. */
export function headlineIn(story: Pick<ExportedStory, 'versions'>): string {
  const newest = story.versions.at(-1);
  return newest ? wordsIn(newest).headline : '';
}

/** Whether a file of a story has the same words of the record as the one that this program draws. */
export function hasSameWords(story: ExportedStory, name: string, ours: string, theirs: string): boolean {
  if (name.endsWith('.html')) return wordsOf(ours) === wordsOf(theirs);
  const version = story.versions.find(({ version: number }) => name === `${number}.txt`);
  if (!version) return true;
  const { headline, lead, body } = wordsIn(version);
  return [oneLine(headline), oneLine(lead), plainText(body)].every((part) => theirs.includes(part));
}

/** The words of each part that names a field, in order, their white space as a reader sees it. */
function wordsOf(html: string): string {
  const parts: string[] = [];
  for (const opening of html.matchAll(/<([a-z0-9]+)\b[^>]*? data-field="([a-z]+)"[^>]*>/gi)) {
    const [tag, name = '', field = ''] = opening;
    const inner = innerOf(html, opening.index + tag.length, name);
    parts.push(`${field} ${oneLine(decoded(inner.replace(/<[^>]*>/g, '')))}`);
  }
  return parts.join('\n');
}

/** What lies between an element's opening and its end, other elements of its name within it passed over. */
function innerOf(html: string, from: number, name: string): string {
  const tags = new RegExp(`<(/?)${name}\\b[^>]*>`, 'gi');
  tags.lastIndex = from;
  let open = 1;
  for (let tag = tags.exec(html); tag; tag = tags.exec(html)) {
    open += tag[1] === '/' ? -1 : 1;
    if (open === 0) return html.slice(from, tag.index);
  }
  return html.slice(from);
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };

function decoded(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(amp|lt|gt|quot));/gi, (_, ten, sixteen, name) =>
    name
      ? (named[name.toLowerCase()] as string)
      : String.fromCodePoint(ten ? Number(ten) : Number.parseInt(sixteen, 16)),
  );
}
