/** What stands at every address of a story that readers do not get: killed 410, removed by law 451, held 503. */
import type { Edition } from '../editions/edition.ts';
import { type ActInHistory, type StoryState, withholdingAct } from '../record/read-history.ts';
import { readPublicStory, readVersion, readVersionTimes } from '../record/version-store.ts';
import { storyPath } from '../stories/story-address.ts';
import { withheldNinjs } from '../wire/ninjs.ts';
import type { StoryAddress } from './address.ts';
import type { Answering, Made } from './answering.ts';
import { actIdsOf, loadHistory } from './history-answers.ts';
import { headlineOr } from './load-pages.ts';
import { mementoHeaders, originalLinks } from './memento.ts';
import type { Tag } from './page-cache.ts';
import type { Frame } from './page-data.ts';
import { renderHistory, renderHistoryLite } from './pages/HistoryPage.tsx';
import { historyPath, versionPath, zonesPath } from './pages/list-path.ts';
import { inForm } from './pages/lite-path.ts';
import {
  renderTombstone,
  renderTombstoneLite,
  renderTombstonePrint,
  renderTombstoneText,
} from './pages/Tombstone.tsx';
import type { PageAnswer } from './prepared-page.ts';
import type { PastMoment } from './public-at.ts';
import type { TombstoneData } from './record-data.ts';
import { comeBackHeaders, statusOf } from './status-of.ts';

/** Null where the story never had the version that is asked for. */
export async function makeWithheld(
  site: Answering,
  edition: Edition,
  state: StoryState,
  acts: ActInHistory[],
  address: StoryAddress,
  path: string,
  moment: PastMoment | null = null,
): Promise<Made | null> {
  const tombstone = await loadTombstone(site, state, acts);
  if (!tombstone || (address.kind === 'version' && address.version > tombstone.version)) return null;
  const { replacement } = tombstone;
  const here = address.kind === 'history' ? historyPath(state) : `/${state.code}`;
  const shown = [...actIdsOf(acts), ...(replacement?.actId ? [replacement.actId] : [])];
  const frame = await site.signed(site.frame(edition, here, moment), shown);
  const answer = draw(site, frame, { state, acts, address, tombstone });
  const headers = {
    ...answer.headers,
    ...comeBackHeaders(tombstone.state),
    ...(await mementoLinks(site, state, address)),
  };
  const tags: Tag[] = [`story:${state.code}`, ...(replacement ? [`story:${replacement.code}` as Tag] : [])];
  const status = statusOf[tombstone.state];
  // Any words lead here, in any language: only the addresses that can be counted are kept.
  const keepAs = (await pathsOf(site, state, tombstone, address)).includes(path) && !moment ? path : null;
  return { answer: { ...answer, status, headers }, tags, keepAs };
}

type Drawn = { state: StoryState; acts: ActInHistory[]; address: StoryAddress; tombstone: TombstoneData };

function draw(site: Answering, frame: Frame, { state, acts, address, tombstone }: Drawn): PageAnswer {
  const { headers } = site;
  switch (address.kind) {
    case 'history': {
      const data = loadHistory(state, acts, { versions: [], tombstone });
      return site.drawn(address.form, {
        page: () => renderHistory(frame, data),
        lite: () => renderHistoryLite(frame, data),
      });
    }
    case 'rendition':
      return address.form === 'txt'
        ? {
            type: 'text/plain; charset=utf-8',
            body: renderTombstoneText(frame, tombstone),
            headers: headers.page,
          }
        : {
            type: 'application/json; charset=utf-8',
            body: JSON.stringify(withheldNinjs(frame, tombstone)),
            headers: headers.page,
          };
    case 'story':
    case 'zones':
      if (address.form === 'print') return site.page(renderTombstonePrint(frame, tombstone));
      return site.drawn(address.form === 'lite' ? 'lite' : 'page', {
        page: () => renderTombstone(frame, tombstone),
        lite: () => renderTombstoneLite(frame, tombstone),
      });
    case 'code':
    case 'version':
      return site.page(renderTombstone(frame, tombstone));
  }
}

/** What tells programs that travel in time where the story's past is: its entries stay. */
async function mementoLinks(
  { pool, publicUrl }: Answering,
  state: StoryState,
  address: StoryAddress,
): Promise<Record<string, string>> {
  if (address.kind !== 'version') return { link: originalLinks({ publicUrl, code: state.code }) };
  const list = await readVersionTimes(pool, state.storyId);
  return mementoHeaders({ publicUrl, ...state, list }, address.version);
}

async function loadTombstone(
  { pool }: Answering,
  { code, lang }: StoryState,
  acts: ActInHistory[],
): Promise<TombstoneData | null> {
  const why = withholdingAct(acts);
  const [first, last] = [acts[0], acts.at(-1)];
  if (!why || !first || !last || last.state === 'public') return null;
  const { reasonClass, note, noteGap } = why;
  const replacement = why.replacement === null ? null : await loadReplacement(pool, why.replacement);
  return {
    code,
    lang,
    state: last.state,
    version: last.version,
    leafIndex: why.leafIndex,
    firstAt: first.effectiveAt,
    at: why.effectiveAt,
    reasonClass,
    note,
    noteGap,
    replacement,
  };
}

async function loadReplacement(
  pool: Answering['pool'],
  code: number,
): Promise<NonNullable<TombstoneData['replacement']>> {
  const row = await readPublicStory(pool, code);
  if (!row) return { code, href: `/${code}`, headline: null, actId: null };
  const { lang, fields } = row;
  return {
    code,
    actId: row.act_id,
    href: storyPath({ lang, code, headline: fields.headline }),
    headline: headlineOr(lang, fields.headline),
  };
}

/** The addresses that readers know the story by. */
async function pathsOf(
  { pool }: Answering,
  { storyId, code, lang }: StoryState,
  { version }: TombstoneData,
  address: StoryAddress,
): Promise<string[]> {
  switch (address.kind) {
    case 'code':
      return [`/${code}`];
    case 'rendition':
      return [`/${code}.${address.form}`];
    case 'version':
      return [versionPath({ code, lang }, address.version)];
    case 'history':
      return [inForm(address.form, historyPath({ code, lang }))];
    case 'zones':
      return [inForm(address.form, zonesPath({ code, lang }))];
    case 'story': {
      // Its headline is not shown; its address was.
      const headline = (await readVersion(pool, storyId, version))?.fields.headline ?? '';
      const ending = address.form === 'page' ? '' : `/${address.form}`;
      return [`/${lang}/${code}`, storyPath({ lang, code, headline }) + ending];
    }
  }
}
