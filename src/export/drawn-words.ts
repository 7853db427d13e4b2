/** The record's words in a page that another version of the program drew: the page may look different, its words may not. */
import { parseHTML } from 'linkedom';
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
  const { document } = parseHTML(html);
  const parts = [...document.querySelectorAll('[data-field]')];
  return parts
    .map(
      (part) => `${part.getAttribute('data-field')} ${(part.textContent ?? '').replace(/\s+/g, ' ').trim()}`,
    )
    .join('\n');
}
