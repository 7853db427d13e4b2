/** The box on a story that was corrected, and the place of words that were removed. */
import type { ReactNode } from 'react';
import { each, Lines } from '../../text/lines.tsx';
import type { Notice } from '../notices.ts';
import type { StoryPageData } from '../page-data.ts';
import type { FieldName } from '../words/record-words.ts';
import { historyPath } from './list-path.ts';
import { gapText, noticeLabel, noticeSentence, reasonWords, whenWords } from './notice-words.ts';
import type { View } from './view.ts';

type Part = { view: View; story: StoryPageData };

/** Notices that stand on the story itself; the history has all. */
const most = 3;

/** `history`: where it is; null on paper. */
export function Notices({
  view,
  story,
  history = historyPath(story),
}: Part & { history?: string | null }): ReactNode {
  if (story.notices.length === 0) return null;
  const { record } = view.words;
  return (
    <section className="notices" aria-label={record.notices}>
      <Lines>
        {each(story.notices.slice(0, most), (notice) => (
          <NoticeText view={view} notice={notice} />
        ))}
        {history !== null && (
          <p className="meta">
            <a className="plainly" href={history}>
              {record.toHistory}
            </a>
          </p>
        )}
      </Lines>
    </section>
  );
}

export function NoticeText({ view, notice }: { view: View; notice: Notice }): ReactNode {
  return (
    <div className="notice">
      <p className="meta">
        <Lines>
          <b>{noticeLabel(view, notice)}</b>
          <time dateTime={notice.at.toISOString()}>{whenWords(view, notice.at)}</time>
          {isReasoned(notice) && (
            <span>{view.words.record.reason(reasonWords(view, notice.reasonClass))}</span>
          )}
        </Lines>
      </p>
      {'\n'}
      <p>{noticeSentence(view, notice)}</p>
    </div>
  );
}

/** Whether the reason says more than the label does. */
function isReasoned({ kind, reasonClass }: Notice): boolean {
  return reasonClass !== '' && (kind === 'redacted' || kind === 'killed' || kind === 'removed');
}

/** What stands in the place of a field that was removed; nothing where it is whole. */
export function GapLine({ view, story, field }: Part & { field: FieldName }): ReactNode {
  const text = gapText(view, story, field);
  return text && <p className="gap">{text}</p>;
}
