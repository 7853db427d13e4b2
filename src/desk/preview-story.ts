/** What a draft will look like, drawn by what draws the site: nothing is drawn twice, so nothing can differ. */
import { editionOf } from '../editions/edition.ts';
import { hubPath } from '../hub/hub-path.ts';
import { readForMachines } from '../machines/machine-setting.ts';
import { readHistory } from '../record/read-history.ts';
import { makeFeed } from '../site/feeds.ts';
import { alone, storyData } from '../site/load-pages.ts';
import type { StoryPageData } from '../site/page-data.ts';
import { renderStoryLite } from '../site/pages/StoryLite.tsx';
import { renderStoryPage } from '../site/pages/StoryPage.tsx';
import { renderStoryPrint } from '../site/pages/StoryPrint.tsx';
import type { ReaderSite } from '../site/reader-site.ts';
import { cleanFields } from '../stories/clean-fields.ts';
import { type Result, refuse } from '../stories/refusal.ts';
import { ninjsOf } from '../wire/ninjs.ts';
import { type DeskDeps, holdStoryAtDesk } from './at-desk.ts';
import type { PreviewAsk } from './desk-api.ts';
import { newestOf } from './read-desk-story.ts';

export type Preview = { type: string; body: string };

export async function previewStory(
  deps: DeskDeps & { site: Pick<ReaderSite, 'frame'>; publicUrl: string },
  id: number,
  ask: PreviewAsk,
): Promise<Result<Preview>> {
  const held = await holdStoryAtDesk(deps, id, 'story.read');
  if (!held.ok) return held;
  const { story } = held.value;
  const edition = editionOf(deps.agency, story.lang);
  if (!edition) return refuse({ kind: 'no-edition', lang: story.lang });
  const acts = await readHistory(deps.db, id);
  const before = await newestOf(deps, id);
  const data: StoryPageData = {
    ...storyData(deps.agency, {
      code: story.code ?? 0,
      lang: story.lang,
      version: (before?.version ?? 0) + 1,
      fields: cleanFields(ask.fields),
      gaps: [],
      at: acts[0]?.effectiveAt ?? deps.now,
      updatedAt: before ? deps.now : null,
      acts,
    }),
    ...alone,
  };
  const whole = (await readForMachines(deps.db)).feeds === 'full';
  const own = deps.site.frame(edition, data.href);
  const frame = { ...own, assets: { ...own.assets, reader: null } };
  return { ok: true, value: drawn({ ...deps, whole }, frame, data, ask.as) };
}

function drawn(
  { publicUrl, now, whole }: { publicUrl: string; now: Date; whole: boolean },
  frame: ReturnType<ReaderSite['frame']>,
  story: StoryPageData,
  as: PreviewAsk['as'],
): Preview {
  const html = 'text/html; charset=utf-8';
  switch (as) {
    case 'full':
      return { type: html, body: atDesk(renderStoryPage(frame, story)) };
    case 'lite':
      return { type: html, body: atDesk(renderStoryLite(frame, story)) };
    case 'print':
      return { type: html, body: atDesk(renderStoryPrint(frame, story)) };
    case 'wire':
      return {
        type: 'application/json; charset=utf-8',
        body: JSON.stringify(ninjsOf(frame, story), null, 2),
      };
    case 'feed': {
      const { lang, dir, agency, tagline } = frame.edition;
      const { headline, lead, byline, href, at, topics, subjects, body } = story;
      const entry = {
        lang,
        headline,
        lead,
        byline,
        href,
        at,
        topics,
        subjects,
        body,
        told: [],
        changedAt: now,
        id: `/${story.code}`,
      };
      const feed = {
        title: agency,
        description: tagline,
        lang,
        dir,
        publicUrl,
        path: `/${lang}/`,
        hub: hubPath,
        whole,
        stories: [entry],
      };
      return { type: 'text/xml; charset=utf-8', body: String(makeFeed('xml', feed).body) };
    }
  }
}

/** A draft's pictures are no reader's yet: the site has no address for them, the desk has. */
function atDesk(page: string): string {
  return page.replace(/\/picture\/([0-9a-f]{64})\/[\d-]+\.(?:jpg|webp|avif)/g, '/api/desk/pictures/$1');
}
