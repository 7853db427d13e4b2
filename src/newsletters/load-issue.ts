/** What an issue has: of the front, its lead, its seconds and its sections; of a topic, its list; of both, only what is new. */
import { type Agency, editionOf } from '../editions/edition.ts';
import type { Issue } from '../mail/mail-kinds.ts';
import { listStories } from '../site/list-store.ts';
import { loadFront, readPins } from '../site/load-front.ts';
import { listed } from '../site/load-pages.ts';
import type { StoryInList } from '../site/page-data.ts';
import { frontPlaces } from '../site/pages/front-places.ts';
import type { Client } from '../stories/story-store.ts';

const topicLength = 20;

/** @param topic slug; empty: the front. @param since what was published before is not new. @returns null: nothing is. */
export async function loadIssue(
  db: Client,
  agency: Agency,
  { lang, topic, since, now }: { lang: string; topic: string; since: Date; now: Date },
): Promise<Omit<Issue, 'at'> | null> {
  const edition = editionOf(agency, lang);
  if (!edition) return null;
  const isNew = ({ at, gone }: StoryInList) => at > since && !gone;
  if (topic) {
    const rows = await listStories(db, { lang, of: { list: 'topic', slug: topic }, limit: topicLength });
    const stories = rows.map((row) => listed(row)).filter(isNew);
    return withIds(db, { lead: null, seconds: stories, sections: [] });
  }
  const { pins } = await readPins(db, edition, '', { moment: null, now });
  const front = await loadFront(db, edition, pins);
  const { lead, seconds, sections, briefs } = frontPlaces({
    stories: front.stories.filter(isNew),
    sections: front.sections.map((section) => ({ ...section, stories: section.stories.filter(isNew) })),
    pins,
    pinned: front.pinned.filter(isNew),
  });
  const others = briefs.length > 0 ? [{ slug: '', stories: briefs }] : [];
  const storiesOf = (placed: { story: StoryInList }[]) => placed.map(({ story }) => story);
  return withIds(db, {
    lead: lead?.story ?? null,
    seconds: storiesOf(seconds),
    sections: [...sections.map(({ slug, stories }) => ({ slug, stories: storiesOf(stories) })), ...others],
  });
}

type Placed = {
  lead: StoryInList | null;
  seconds: StoryInList[];
  sections: { slug: string; stories: StoryInList[] }[];
};

async function withIds(db: Client, { lead, seconds, sections }: Placed): Promise<Omit<Issue, 'at'> | null> {
  const all = [...(lead ? [lead] : []), ...seconds, ...sections.flatMap(({ stories }) => stories)];
  if (all.length === 0) return null;
  const { rows } = await db.query<{ code: number; id: number }>(
    'select code, id from stories where code = any($1)',
    [all.map(({ code }) => code)],
  );
  const ids = new Map(rows.map(({ code, id }) => [code, id]));
  const idsOf = (stories: StoryInList[]) => stories.flatMap(({ code }) => ids.get(code) ?? []);
  return {
    lead: lead ? (ids.get(lead.code) ?? null) : null,
    seconds: idsOf(seconds),
    sections: sections.map(({ slug, stories }) => ({ slug, stories: idsOf(stories) })),
  };
}
