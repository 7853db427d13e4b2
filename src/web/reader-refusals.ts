/** What a reader is told where a route failed before it could answer: in the language of the address, and without a question to the database. */
import { editionOf, editionOfPath } from '../editions/edition.ts';
import type { SiteDeps } from '../site/answering.ts';
import { renderBroken, renderTooOften, renderWrong } from '../site/pages/RefusalPage.tsx';
import type { PageAnswer } from '../site/prepared-page.ts';
import type { ReaderSite } from '../site/reader-site.ts';

/** @param path from the root, with or without a query. */
export function readerRefusal(
  { agency, headers }: SiteDeps,
  site: Pick<ReaderSite, 'frame'>,
  status: number,
  path: string,
): PageAnswer {
  const edition = editionOfPath(agency, path) ?? editionOf(agency, agency.defaultLang);
  const own = { ...headers.page, 'cache-control': 'no-store' };
  if (!edition) return { status, type: 'text/plain; charset=utf-8', body: `${status}\n`, headers: own };
  const frame = site.frame(edition, `/${edition.lang}/`);
  const body =
    status === 429 ? renderTooOften(frame) : status >= 500 ? renderBroken(frame) : renderWrong(frame, '');
  return { status, type: 'text/html; charset=utf-8', body, headers: own };
}
