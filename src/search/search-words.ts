/** How text becomes words to search, the same for what is kept and for what is asked. */

/** PostgreSQL's text search configuration by language; others are searched word by word. */
const configurations: Record<string, string> = {
  ar: 'arabic',
  de: 'german',
  en: 'english',
  es: 'spanish',
  fr: 'french',
  it: 'italian',
  nl: 'dutch',
  pt: 'portuguese',
  ru: 'russian',
  tr: 'turkish',
};

export function searchConfiguration(lang: string): string {
  return configurations[lang.split('-')[0] ?? ''] ?? 'simple';
}

/**
 * One spelling for letters that keyboards write in two ways: Arabic and Persian yeh and kaf, digits of either script,
 * marks above and below, and the joiners inside words.
 */
export function searchWords(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u064b-\u065f\u0670\u0640]/g, '')
    .replace(/[يى]/g, 'ی')
    .replaceAll('ك', 'ک')
    .replace(/[\u200c\u200d]/g, ' ')
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0));
}
