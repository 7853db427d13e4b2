/** Search: the whole question as a form, and what it found. */
import type { ReactNode } from 'react';
import { keptApart } from '../../text/direction.ts';
import { each, Lines } from '../../text/lines.tsx';
import type { PageForm } from '../address.ts';
import type { Frame, SearchPageData } from '../page-data.ts';
import { counted } from '../words/dates.ts';
import { AlertForm } from './AlertForm.tsx';
import { documentHtml, type Head } from './Document.tsx';
import { Foot } from './Foot.tsx';
import { litePath } from './lite-path.ts';
import { Masthead } from './Masthead.tsx';
import { SearchQuestion } from './SearchQuestion.tsx';
import { StoryItem } from './StoryItem.tsx';
import { type View, viewOf } from './view.ts';

export function renderSearch(frame: Frame, data: SearchPageData): string {
  const view = viewOf(frame);
  const { words, lang } = view;
  const title = searchTitle(view, data);
  const feed = data.feed === null ? {} : { feed: { name: title, path: `/${lang}/search`, asked: data.feed } };
  // The empty form may be found elsewhere; answers have no end.
  const isEmpty = asksNothing(data);
  const canonical = isEmpty ? `/${lang}/search` : null;
  const head: Head = { title, description: '', canonical, hidden: !isEmpty, ...feed };
  const body = (
    <Lines>
      <Masthead view={view} search={false} />
      <main id="text" className="list">
        <Lines>
          <h1>{words.search}</h1>
          <SearchText view={view} data={data} form="page" />
          {data.feed !== null && (
            <p className="meta">
              <a className="plainly" href={`/${lang}/search/feed.xml${data.feed}`} type="application/rss+xml">
                {words.searching.feed}
              </a>
            </p>
          )}
          {data.count !== null && <AlertForm view={view} asked={data.typed} />}
        </Lines>
      </main>
      <Foot view={view} search={false} lite={litePath(sameQuestion(data))} />
    </Lines>
  );
  return documentHtml(view, head, body, 'search-page');
}

export function searchTitle({ words, frame }: View, { typed: { q } }: SearchPageData): string {
  return q ? words.resultsFor(keptApart(q, frame.edition.dir)) : words.search;
}

/** Path of the first page of what is asked. */
export function sameQuestion({ orders, typed }: SearchPageData): string {
  return typed.sort === 'relevance' ? orders.relevance : orders.date;
}

/** The question and what it found. */
export function SearchText(props: { view: View; data: SearchPageData; form: PageForm }): ReactNode {
  const { view, data, form } = props;
  return (
    <Lines>
      {data.wrong !== null && (
        <p className="wrong" role="alert">
          {data.wrong}
        </p>
      )}
      <SearchQuestion view={view} data={data} form={form} />
      <Answer view={view} data={data} />
      <Hits view={view} hits={data.hits} />
      {data.widened && <Widened view={view} widened={data.widened} />}
      <Pages view={view} data={data} />
    </Lines>
  );
}

/** Neither hits nor a word on why there are none: the empty form. */
export function asksNothing({ count, wrong, remarks }: SearchPageData): boolean {
  return count === null && wrong === null && remarks.length === 0;
}

/** The count with the two orders, or that there is nothing; then what the reader should know of it. */
function Answer({ view, data }: { view: View; data: SearchPageData }): ReactNode {
  const { words } = view;
  return (
    <Lines>
      {data.count !== null && (data.count > 0 || !data.widened) && (
        <div className="answer">
          <p>
            {data.count > 0
              ? counted(words, data.count, data.more ? words.moreThan : words.results)
              : words.nothingFound}
          </p>
          {'\n'}
          {data.count > 1 && <Orders view={view} data={data} />}
        </div>
      )}
      {each(data.remarks, (remark) => (
        <p className="remark">{remark}</p>
      ))}
      {data.offer && (
        <p className="offer">
          {words.searching.didYouMean}{' '}
          <a className="plainly" href={data.offer.href}>
            {data.offer.text}
          </a>
        </p>
      )}
      {data.count === 0 && !data.widened && data.remarks.length === 0 && (
        <p className="remark">{words.nothingFoundHint}</p>
      )}
    </Lines>
  );
}

function Orders({ view, data }: { view: View; data: SearchPageData }): ReactNode {
  const { searching } = view.words;
  const isRanked = data.typed.sort === 'relevance';
  const orders = [
    { href: data.orders.date, name: searching.byDate, isIt: !isRanked },
    { href: data.orders.relevance, name: searching.byRelevance, isIt: isRanked },
  ];
  return (
    <nav aria-label={searching.order}>
      <ul className="row">
        <Lines>
          {orders.map(({ href, name, isIt }) => (
            <li key={name}>
              <a href={href} {...(isIt ? { 'aria-current': 'true' as const } : {})}>
                {name}
              </a>
            </li>
          ))}
        </Lines>
      </ul>
    </nav>
  );
}

function Hits({ view, hits }: { view: View; hits: SearchPageData['hits'] }): ReactNode {
  return (
    <Lines>
      {hits.map((hit) => (
        <StoryItem
          key={hit.code}
          view={view}
          story={hit}
          heading="h2"
          credited
          {...(hit.snippet.length > 0 ? { lead: <Snippet parts={hit.snippet} /> } : {})}
        />
      ))}
    </Lines>
  );
}

function Widened(props: { view: View; widened: NonNullable<SearchPageData['widened']> }): ReactNode {
  const { view, widened } = props;
  const { words } = view;
  const { count, more } = widened.total;
  return (
    <Lines>
      <div className="answer">
        <p>
          {words.searching.beginning(widened.word)}
          {words.comma}
          {counted(words, count, more ? words.moreThan : words.results)}
        </p>
      </div>
      <Hits view={view} hits={widened.hits} />
    </Lines>
  );
}

function Pages({ view, data }: { view: View; data: SearchPageData }): ReactNode {
  const { words } = view;
  const { first, next } = data;
  if (first === null && next === null) return null;
  return (
    <nav className="pages" aria-label={words.pages}>
      <Lines>
        {first !== null && (
          <a href={first} rel="prev">
            {words.searching.firstPage}
          </a>
        )}
        {next !== null && (
          <a className="older" href={next} rel="next">
            {words.searching.nextPage}
          </a>
        )}
      </Lines>
    </nav>
  );
}

function Snippet({ parts }: { parts: SearchPageData['hits'][number]['snippet'] }): ReactNode {
  return parts.map(({ text, hit }, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: static markup is never reordered
    hit ? <mark key={at}>{text}</mark> : text,
  );
}
