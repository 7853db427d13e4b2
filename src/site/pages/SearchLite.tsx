/** Search in one small request: the whole question as a form, and what it found, without pictures. */
import type { Frame, SearchPageData } from '../page-data.ts';
import { litePage } from './LitePage.tsx';
import { litePath } from './lite-path.ts';
import { asksNothing, SearchText, sameQuestion, searchTitle } from './SearchPage.tsx';
import { viewOf } from './view.ts';

export function renderSearchLite(frame: Frame, data: SearchPageData): string {
  const view = viewOf(frame);
  const page = {
    title: searchTitle(view, data),
    heading: view.words.search,
    path: `/${view.lang}/search`,
    full: sameQuestion(data),
    canonical: asksNothing(data),
  };
  return litePage(view, page, <SearchText view={view} data={leadingToLite(data)} form="lite" />);
}

/** The same with all that it leads to in lite, but for what was taken back. */
function leadingToLite(data: SearchPageData): SearchPageData {
  const { orders, hits, widened, first, next, offer } = data;
  const lite = (found: SearchPageData['hits']) =>
    found.map((hit) => (hit.gone ? hit : { ...hit, href: litePath(hit.href) }));
  return {
    ...data,
    orders: { date: litePath(orders.date), relevance: litePath(orders.relevance) },
    hits: lite(hits),
    widened: widened && { ...widened, hits: lite(widened.hits) },
    first: first && litePath(first),
    next: next && litePath(next),
    offer: offer && { ...offer, href: litePath(offer.href) },
  };
}
