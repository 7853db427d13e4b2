/** What an export says in an edition's language and the site does not. */

export type ExportWords = {
  /** Stands on each page, so that nobody takes it for the site. */
  archive: (agency: string) => string;
  allStories: string;
  byDate: string;
  /** How to find a story whose code is known. `place`: stories/CODE/index.html. */
  byCode: (place: string) => string;
  noStories: string;
  stories: { one: string; other: string };
  newest: string;
  versions: string;
  acts: string;
  filesOfVersion: (version: string) => string;
  /** A link in the text that led to the agency's own site. */
  ownAddress: (address: string) => string;
  recordFile: string;
  leaf: (index: string) => string;
};

const en: ExportWords = {
  archive: (agency) => `From the archive of ${agency}`,
  allStories: 'All stories',
  byDate: 'By date',
  byCode: (place) => `The story with a code is in the file ${place}.`,
  noStories: 'No story was published.',
  stories: { one: '{n} story', other: '{n} stories' },
  newest: 'The newest version',
  versions: 'Versions',
  acts: 'What was done, and when',
  filesOfVersion: (version) => `Version ${version} in other forms`,
  ownAddress: (address) => `Address on the agency’s site: ${address}`,
  recordFile: 'The record',
  leaf: (index) => `Leaf ${index} of the log`,
};

const fr: ExportWords = {
  archive: (agency) => `Des archives de ${agency}`,
  allStories: 'Toutes les dépêches',
  byDate: 'Par date',
  byCode: (place) => `La dépêche d’un numéro donné est dans le fichier ${place}.`,
  noStories: 'Aucune dépêche n’a été publiée.',
  stories: { one: '{n} dépêche', other: '{n} dépêches' },
  newest: 'La version la plus récente',
  versions: 'Versions',
  acts: 'Ce qui a été fait, et quand',
  filesOfVersion: (version) => `Version ${version} sous d’autres formes`,
  ownAddress: (address) => `Adresse sur le site de l’agence : ${address}`,
  recordFile: 'Le registre',
  leaf: (index) => `Feuille ${index} du journal`,
};

const fa: ExportWords = {
  archive: (agency) => `از بایگانی ${agency}`,
  allStories: 'همهٔ خبرها',
  byDate: 'به ترتیب تاریخ',
  byCode: (place) => `خبر هر شماره در این پرونده است: \u2066${place}\u2069`,
  noStories: 'خبری منتشر نشده است.',
  stories: { one: '{n} خبر', other: '{n} خبر' },
  newest: 'تازه‌ترین نسخه',
  versions: 'نسخه‌ها',
  acts: 'چه کاری، چه هنگام',
  filesOfVersion: (version) => `نسخهٔ ${version} به شکل‌های دیگر`,
  ownAddress: (address) => `نشانی در سایت خبرگزاری: \u2066${address}\u2069`,
  recordFile: 'دفتر',
  leaf: (index) => `برگ ${index} دفتر`,
};

const languages: Record<string, ExportWords> = { en, fr, fa };

export function exportWordsOf(lang: string): ExportWords {
  return languages[lang] ?? languages[lang.split('-', 1)[0] ?? ''] ?? en;
}
