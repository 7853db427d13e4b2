/**
 * Takes one saved page in: keeps its bytes, understands it, repairs its glued words, resolves its dates, files it as a
 * draft and, where asked and without doubts, publishes it. One transaction: all of that or nothing.
 */
import { createHash } from 'node:crypto';
import type pg from 'pg';
import { type DateLine, instantOf } from '../dates/date-line.ts';
import { markDates } from '../dates/mark-dates.ts';
import { type Agency, editionOf } from '../editions/edition.ts';
import { decodePage } from '../intake/read-encoding.ts';
import { type Understood, understandPage } from '../intake/saved-page.ts';
import { findRefusedFile, type RefusedFile } from '../record/redaction-store.ts';
import { inTransaction } from '../record/transaction.ts';
import { fileStory, fileWithoutCode } from '../stories/file-story.ts';
import { publishStory } from '../stories/publish-story.ts';
import { sentenceOf, sentenceToKeep } from '../stories/refusal.ts';
import { wholeFields } from '../stories/story.ts';
import type { Client } from '../stories/story-store.ts';
import { findItem, insertItem, keepEvidence } from './evidence-store.ts';
import { type Repairs, repairPage } from './repair-page.ts';

export type ImportDeps = {
  pool: pg.Pool;
  agency: Agency;
  clock: () => Date;
  /** IANA zone of pages that state none. */
  zone: string;
  publish: boolean;
};

export type ImportReport = {
  file: string;
  /** Hex; null where the file was not read. */
  sha256: string | null;
  /**
   * published, draft: as asked. kept-as-draft: with the reasons. already-here: skipped. not-understood: only the bytes
   * are kept. refused: not even those (an empty file has none).
   */
  outcome: 'published' | 'draft' | 'kept-as-draft' | 'already-here' | 'not-understood' | 'refused';
  code: number | null;
  /** Sentences that say why it is not what was asked for. */
  reasons: string[];
  encoding: string | null;
  understood: Omit<Understood, 'body' | 'doubts'> | null;
  /** Paragraphs and other blocks of the body. */
  blocks: number;
  repairs: Repairs | null;
};

function newReport(file: string): ImportReport {
  const empty = { reasons: [], encoding: null, understood: null, blocks: 0, repairs: null };
  return { file, sha256: null, outcome: 'refused', code: null, ...empty };
}

/** A file that could not be read or is far too large to be a page. */
export function refuseFile(file: string, reason: string): ImportReport {
  return { ...newReport(file), reasons: [reason] };
}

/** @param bytes the file, whole; at most what PostgreSQL keeps in one value. */
export async function importPage(deps: ImportDeps, file: string, bytes: Buffer): Promise<ImportReport> {
  const sha256 = createHash('sha256').update(bytes).digest();
  const report = { ...newReport(file), sha256: sha256.toString('hex') };
  if (bytes.length === 0) return { ...report, reasons: ['The file is empty.'] };
  return inTransaction(deps.pool, async (db) => {
    const removed = await findRefusedFile(db, sha256);
    if (removed) return { ...report, code: removed.code, reasons: [refusedSentence(removed)] };
    const known = (await findItem(db, sha256)) !== null;
    const kept = !known && (await keepEvidence(db, { sha256, fileName: file, bytes, keptAt: deps.clock() }));
    if (!kept) return alreadyHere(deps, db, report, sha256);
    const taken = await takeIn(deps, db, report, bytes);
    await insertItem(db, { sha256, storyId: taken.storyId, report: taken.report, takenInAt: deps.clock() });
    return taken.told ? { ...taken.report, reasons: taken.told } : taken.report;
  });
}

function refusedSentence({ code, reasonClass, at }: RefusedFile): string {
  const day = at.toISOString().slice(0, 10);
  return `The words of this file were removed with those of story ${code} on ${day} (${reasonClass}): it is not taken in again.`;
}

