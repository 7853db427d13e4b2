/** A story's folder at a glance: what it is now, every act on it, and every version. */
import type { ReactNode } from 'react';
import type { ActInHistory } from '../../record/read-history.ts';
import { DateLine } from '../../site/pages/DateLine.tsx';
import { whenWords } from '../../site/pages/notice-words.ts';
import { digits } from '../../site/words/dates.ts';
import { each, Lines } from '../../text/lines.tsx';
import type { ExportView } from '../export-view.ts';
import type { ExportedStory } from '../exported-story.ts';
import { historyOf, stateOf } from '../exported-story.ts';
import { wordsIn } from '../story-texts.ts';
import { actedWords, actSentences, actTimes } from './act-words.ts';
import { exportPage } from './ExportPage.tsx';
import { Withheld } from './Withheld.tsx';

/** index.html */
export function storyIndex(story: ExportedStory, view: ExportView): string {
  const { words, archive } = view;
  const history = historyOf(story.acts);
  const isPublic = stateOf(story) === 'public';
  const code = words.code(digits(words, story.code));
  const headline = headlineOf(story, view);
  const bylineAt = (number: number) => {
    const version = isPublic ? story.versions.find((one) => one.version === number) : undefined;
    return version ? wordsIn(version).byline : '';
  };
  return exportPage({
    view,
    title: isPublic ? `${headline} (${code})` : code,
    up: '../../',
    children: (
      <Lines>
        {isPublic ? (
          <Present story={story} view={view} headline={headline} firstAt={firstTime(history)} />
        ) : (
          <Withheld view={view} code={story.code} history={history} />
        )}
        <h2>{archive.acts}</h2>
        <ol className="history">
          {each(history, (act) => (
            <Entry
              view={view}
              act={act}
              history={history}
              byline={bylineAt(act.version)}
              isPublic={isPublic}
            />
          ))}
        </ol>
        {story.translations.length > 0 && (
          <p>
            <Lines>
              <span>{`${words.alsoIn}:`}</span>
              {each(story.translations, (other) => (
                <a href={`../${other.code}/index.html`} hrefLang={other.lang}>
                  {`${other.lang} ${words.code(digits(words, other.code))}`}
                </a>
              ))}
            </Lines>
          </p>
        )}
        <p className="forms">
          <a href="record.json">{archive.recordFile}</a>
        </p>
      </Lines>
    ),
  });
}

/** Of the newest version; a neutral phrase where it was removed. */
export function headlineOf(story: ExportedStory, view: ExportView): string {
  const newest = story.versions.at(-1);
  return (newest && wordsIn(newest).headline) || view.words.record.headlineGone;
}

function firstTime([first]: ActInHistory[]): Date {
  if (!first) throw new RangeError('a story without acts');
  return first.effectiveAt;
}

type Shown = { story: ExportedStory; view: ExportView; headline: string; firstAt: Date };

function Present({ story, view, headline, firstAt }: Shown): ReactNode {
  const newest = story.versions.at(-1);
  return (
    <Lines>
      <DateLine view={view} story={{ code: story.code, at: firstAt }} />
      <h1>{headline}</h1>
      {newest && (
        <p className="newest">
          <a href={`${newest.version}.html`}>{view.archive.newest}</a>
        </p>
      )}
    </Lines>
  );
}

type Told = {
  view: ExportView;
  act: ActInHistory;
  history: ActInHistory[];
  byline: string;
  isPublic: boolean;
};

function Entry({ view, act, history, byline, isPublic }: Told): ReactNode {
  const { words } = view;
  return (
    <li id={`act-${act.leafIndex}`}>
      <Lines>
        <time dateTime={act.effectiveAt.toISOString()}>{whenWords(view, act.effectiveAt)}</time>
        <b>{actedWords(view, act, byline)}</b>
        {act.madeVersion && <a href={`${act.version}.html`}>{words.version(digits(words, act.version))}</a>}
        {act.replacement !== null && isPublic && (
          <a href={`../${act.replacement}/index.html`}>
            {words.record.replacedBy(words.code(digits(words, act.replacement)))}
          </a>
        )}
        {each([...actSentences(view, act, history), ...actTimes(view, act)], (sentence) => (
          <p>{sentence}</p>
        ))}
        <p className="leaf">{view.archive.leaf(digits(words, act.leafIndex))}</p>
      </Lines>
    </li>
  );
}
