/** A story as plain text: /271032.txt */
import { plainText } from '../../text/plain-text.ts';
import type { Frame, StoryPageData } from '../page-data.ts';
import type { FieldName } from '../words/record-words.ts';
import { changedText, creditGaps } from './Credits.tsx';
import { dateLineText } from './DateLine.tsx';
import { gapText, noticeLine, whenWords } from './notice-words.ts';
import { recordText } from './RecordLine.tsx';
import { viewOf } from './view.ts';

/** Lines are not wrapped; paragraphs are parted by a blank line; the last line ends. */
export function renderStoryText(frame: Frame, story: StoryPageData): string {
  const view = viewOf(frame);
  const { words } = view;
  const { agency, tagline } = frame.edition;
  const credits = [story.credit, story.dateline, story.byline && words.by(story.byline)];
  const changed = story.updatedAt ? changedText(view, story, story.updatedAt) : '';
  const gap = (field: FieldName) => gapText(view, story, field) ?? '';
  const notices = story.notices.map((notice) => noticeLine(view, notice));
  const head = [
    frame.agency.sample ? words.sample : '',
    frame.moment
      ? words.past[frame.moment.clock === 'effective' ? 'asOf' : 'recorded'](whenWords(view, frame.moment.at))
      : '',
    oneLine([agency, tagline]),
    dateLineText(view, story),
    oneLine([story.headline]),
    gap('headline'),
    oneLine([...credits, changed, ...creditGaps(view, story)]),
    ...notices,
    oneLine([story.lead]),
    gap('lead'),
  ];
  const end = [
    gap('body'),
    gap('topics'),
    gap('subjects'),
    gap('thread'),
    `${frame.publicUrl}/${story.code}`,
    recordText(view),
  ];
  const parts = [...head, plainText(story.body), ...end];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function oneLine(parts: string[]): string {
  return parts
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '')
    .join(' · ');
}
