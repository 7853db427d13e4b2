/** Pages that show no story: what the agency says of itself, and what stands for a page that cannot be reached. */
import { type AgencyPageName, pagesOf } from '../editions/agency-pages.ts';
import type { Edition } from '../editions/edition.ts';
import type { Answering, Made } from './answering.ts';
import { renderAgencyPage } from './pages/AgencyPage.tsx';
import { renderOffline } from './pages/OfflinePage.tsx';
import type { PastMoment } from './public-at.ts';
import { wordsOf } from './words/catalogue.ts';

/** Null: it is not written in this edition. Nobody keeps what it said before. */
export function makeAgencyPage(
  site: Answering,
  edition: Edition,
  name: AgencyPageName,
  path: string,
  moment: PastMoment | null,
): Made | null {
  const page = pagesOf(site.pages.texts, edition.lang).find((one) => one.name === name);
  if (!page) return null;
  if (moment) return site.wrong(edition, path, wordsOf(edition.lang).past.wrong);
  return { answer: site.page(renderAgencyPage(site.frame(edition, path), page)), tags: [], keepAs: path };
}

/** Lite, so that a device needs nothing else to show it. */
export function makeOffline(site: Answering, edition: Edition, path: string): Made {
  const body = renderOffline(site.frame(edition, path));
  return { answer: { ...site.page(body), headers: site.headers.lite }, tags: [], keepAs: path };
}
