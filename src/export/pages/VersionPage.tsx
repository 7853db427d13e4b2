/** One version as readers had it, with what opens beside it. */
import type { ReactNode } from 'react';
import { DateLine } from '../../site/pages/DateLine.tsx';
import { whenWords } from '../../site/pages/notice-words.ts';
import { digits } from '../../site/words/dates.ts';
import { BodyHtml } from '../../text/html-text.tsx';
import { each, Lines } from '../../text/lines.tsx';
import type { Image } from '../../text/story-text.ts';
import { picturePath } from '../export-paths.ts';
import type { VersionText } from '../story-texts.ts';
import { actedWords, actSentences } from './act-words.ts';
import { exportPage } from './ExportPage.tsx';
import { Withheld } from './Withheld.tsx';

/** N.html */
export function versionPage(text: VersionText): string {
  const { view, version, fields, state } = text;
  const number = view.words.version(digits(view.words, version.version));
  const code = view.words.code(digits(view.words, text.story.code));
  const title = state === 'public' && fields.headline ? fields.headline : code;
  return exportPage({
    view,
    title: `${title} (${number})`,
    up: '../../',
    children: state === 'public' ? <Words text={text} /> : <WithheldVersion text={text} number={number} />,
  });
}

/** Each part that has words of the record names its field, so that they can be found whatever the page looks like. */
function Words({ text }: { text: VersionText }): ReactNode {
  const { view, story, version, made, fields, firstAt, gaps } = text;
  const { words } = view;
  return (
    <Lines>
      <WhichVersion text={text} />
      <article>
        <Lines>
          <DateLine view={view} story={{ code: story.code, at: firstAt }} />
          {fields.headline ? (
            <h1 data-field="headline">{fields.headline}</h1>
          ) : (
            <h1>{words.record.headlineGone}</h1>
          )}
          <p className="credits">
            <Lines>
              {fields.credit && <b data-field="credit">{fields.credit}</b>}
              {fields.dateline && <span data-field="dateline">{fields.dateline}</span>}
              {fields.byline && <span data-field="byline">{fields.byline}</span>}
              {version.version > 1 && (
                <time dateTime={made.effectiveAt.toISOString()}>
                  {made.kind === 'correct'
                    ? words.record.correctedOn(whenWords(view, made.effectiveAt))
                    : words.updated(whenWords(view, made.effectiveAt))}
                </time>
              )}
            </Lines>
          </p>
          {fields.lead && (
            <p className="lead" data-field="lead">
              {fields.lead}
            </p>
          )}
          <div className="body" data-field="body">
            <BodyHtml
              body={fields.body}
              settings={{ topicHref: () => null, ownLink, picture: shown(text) }}
            />
          </div>
          {gaps.map((gap) => (
            <p className="gap" key={gap}>
              {gap}
            </p>
          ))}
          {fields.topics.length > 0 && (
            <p className="topics">
              <Lines>
                <span>{`${words.topics}:`}</span>
                {each(fields.topics, ({ name }) => (
                  <span className="topic" data-field="topics">
                    {name}
                  </span>
                ))}
              </Lines>
            </p>
          )}
          {fields.subjects.length > 0 && (
            <p className="topics">
              <Lines>
                <span>{`${words.subjects}:`}</span>
                {each(fields.subjects, ({ code, name }) => (
                  <span className="topic" data-field="subjects" title={code}>
                    {name}
                  </span>
                ))}
              </Lines>
            </p>
          )}
          {fields.thread && (
            <p className="topics">
              <Lines>
                <span>{`${words.thread}:`}</span>
                <span className="topic" data-field="thread">
                  {fields.thread.name}
                </span>
              </Lines>
            </p>
          )}
        </Lines>
      </article>
      <OtherForms text={text} />
    </Lines>
  );

  /** The site is not in an export: an address on it is said, and leads nowhere. */
  function ownLink(address: string, inner: ReactNode): ReactNode {
    return (
      <span className="own" title={view.archive.ownAddress(address)}>
        {inner}
      </span>
    );
  }
}

function shown({ version }: VersionText): (image: Image['attrs']) => ReactNode {
  return (image) => {
    const picture = version.pictures.find(({ sha256 }) => sha256 === image.picture);
    if (!picture) return null;
    return (
      <img
        src={`../../${picturePath(picture).slice('data/'.length)}`}
        width={picture.width}
        height={picture.height}
        alt={image.alt}
      />
    );
  };
}

function WhichVersion({ text }: { text: VersionText }): ReactNode {
  const { view, version, made, history, fields } = text;
  const { words } = view;
  const number = digits(words, version.version);
  return (
    <aside>
      <Lines>
        <p>
          <b>{words.record.versionLine(number, whenWords(view, made.effectiveAt))}</b>
        </p>
        <p>{actedWords(view, made, fields.byline)}</p>
        {each(actSentences(view, made, history), (sentence) => (
          <p>{sentence}</p>
        ))}
        <p>
          <a href="index.html">{words.record.toHistory}</a>
        </p>
      </Lines>
    </aside>
  );
}

function WithheldVersion({ text, number }: { text: VersionText; number: string }): ReactNode {
  const { view, story, history } = text;
  return (
    <Lines>
      <p>
        <b>{number}</b>
      </p>
      <Withheld view={view} code={story.code} history={history} />
      <p>
        <a href="index.html">{view.words.record.toHistory}</a>
      </p>
    </Lines>
  );
}

function OtherForms({ text: { view, version } }: { text: VersionText }): ReactNode {
  const { words } = view;
  const number = version.version;
  return (
    <p className="forms">
      <Lines>
        <span>{`${view.archive.filesOfVersion(digits(words, number))}:`}</span>
        <a href={`${number}.txt`}>{words.plainText}</a>
        <a href={`${number}.json`}>{words.data}</a>
      </Lines>
    </p>
  );
}
