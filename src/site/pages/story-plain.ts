/** A story as plain text: /271032.txt */
import { plainText } from '../../text/plain-text.ts';
import type { Frame, StoryPageData } from '../page-data.ts';
import { updatedText } from './Credits.tsx';
import { dateLineText } from './DateLine.tsx';
import { viewOf } from './view.ts';

/** Lines are not wrapped; paragraphs are parted by a blank line; the last line ends. */
export function renderStoryText(frame: Frame, story: StoryPageData): string {
  const view = viewOf(frame);
  const { words } = view;
  const { agency, tagline } = frame.edition;
  const credits = [story.credit, story.dateline, story.byline && words.by(story.byline)];
  const head = [
    frame.agency.sample ? words.sample : '',
    oneLine([agency, tagline]),
    dateLineText(view, story),
    oneLine([story.headline]),
    oneLine([...credits, story.updatedAt ? updatedText(view, story.updatedAt) : '']),
    oneLine([story.lead]),
  ];
  const parts = [...head, plainText(story.body), `${frame.publicUrl}/${story.code}`];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function oneLine(parts: string[]): string {
  return parts
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '')
    .join(' · ');
}
