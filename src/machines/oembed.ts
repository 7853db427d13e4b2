/** oEmbed 1.0 (oembed.com): a story's address in, what another program may show of the story out. */
import Builder from 'fast-xml-builder';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { editionOf } from '../editions/edition.ts';
import { readStoryState } from '../record/read-history.ts';
import { readPublicStory } from '../record/version-store.ts';
import { parseAddress } from '../site/address.ts';
import type { SiteDeps } from '../site/answering.ts';
import { loadStory } from '../site/load-pages.ts';
import { viewOf } from '../site/pages/view.ts';
import type { PageAnswer } from '../site/prepared-page.ts';
import type { ReaderSite } from '../site/reader-site.ts';
import { statusOf } from '../site/status-of.ts';
import { cardSize } from './card-size.ts';
import { OEmbedQuote } from './OEmbedQuote.tsx';
import { storyCardPath } from './story-card-path.ts';

type Answered = Record<string, string | number>;

/** How large a quotation is set where nobody says, in CSS pixels. */
const usual = { width: 550, height: 200 };
/** In less room the lead is left out. */
const roomForLead = { width: 220, height: 200 };

export async function oEmbed(deps: SiteDeps, site: ReaderSite, query: URLSearchParams): Promise<PageAnswer> {
  const format = query.get('format') ?? 'json';
  if (format !== 'json' && format !== 'xml')
    return said(501, 'There is no such format: ask for json or xml.');
  const code = codeOf(deps.publicUrl, query.get('url') ?? '');
  const state = code === null ? null : await readStoryState(deps.pool, code);
  const edition = state && editionOf(deps.agency, state.lang);
  if (!state || !edition) return said(404, 'At this address is no story of this site.');
  const row = state.state === 'public' ? await readPublicStory(deps.pool, state.code) : null;
  if (!row)
    return said(state.state === 'public' ? 404 : statusOf[state.state], 'Readers do not get this story now.');
  const story = await loadStory(deps.pool, deps.agency, row);
  const view = viewOf(site.frame(edition, story.href));
  const width = Math.min(readSize(query.get('maxwidth')), usual.width);
  const height = Math.min(readSize(query.get('maxheight')), usual.height);
  const hasRoom = width >= roomForLead.width && height >= roomForLead.height;
  const answer: Answered = {
    version: '1.0',
    type: 'rich',
    title: story.headline,
    ...(story.byline ? { author_name: story.byline } : {}),
    provider_name: edition.agency,
    provider_url: `${deps.publicUrl}/${edition.lang}/`,
    cache_age: 300,
    html: renderToStaticMarkup(createElement(OEmbedQuote, { view, story, lead: hasRoom })),
    width,
    height,
    ...thumbnail(deps.publicUrl, storyCardPath(story), query),
  };
  return format === 'json'
    ? { type: 'application/json; charset=utf-8', body: JSON.stringify(answer) }
    : {
        type: 'text/xml; charset=utf-8',
        body: `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n${new Builder().build({ oembed: answer })}`,
      };
}

function thumbnail(publicUrl: string, path: string | null, query: URLSearchParams): Answered {
  const fits =
    readSize(query.get('maxwidth')) >= cardSize.width && readSize(query.get('maxheight')) >= cardSize.height;
  if (path === null || !fits) return {};
  return {
    thumbnail_url: publicUrl + path,
    thumbnail_width: cardSize.width,
    thumbnail_height: cardSize.height,
  };
}

/** Pixels, at least one; no bound where none is said, or none that is one. */
function readSize(text: string | null): number {
  return text !== null && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : Number.POSITIVE_INFINITY;
}

function codeOf(publicUrl: string, url: string): number | null {
  if (!url.startsWith(`${publicUrl}/`)) return null;
  const address = parseAddress(url.slice(publicUrl.length).split(/[?#]/, 1)[0] as string);
  return address && 'code' in address ? address.code : null;
}

function said(status: number, sentence: string): PageAnswer {
  return { status, type: 'text/plain; charset=utf-8', body: `${sentence}\n` };
}
