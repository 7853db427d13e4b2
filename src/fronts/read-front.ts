/** What the desk shows of a front: its arrangement, what fills the rest, what may come in, what was before. */
import type { Edition } from '../editions/edition.ts';
import { type ListedRow, listByCode, listStories } from '../site/list-store.ts';
import { loadFront, loadPinned } from '../site/load-front.ts';
import { listed } from '../site/load-pages.ts';
import type { StoryInList } from '../site/page-data.ts';
import type { Client } from '../stories/story-store.ts';
import { findCandidates } from './candidate-store.ts';
import type {
  ArrangementJson,
  CandidatesJson,
  FrontHistoryJson,
  FrontJson,
  FrontStoryJson,
} from './front-api.ts';
import { type Arrangement, listArrangements, readArrangement } from './front-store.ts';

/** Stories of a list's page, which a section's front is made from. */
const listLength = 30;
const mostCandidates = 60;
const mostArrangements = 50;

export async function readFront(db: Client, edition: Edition, section: string): Promise<FrontJson> {
  const { lang } = edition;
  const arrangement = await readArrangement(db, { lang, section });
  const pins = arrangement?.pins ?? [];
  const shown =
    section === ''
      ? await loadFront(db, edition, pins)
      : {
          stories: (
            await listStories(db, { lang, of: { list: 'section', slug: section }, limit: listLength })
          ).map((row) => listed(row)),
          sections: [],
          ...(await loadPinned(db, edition, pins, null)),
        };
  return {
    arrangement: arrangement && asJson(arrangement),
    newest: shown.stories.map(storyJson),
    sections: shown.sections.map(({ slug, name, stories }) => ({
      slug,
      name,
      stories: stories.map(storyJson),
    })),
    pinned: shown.pinned.map(storyJson),
  };
}

export async function readCandidates(
  db: Client,
  lang: string,
  { section, asked }: { section: string; asked: string },
): Promise<CandidatesJson> {
  const rows = asked.trim()
    ? await findCandidates(db, { lang, asked, limit: mostCandidates })
    : await listStories(db, {
        lang,
        of: section ? { list: 'section', slug: section } : null,
        limit: mostCandidates,
      });
  return { stories: rows.map(rowJson) };
}

export async function readFrontHistory(db: Client, lang: string, section: string): Promise<FrontHistoryJson> {
  const arrangements = await listArrangements(db, { lang, section }, { limit: mostArrangements });
  const codes = arrangements.flatMap(({ pins }) => pins.map(({ code }) => code));
  const rows = await listByCode(db, lang, [...new Set(codes)]);
  return { arrangements: arrangements.map(asJson), stories: rows.map(rowJson) };
}

export function asJson({ id, madeAt, by, pins }: Arrangement): ArrangementJson {
  return {
    id,
    by,
    madeAt: madeAt.toISOString(),
    pins: pins.map((pin) => ({ ...pin, until: pin.until?.toISOString() ?? null })),
  };
}

function rowJson(row: ListedRow): FrontStoryJson {
  return storyJson(listed(row));
}

function storyJson({ code, headline, section, at, picture }: StoryInList): FrontStoryJson {
  return { code, headline, section, at: at.toISOString(), hasPicture: picture !== null };
}
