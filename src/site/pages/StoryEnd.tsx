/** What follows a story: other languages, other stories, its address and its other forms. */
import type { ReactNode } from 'react';
import { Lines } from '../../text/lines.tsx';
import type { StoryPageData } from '../page-data.ts';
import { digits } from '../words/dates.ts';
import { historyPath, proofPath, versionPath } from './list-path.ts';
import { litePath } from './lite-path.ts';
import { Brief } from './StoryItem.tsx';
import { otherLang, type View } from './view.ts';

type Part = { view: View; story: StoryPageData };

export function AlsoIn({ view, story }: Part): ReactNode {
  if (story.translations.length === 0) return null;
  return (
    <section>
      <h2 className="label">{view.words.alsoIn}</h2>
      {'\n'}
      <ul className="translations">
        <Lines>
          {story.translations.map(({ lang, name, href, headline }) => (
            <li key={lang} {...otherLang(view, lang)}>
              <Lines>
                <span className="meta">{name}</span>
                <a href={href} hrefLang={lang}>
                  {headline}
                </a>
              </Lines>
            </li>
          ))}
        </Lines>
      </ul>
    </section>
  );
}

export function Related({ view, story }: Part): ReactNode {
  if (story.related.length === 0) return null;
  return (
    <section>
      <h2 className="label">{relatedTitle(view, story)}</h2>
      {'\n'}
      <ul className="briefs">
        <Lines>
          {story.related.map((one) => (
            <Brief key={one.code} view={view} story={one} />
          ))}
        </Lines>
      </ul>
    </section>
  );
}

function relatedTitle({ words }: View, { section, sharesTopics }: StoryPageData): string {
  if (sharesTopics) return words.around.related;
  return section ? words.related(section.name) : words.otherNews;
}

/** Code and permanent address, as they are quoted. */
export function Address({ view, story }: Part): ReactNode {
  const { words, frame } = view;
  const address = `${frame.publicUrl}/${story.code}`;
  return (
    <p className="address">
      <Lines>
        <b>{words.code(digits(words, story.code))}</b>
        <a href={versionPath(story, story.version)}>{words.version(digits(words, story.version))}</a>
        <span>{words.address}</span>
        <a href={address} dir="ltr">
          {address}
        </a>
      </Lines>
    </p>
  );
}

export function StoryForms({ view, story }: Part): ReactNode {
  const { words } = view;
  const forms: [string, string][] = [
    [words.print, `${story.href}/print${view.seen}`],
    [words.lite, litePath(story.href + view.seen)],
    [words.plainText, `/${story.code}.txt`],
    [words.data, `/${story.code}.json`],
    [words.record.history, historyPath(story)],
    [words.proof.proveIt, proofPath(story, story.version)],
  ];
  return (
    <nav aria-label={words.otherForms}>
      <ul className="row">
        <Lines>
          {forms.map(([name, href]) => (
            <li key={href}>
              <a href={href} rel="alternate">
                {name}
              </a>
            </li>
          ))}
        </Lines>
      </ul>
    </nav>
  );
}
