/** The number under which a page says its story was published: "Story Code : 271032", "کد خبر: ۲۷۱۰۳۲". */

const clearLabels = [
  '(?:story|news|article|item|report|content|post)\\s*(?:code|id|no\\.?|number|nr\\.?|#)',
  '(?:code|id)\\s*(?:of\\s*)?(?:the\\s*)?(?:story|news|article|item)',
  'کد\\s*(?:خبر|مطلب|گزارش|مقاله|محتوا|یادداشت)',
  '(?:شناسه|شماره)\\s*(?:خبر|مطلب|گزارش|مقاله)',
  '(?:رقم|رمز|كود|کود|معرف|معرّف)\\s*(?:الخبر|المقال|المقالة|التقرير)',
  '(?:код|id|номер|№)\\s*(?:новости|материала|статьи|публикации|сообщения)',
  "(?:code|numéro|n°|id|réf(?:érence|\\.)?)\\s*(?:de\\s*(?:l['’]\\s*|la\\s*)?|d['’]\\s*)?(?:article|dépêche|nouvelle|info)",
  '(?:artikel|meldungs?|nachrichten|beitrags?)[\\s-]*(?:nr\\.?|nummer|id|code|kennung)',
  '(?:código|id|número|nº)\\s*(?:de\\s*)?(?:la\\s*|l[ao]\\s*)?(?:noticia|nota|artículo)',
  '(?:codice|id)\\s*(?:della\\s*)?(?:notizia|articolo)',
  '(?:haber|içerik)\\s*(?:kodu|no\\.?|numarası)',
  '(?:código|id)\\s*(?:da\\s*)?notícia',
  '(?:קוד|מספר)\\s*(?:ידיעה|כתבה|הידיעה|הכתבה)',
  '(?:新闻|新聞|文章|稿件)\\s*(?:编号|編號|代码|id)',
  '記事\\s*(?:番号|id)',
  '(?:خبر|نیوز)\\s*(?:کوڈ|نمبر)',
];
const shortLabels = [
  'code',
  'id',
  'ref\\.?',
  'no\\.?',
  'کد',
  'شناسه',
  'код',
  'código',
  'réf\\.?',
  'kennung',
  '编号',
  '編號',
  'kod',
];

const between = '\\s*(?:[:：=#.]|[-–—]|\\|)?\\s*#?\\s*';
const number = '\\(?(\\d{1,15})\\)?';
const clear = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${clearLabels.join('|')})${between}${number}(?![\\p{L}\\p{N}]|[-/.]\\d)`,
  'iu',
);
const short = new RegExp(`^(?:${shortLabels.join('|')})\\s*[:：=#]\\s*${number}$`, 'iu');
const labelOnly = new RegExp(`^(?:${clearLabels.join('|')})\\s*[:：=#]?$`, 'iu');

export type FoundCode = {
  code: number;
  /** The line's number in the given lines. */
  line: number;
  /** The words that were read, as printed. */
  text: string;
};

/** Every code that short lines state, in order. A label may stand on the line before its number. */
export function findCodes(lines: readonly string[]): FoundCode[] {
  const found: FoundCode[] = [];
  lines.forEach((line, at) => {
    if (line.length > 200) return;
    const plain = latinDigits(line).trim();
    const next = latinDigits(lines[at + 1] ?? '').trim();
    const match = clear.exec(plain) ?? short.exec(plain);
    if (match?.[1]) found.push({ code: Number(match[1]), line: at, text: match[0] });
    else if (labelOnly.test(plain) && /^#?\d{1,15}$/.test(next)) {
      found.push({ code: Number(next.replace('#', '')), line: at, text: plain });
    }
  });
  return found;
}

/** A line without the code it states; the rest may hold the date or a section. */
export function withoutCode(line: string): string {
  return latinDigits(line)
    .replace(clear, ' ')
    .replace(/^[\s|•·,;-]+|[\s|•·,;-]+$/gu, '')
    .trim();
}

/** Whether a line says only a code. */
export function isCodeLine(line: string): boolean {
  const plain = latinDigits(line).trim();
  return (
    line.length <= 80 &&
    (short.test(plain) || labelOnly.test(plain) || (clear.test(plain) && withoutCode(line) === ''))
  );
}

/** Text with Persian, Arabic and other decimal digits as 0–9. Its length in characters stays the same. */
export function latinDigits(text: string): string {
  return text
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[०-९]/g, (digit) => String(digit.charCodeAt(0) - 0x966));
}
