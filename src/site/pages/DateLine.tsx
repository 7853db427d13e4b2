/** The date line: weekday, date, time, zone and code, together at the head of a story in each of its forms. */
import type { ReactNode } from 'react';
import { Lines } from '../../text/lines.tsx';
import { besideDayWords, dayWords, digits, timeWords, zoneWords } from '../words/dates.ts';
import type { Speech } from './notice-words.ts';

type Dated = { at: Date; code: number };

export function DateLine({ view, story }: { view: Speech; story: Dated }): ReactNode {
  const { words, zone } = view;
  const other = besideDayWords(words, zone, story.at);
  return (
    <p className="date-line">
      <Lines>
        <time dateTime={story.at.toISOString()}>
          <span>
            {dayWords(words, zone, story.at)}
            {other && (
              <>
                {' '}
                <small>{other}</small>
              </>
            )}
          </span>
          {'\n'}
          <span title={zone}>
            {timeWords(words, zone, story.at)} {zoneWords(words, zone, story.at)}
          </span>
        </time>
        <span>{words.code(digits(words, story.code))}</span>
      </Lines>
    </p>
  );
}

/** The same words on one line of plain text. */
export function dateLineText({ words, zone }: Speech, story: Dated): string {
  const other = besideDayWords(words, zone, story.at);
  return [
    other ? `${dayWords(words, zone, story.at)} (${other})` : dayWords(words, zone, story.at),
    `${timeWords(words, zone, story.at)} ${zoneWords(words, zone, story.at)}`,
    words.code(digits(words, story.code)),
  ].join(' · ');
}
