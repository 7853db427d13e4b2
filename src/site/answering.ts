/** What every kind of answer is made with, and what it comes to. */
import type pg from 'pg';
import type { PageSettings } from '../editions/agency-pages.ts';
import { type Agency, type Edition, editionOf } from '../editions/edition.ts';
import type { ForMachines } from '../machines/machine-uses.ts';
import type { MailSettings } from '../mail/mail-settings.ts';
import type { ReadCounter } from '../reads/read-counter.ts';
import type { PageForm } from './address.ts';
import { dayIn } from './agency-day.ts';
import type { Assets } from './assets.ts';
import type { PageCache, Tag } from './page-cache.ts';
import { checkpointOver } from './page-checkpoint.ts';
import type { Frame } from './page-data.ts';
import { renderWrong } from './pages/RefusalPage.tsx';
import type { PageAnswer } from './prepared-page.ts';
import type { PastMoment } from './public-at.ts';

export type SiteDeps = {
  pool: pg.Pool;
  agency: Agency;
  machines: ForMachines;
  pages: PageSettings;
  assets: Assets;
  cache: PageCache;
  reads: Pick<ReadCounter, 'hear'>;
  publicUrl: string;
  clock: () => Date;
  /** Null: no mail goes out. */
  mail?: MailSettings | null;
  /** Headers of every page, of the lite pages with their style inside, and of the pages that have a script. */
  headers: { page: Record<string, string>; lite: Record<string, string>; proof: Record<string, string> };
};

/** What one address comes to: an answer, and what it shows; `keepAs`: the path that it is kept under, null: none. */
export type Made = {
  answer: PageAnswer;
  tags: Tag[];
  keepAs: string | null;
  /** When what it shows ends by itself; left out: it does not. */
  goodUntil?: Date | null;
};

export type Answering = SiteDeps & {
  homeEdition: () => Edition;
  frame: (edition: Edition, path: string, moment?: PastMoment | null) => Frame;
  /** The frame with the signed head that covers the acts which the page shows. */
  signed: (frame: Frame, actIds: number[]) => Promise<Frame>;
  page: (body: string, status?: number) => PageAnswer;
  /** Its style stands in the page. */
  lite: (body: string) => PageAnswer;
  /** The page in the form that is asked for; the other one is not drawn. */
  drawn: (form: PageForm, draw: Record<PageForm, () => string>) => PageAnswer;
  redirect: (to: string) => Made;
  /** 400, in the edition's language. */
  wrong: (edition: Edition, path: string, sentence: string) => Made;
};

export const html = 'text/html; charset=utf-8';

export function answeringOf(deps: SiteDeps): Answering {
  const { agency, assets, publicUrl, headers } = deps;
  const frame = (edition: Edition, path: string, moment: PastMoment | null = null): Frame => ({
    agency,
    edition,
    publicUrl,
    path,
    today: dayIn(agency.zone, moment && moment.at < deps.clock() ? moment.at : deps.clock()),
    assets: { css: assets.css, printCss: null, reader: assets.reader, fonts: assets.fonts },
    logo: assets.logo,
    tape: [],
    moment,
    pages: deps.pages,
    checkpoint: null,
    sendsMail: Boolean(deps.mail),
  });
  const page = (body: string, status = 200): PageAnswer => ({
    type: html,
    body,
    status,
    headers: headers.page,
  });
  const lite = (body: string): PageAnswer => ({ ...page(body), headers: headers.lite });
  return {
    ...deps,
    homeEdition: () => editionOf(agency, agency.defaultLang) ?? (agency.editions[0] as Edition),
    frame,
    signed: async (unsigned, actIds) => ({
      ...unsigned,
      checkpoint: await checkpointOver(deps.pool, actIds),
    }),
    page,
    lite,
    drawn: (form, draw) => (form === 'lite' ? lite(draw.lite()) : page(draw.page())),
    redirect: (to) => ({
      answer: { status: 302, type: html, body: '', headers: { ...headers.page, location: to } },
      tags: [],
      keepAs: null,
    }),
    wrong: (edition, path, sentence) => ({
      answer: page(renderWrong(frame(edition, path), sentence), 400),
      tags: [],
      keepAs: null,
    }),
  };
}