/** A file that is here is not taken in again; a draft of it without doubts is published now, where that is asked. */
async function alreadyHere(
  deps: ImportDeps,
  db: Client,
  report: ImportReport,
  sha256: Buffer,
): Promise<ImportReport> {
  const item = await findItem(db, sha256);
  const here = { ...report, outcome: 'already-here' as const, code: item?.code ?? null };
  const doubts = item?.doubts ?? [];
  if (item?.storyId && !item.published && deps.publish && doubts.length === 0) {
    const published = await publishStory(publication(deps, db), { storyId: item.storyId, by: 'import' });
    if (published.ok) return { ...here, outcome: 'published' };
    return { ...here, outcome: 'kept-as-draft', reasons: [sentenceOf(published.refusal)] };
  }
  const before = item?.report as ImportReport | undefined;
  return { ...here, reasons: before?.outcome === 'not-understood' ? before.reasons : doubts };
}

async function takeIn(
  deps: ImportDeps,
  db: Client,
  report: ImportReport,
  bytes: Buffer,
): Promise<{ storyId: number | null; report: ImportReport; told?: string[] }> {
  const decoded = decodePage(bytes, { fileName: report.file });
  if (!decoded.ok) return notUnderstood(report, decoded.why);
  const reading = understandPage(decoded.text, { fileName: report.file });
  if (!reading.ok) return notUnderstood({ ...report, encoding: decoded.encoding }, reading.why);
  const lang = editionLang(deps.agency, reading.page.language);
  const { page, repairs } = repairPage(reading.page, lang);
  const { body, doubts, ...understood } = page;
  const reasons = [...doubts];
  if (decoded.damaged)
    reasons.push(`Some bytes of the file are not ${decoded.encoding}: some letters may be lost.`);
  const now = deps.clock();
  const statedAt = page.published ? statedTime(page.published, deps.zone, reasons, now) : null;
  const dated = page.published ? { on: page.published.local.slice(0, 10), language: lang } : null;
  const { headline, lead, dateline, credit, byline, section, topics } = page;
  const fields = wholeFields({
    headline,
    lead,
    dateline,
    credit,
    byline,
    section,
    topics,
    body: dated ? markDates(body, dated) : body,
  });
  const story = { lang, fields, statedAt, doubts: reasons };
  const full = { ...report, encoding: decoded.encoding, understood, blocks: body.content.length, repairs };

  const filed = await fileStory(db, now, { ...story, code: page.code ?? undefined });
  if (!filed.ok) {
    const kept = [...reasons, sentenceToKeep(filed.refusal)];
    const { storyId } = await fileWithoutCode(db, now, { ...story, doubts: kept });
    const report = { ...full, outcome: 'kept-as-draft' as const, reasons: kept };
    return { storyId, report, told: [...reasons, sentenceOf(filed.refusal)] };
  }
  const { storyId, code } = filed.value;
  if (reasons.length > 0) return { storyId, report: { ...full, code, outcome: 'kept-as-draft', reasons } };
  if (!deps.publish) return { storyId, report: { ...full, code, outcome: 'draft' } };
  const published = await publishStory(publication(deps, db), { storyId, by: 'import' });
  if (published.ok) return { storyId, report: { ...full, code, outcome: 'published' } };
  return {
    storyId,
    report: { ...full, code, outcome: 'kept-as-draft', reasons: [sentenceOf(published.refusal)] },
  };
}

function notUnderstood(report: ImportReport, why: string): { storyId: null; report: ImportReport } {
  return { storyId: null, report: { ...report, outcome: 'not-understood', reasons: [why] } };
}

/** The instant a page states, or a reason against it. */
function statedTime(published: DateLine, zone: string, reasons: string[], now: Date): Date {
  const statedAt = new Date(published.instant ?? instantOf(published, zone));
  if (statedAt > now) reasons.push(`The date line “${published.text}” lies in the future.`);
  return statedAt;
}

/** The edition that a page's language belongs to: its own, else that of the plain language, else the language itself. */
function editionLang(agency: Agency, language: string | null): string {
  const tag = (language ?? agency.defaultLang).toLowerCase();
  const plain = tag.split('-')[0] as string;
  return editionOf(agency, tag) ? tag : plain;
}

function publication(deps: ImportDeps, db: Client): { db: Client; agency: Agency; now: Date } {
  return { db, agency: deps.agency, now: deps.clock() };
}
