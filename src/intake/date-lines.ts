/** Which of a page's dates is the story's, and which is only the day the page was seen. */
import { type DateLine, parseDateLine } from '../dates/date-line.ts';
import { latinDigits, withoutCode } from './story-code.ts';

export type DatedLine = {
  date: DateLine;
  line: number;
  role: 'published' | 'updated' | 'today' | 'plain';
  timed: boolean;
};

const published =
  /^(?:(?:first |originally |date )?(?:published|posted|issued|released|created|filed)(?: (?:on|at|date|time))?|publication (?:date|time)|publish (?:date|time)|date(?: of publication)?|news date|date\/time|time|on|تاریخ انتشار(?: خبر| مطلب)?|زمان انتشار|تاریخ(?: خبر| درج| مخابره)?|منتشر شده(?: در)?|انتشار|تاريخ النشر|نشر(?:ت)? (?:في|بتاريخ|يوم)|نشر|تم النشر(?: في)?|التاريخ|تاريخ|дата(?: публикации)?|опубликовано|размещено|publié(?:e)?(?: le)?|mis en ligne(?: le)?|date de publication|veröffentlicht(?: am)?|erschienen(?: am)?|stand|datum|vom|publicad[oa](?: el)?|fecha(?: de publicación)?|pubblicato(?: il)?|publicado em|yayın(?:lanma)? tarihi|פורסם(?: ב)?|发布时间|时间|日期|配信|公開日?|입력)\s*[:：]?\s*/iu;
const updated =
  /(?:\b(?:last )?(?:updated|modified|edited|revised)(?: (?:on|at))?|\bupdate\b|\blast (?:update|modification|change)|آخرین (?:به ?روز ?رسانی|به‌روزرسانی|ویرایش|تغییر)|به ?‌?روز ?‌?رسانی|ویرایش|آخر تحديث|تحديث|تم التحديث|обновлено|изменено|последнее обновление|mis à jour(?: le)?|modifié(?: le)?|mise à jour|aktualisiert(?: am)?|geändert|actualizad[oa](?: el)?|última actualización|modificad[oa]|aggiornato|atualizado|güncelle\p{L}*|עודכן|更新(?:时间|日)?|수정)\s*[:：]?/iu;
const today =
  /^(?:today(?: is|'s date|’s date)?|now|current date|printed(?: on| from)?|accessed(?: on)?|retrieved(?: on)?|saved(?: on)?|page (?:saved|printed)(?: on)?|امروز|تاریخ امروز|تاریخ چاپ|زمان چاپ|اليوم|сегодня|aujourd['’]hui|imprimé(?: le)?|heute|gedruckt(?: am)?|hoy|impreso(?: el)?|oggi|bugün|היום|今天|今日)\s*[:：,،]?\s*/iu;

/** The dates that short lines state, in order. */
export function findDates(lines: readonly string[], language: string | null): DatedLine[] {
  const found: DatedLine[] = [];
  lines.forEach((line, at) => {
    if (line.length < 6 || line.length > 180 || !/\d/.test(latinDigits(line))) return;
    for (const part of dateParts(line)) {
      const dated = readPart(part, at, language);
      if (dated) found.push(dated);
    }
  });
  return found;
}

/** Reads one date said on its own, such as a value of a page's data. */
export function readDate(text: string, language: string | null): DateLine | null {
  try {
    return parseDateLine(text.trim(), language ? { language } : {});
  } catch {
    return null;
  }
}

/** Whether a short line says a date and hardly anything else. */
export function isDateLine(line: string, language: string | null): boolean {
  return line.length <= 120 && findDates([line], language).length > 0;
}

/** Picks the story's date among the dates of a page by their labels and places. */
export function pickPublished(
  dates: readonly DatedLine[],
  at: { headline: number; code: number },
): { picked: DatedLine; confidence: number; how: string } | null {
  let best: { picked: DatedLine; score: number } | null = null;
  for (const dated of dates) {
    if (dated.role === 'updated' || dated.role === 'today') continue;
    const score = scoreOf(dated, at);
    if (!best || score > best.score) best = { picked: dated, score };
  }
  if (!best) return null;
  const { picked, score } = best;
  const near = at.code >= 0 && Math.abs(picked.line - at.code) <= 2;
  const how =
    picked.role === 'published'
      ? 'the line labelled as the date of publication'
      : near
        ? 'the date line next to the code'
        : at.headline >= 0 && Math.abs(picked.line - at.headline) <= 6
          ? 'the date line next to the headline'
          : 'the first date line of the page';
  return { picked, confidence: Math.max(0.4, Math.min(0.97, 0.6 + score * 0.05)), how };
}

/** The day the page itself prints as today, where that is later than the story's. */
export function pickSeenOn(
  dates: readonly DatedLine[],
  story: DatedLine | null,
  storyDay: string | null,
): string | null {
  const others = dates.filter(
    (dated) => dated !== story && (dated.role === 'today' || (dated.role === 'plain' && dated.line <= 12)),
  );
  const ordered = [...others].sort(
    (a, b) => Number(b.role === 'today') - Number(a.role === 'today') || a.line - b.line,
  );
  for (const dated of ordered) {
    const day = dated.date.local.slice(0, 10);
    const above = dated.role === 'today' || !story || dated.line < story.line;
    if (above && storyDay && day > storyDay) return day;
  }
  return null;
}

function scoreOf(dated: DatedLine, at: { headline: number; code: number }): number {
  let score = dated.date.confidence;
  if (dated.role === 'published') score += 4;
  if (dated.timed) score += 2;
  if (at.code >= 0) score += Math.max(0, 4 - Math.abs(dated.line - at.code));
  if (at.headline >= 0) {
    const after = dated.line - at.headline;
    score += after >= 0 ? Math.max(0, 4 - after * 0.5) : Math.max(0, 3.5 + after * 0.6);
  }
  if (dated.line === 0 && !dated.timed) score -= 2;
  return score - Math.min(2, dated.line * 0.01);
}

/** A line's parts that may each hold a date: between bars, and before and after the word for an update. */
function dateParts(line: string): string[] {
  const bare = withoutCode(line);
  const parts: string[] = [];
  for (const part of bare.split(/\s*[|•·]\s*|\s{3,}|\s+\/\s+/u)) {
    const change = updated.exec(part);
    if (change && change.index > 8) parts.push(part.slice(0, change.index), part.slice(change.index));
    else parts.push(part);
  }
  return parts.filter((part) => part.trim() !== '');
}

function readPart(part: string, line: number, language: string | null): DatedLine | null {
  const text = part.trim().replace(/^[([]|[)\]]$/g, '');
  const role = updated.test(text)
    ? 'updated'
    : today.test(text)
      ? 'today'
      : published.test(text)
        ? 'published'
        : 'plain';
  const bare = text.replace(role === 'updated' ? updated : role === 'today' ? today : published, '').trim();
  const date =
    readDate(bare, language) ??
    (role === 'plain' ? null : readDate(text, language)) ??
    afterName(bare, language);
  if (!date) return null;
  const covered = date.text.length / Math.max(1, bare.length);
  if (covered < 0.45 && role === 'plain') return null;
  return { date, line, role, timed: date.local.length > 10 };
}

/** "By Jane Roe, 5 August 2017 11:54" or "Staff – August 5, 2017": the date after a short name. */
function afterName(text: string, language: string | null): DateLine | null {
  const rest = /^[^\d]{2,50}?(?:,| [-–—])\s+(.{6,60})$/u.exec(text)?.[1];
  return rest ? readDate(rest, language) : null;
}
