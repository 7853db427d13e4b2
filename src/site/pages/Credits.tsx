/** Where a story is from and whose it is: place, credit and byline on one line, and when it last changed. */
import type { ReactNode } from 'react';
import { bylineParts } from '../../stories/byline-names.ts';
import { keptApart } from '../../text/direction.ts';
import { Lines } from '../../text/lines.tsx';
import type { StoryPageData } from '../page-data.ts';
import type { FieldName } from '../words/record-words.ts';
import { bylinePath } from './list-path.ts';
import { gapText, whenWords } from './notice-words.ts';
import type { View } from './view.ts';

type Part = { view: View; story: StoryPageData };

export function Credits({ view, story }: Part): ReactNode {
  const { dateline, credit, byline, updatedAt } = story;
  const gaps = creditGaps(view, story);
  if (!dateline && !credit && !byline && !updatedAt && gaps.length === 0) return null;
  return (
    <p className="credits">
      <Lines>
        {credit && <b>{credit}</b>}
        {dateline && <span>{dateline}</span>}
        {byline && <By view={view} story={story} />}
        {updatedAt && <time dateTime={updatedAt.toISOString()}>{changedText(view, story, updatedAt)}</time>}
        {gaps.map((gap) => (
          <span key={gap}>{gap}</span>
        ))}
      </Lines>
    </p>
  );
}

/** Each name leads to its list. */
function By({ view, story: { byline, lang } }: Part): ReactNode {
  const [before, after] = view.words.by('\0').split('\0');
  const { dir } = view.frame.edition;
  return (
    <span>
      {before}
      {bylineParts(byline, lang).map(({ text, slug }) =>
        slug === null ? (
          text
        ) : (
          <a key={slug} href={bylinePath(view, slug)} rel="author">
            {keptApart(text, dir)}
          </a>
        ),
      )}
      {after}
    </span>
  );
}

/** "Updated 6 Aug 2017, 09:10"; what was wrong is not updated but corrected. */
export function changedText(view: View, { corrected }: Pick<StoryPageData, 'corrected'>, at: Date): string {
  const { words } = view;
  return corrected ? words.record.correctedOn(whenWords(view, at)) : words.updated(whenWords(view, at));
}

const inCredits = ['credit', 'dateline', 'byline', 'section'] as const satisfies FieldName[];

/** What is said of facts beside the words that were removed. */
export function creditGaps(view: View, story: StoryPageData): string[] {
  return inCredits.flatMap((field) => gapText(view, story, field) ?? []);
}
