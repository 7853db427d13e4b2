/** Pages that show no story: what the agency says of itself, and what stands for a page that cannot be reached. */
import { type AgencyPageName, pagesOf } from '../editions/agency-pages.ts';
import type { Edition } from '../editions/edition.ts';
import type { PageForm } from './address.ts';
import type { Answering, Made } from './answering.ts';
import { renderAgencyPage, renderAgencyPageLite } from './pages/AgencyPage.tsx';
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
  form: PageForm,
): Made | null {
  const page = pagesOf(site.pages.texts, edition.lang).find((one) => one.name === name);
  if (!page) return null;
  if (moment) return site.wrong(edition, path, wordsOf(edition.lang).past.wrong);
  const frame = site.frame(edition, path);
  const answer = site.drawn(form, {
    page: () => renderAgencyPage(frame, page),
    lite: () => renderAgencyPageLite(frame, page),
  });
  return { answer, tags: [], keepAs: path };
}

/** Lite, so that a device needs nothing else to show it. */
export function makeOffline(site: Answering, edition: Edition, path: string): Made {
  return { answer: site.lite(renderOffline(site.frame(edition, path))), tags: [], keepAs: path };
}
