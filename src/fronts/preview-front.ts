/** A front as it would be with an arrangement that nobody has put on it yet, drawn by what draws the site. */
import type { Edition } from '../editions/edition.ts';
import { listStories } from '../site/list-store.ts';
import { loadFront, loadPinned } from '../site/load-front.ts';
import { listed, loadTape } from '../site/load-pages.ts';
import { renderFront } from '../site/pages/FrontPage.tsx';
import { renderList } from '../site/pages/ListPage.tsx';
import { listPath } from '../site/pages/list-path.ts';
import type { ReaderSite } from '../site/reader-site.ts';
import type { Client } from '../stories/story-store.ts';
import { pinsAt } from './fill-front.ts';
import type { Pin } from './front-store.ts';

type Deps = { db: Client; now: Date; site: Pick<ReaderSite, 'frame'> };

/** HTML. `section` empty: the edition's first page, else one that it has. */
export async function previewFront(
  { db, now, site }: Deps,
  edition: Edition,
  { section, pins: asked }: { section: string; pins: Pin[] },
): Promise<string> {
  const { lang } = edition;
  const pins = pinsAt(asked, now);
  if (section === '') {
    const tape = await loadTape(db, lang);
    return renderFront({ ...site.frame(edition, `/${lang}/`), tape }, await loadFront(db, edition, pins));
  }
  const rows = await listStories(db, { lang, of: { list: 'section', slug: section }, limit: 30 });
  return renderList(site.frame(edition, listPath(lang, { list: 'section', slug: section })), {
    kind: 'section',
    slug: section,
    title: edition.sections.find(({ slug }) => slug === section)?.name ?? section,
    stories: rows.map((row) => listed(row)),
    head: await loadPinned(db, edition, pins, null),
    newer: null,
    older: null,
  });
}
