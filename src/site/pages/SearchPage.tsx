/** Search: the whole question as a form, and what it found. */
import type { ReactNode } from 'react';
import { Lines } from '../../text/lines.tsx';
import type { Frame, SearchPageData } from '../page-data.ts';
import { counted } from '../words/dates.ts';
import { AlertForm } from './AlertForm.tsx';
import { documentHtml } from './Document.tsx';
import { Foot } from './Foot.tsx';
import { Masthead } from './Masthead.tsx';
import { NewerOlder } from './NewerOlder.tsx';
import { MomentField } from './SearchForm.tsx';
import { StoryItem } from './StoryItem.tsx';
import { type View, viewOf } from './view.ts';

export function renderSearch(frame: Frame, data: SearchPageData): string {
  const view = viewOf(frame);
  const { words } = view;
  const title = data.query ? words.resultsFor(data.query) : words.search;
  const body = (
    <Lines>
      <Masthead view={view} search={false} />
      <main id="text" className="list">
        <Lines>
          <h1>{words.search}</h1>
          <Question view={view} data={data} />
          <Answer view={view} data={data} />
          {data.hits.map((hit) => (
            <StoryItem
              key={hit.code}
              view={view}
              story={hit}
              heading="h2"
              credited
              {...(hit.snippet.length > 0 ? { lead: <Snippet parts={hit.snippet} /> } : {})}
            />
          ))}
          <NewerOlder view={view} newer={data.newer} older={data.older} />
          {data.count !== null && <AlertForm view={view} asked={{ q: data.query, topic: data.topic }} />}
        </Lines>
      </main>
      <Foot view={view} search={false} />
    </Lines>
  );
  return documentHtml(view, { title, description: '', canonical: null, hidden: true }, body, 'search-page');
}

function Question({ view, data }: { view: View; data: SearchPageData }): ReactNode {
  const { words, lang } = view;
  return (
    <search>
      <form className="question" action={`/${lang}/search`} method="get">
        <Lines>
          <MomentField view={view} />
          <Field name="q" label={words.searchFor} value={data.query} type="search" />
          <Field name="from" label={words.from} value={data.from} type="date" />
          <Field name="to" label={words.until} value={data.to} type="date" />
          <Field name="topic" label={words.topic} value={data.topic} type="text" />
          <button type="submit">{words.find}</button>
        </Lines>
      </form>
    </search>
  );
}

function Field(props: {
  name: string;
  label: string;
  value: string;
  type: 'search' | 'date' | 'text';
}): ReactNode {
  const { name, label, value, type } = props;
  return (
    <div className={`field ${name}`}>
      <label htmlFor={`by-${name}`}>{label}</label>
      {'\n'}
      <input id={`by-${name}`} name={name} type={type} defaultValue={value} />
    </div>
  );
}

/** The count, or in words why there is none. */
function Answer({ view, data }: { view: View; data: SearchPageData }): ReactNode {
  const { words } = view;
  if (data.wrong !== null) {
    return (
      <p className="answer" role="alert">
        {data.wrong} {words.dayHint}
      </p>
    );
  }
  if (data.count === null) return null;
  if (data.count > 0)
    return <p className="answer">{counted(words, data.count, data.more ? words.moreThan : words.results)}</p>;
  return (
    <p className="answer">
      {words.nothingFound} {words.nothingFoundHint}
    </p>
  );
}

function Snippet({ parts }: { parts: SearchPageData['hits'][number]['snippet'] }): ReactNode {
  return parts.map(({ text, hit }, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: static markup is never reordered
    hit ? <mark key={at}>{text}</mark> : text,
  );
}
