/** What a story is filed under: its topics, which have pages of the agency's, and apart from them the IPTC's subjects. */
import { Fragment, type ReactNode } from 'react';
import { each, Lines } from '../../text/lines.tsx';
import type { StoryPageData } from '../page-data.ts';
import { subjectPath, topicPath } from './list-path.ts';
import { litePath } from './lite-path.ts';
import { GapLine } from './Notices.tsx';
import type { View } from './view.ts';

type Part = { view: View; story: StoryPageData };
type Kind = 'topics' | 'subjects';
type Filed = { name: string; href: string; code: string };

const kinds: readonly Kind[] = ['topics', 'subjects'];

/** A heading and a list each, as what stands beside a story. */
export function FiledUnder({ view, story }: Part): ReactNode {
  return each(kinds, (kind) => <List view={view} story={story} kind={kind} />);
}

function List({ view, story, kind }: Part & { kind: Kind }): ReactNode {
  const gap = <GapLine view={view} story={story} field={kind} />;
  const filed = filedAs(view, story)[kind];
  if (filed.length === 0) return gap;
  return (
    <section>
      <h2 className="label">{view.words[kind]}</h2>
      {'\n'}
      <ul className={kind}>
        <Lines>
          {filed.map(({ name, href }) => (
            <li key={href}>
              <a href={href}>{name}</a>
            </li>
          ))}
        </Lines>
      </ul>
      {gap}
    </section>
  );
}

/** A line each, "Topics: water, floods", of links to lists in lite. */
export function FiledInLite({ view, story }: Part): ReactNode {
  const { words } = view;
  const filed = filedAs(view, story);
  return (
    <Lines>
      {kinds
        .filter((kind) => filed[kind].length > 0)
        .map((kind) => (
          <p key={kind}>
            {`${words[kind]}: `}
            {filed[kind].map(({ name, href }, at) => (
              <Fragment key={href}>
                {at > 0 && words.comma}
                <a href={litePath(href)}>{name}</a>
              </Fragment>
            ))}
          </p>
        ))}
    </Lines>
  );
}

/** "Topics: water, floods" and "Subjects: labour (09000000)"; what there is none of says nothing. */
export function filedOnPaper({ view, story }: Part): string[] {
  const { words } = view;
  const { topics, subjects } = filedAs(view, story);
  const lines: [string, string[]][] = [
    [words.topics, topics.map(({ name }) => name)],
    [words.subjects, subjects.map(({ name, code }) => `${name} (${code})`)],
  ];
  return lines
    .filter(([, names]) => names.length > 0)
    .map(([label, names]) => `${label}: ${names.join(words.comma)}`);
}

function filedAs(view: View, { topics, subjects }: StoryPageData): Record<Kind, Filed[]> {
  return {
    topics: topics.map(({ slug, name }) => ({ name, href: topicPath(view, slug), code: slug })),
    subjects: subjects.map(({ code, name }) => ({ name, href: subjectPath(view, code), code })),
  };
}
