/** What an export says in an edition's language and the site does not. */
import type { CatalogueLang, Counted, In } from '../site/words/plurals.ts';

export type ExportWords = {
  /** Stands on each page, so that nobody takes it for the site. */
  archive: (agency: string) => string;
  allStories: string;
  byDate: string;
  /** How to find a story whose code is known. `place`: stories/CODE/index.html. */
  byCode: (place: string) => string;
  noStories: string;
  stories: Counted;
  newest: string;
  versions: string;
  acts: string;
  filesOfVersion: (version: string) => string;
  /** A link in the text that led to the agency's own site. */
  ownAddress: (address: string) => string;
  recordFile: string;
  leaf: (index: string) => string;
};

const en: In<'en', ExportWords> = {
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

const fr: In<'fr', ExportWords> = {
  archive: (agency) => `Des archives de ${agency}`,
  allStories: 'Toutes les dépêches',
  byDate: 'Par date',
  byCode: (place) => `La dépêche d’un numéro donné est dans le fichier ${place}.`,
  noStories: 'Aucune dépêche n’a été publiée.',
  stories: { one: '{n} dépêche', many: '{n} de dépêches', other: '{n} dépêches' },
  newest: 'La version la plus récente',
  versions: 'Versions',
  acts: 'Ce qui a été fait, et quand',
  filesOfVersion: (version) => `Version ${version} sous d’autres formes`,
  ownAddress: (address) => `Adresse sur le site de l’agence : ${address}`,
  recordFile: 'Le registre',
  leaf: (index) => `Feuille ${index} du journal`,
};

const fa: In<'fa', ExportWords> = {
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

const ar: In<'ar', ExportWords> = {
  archive: (agency) => `من أرشيف ${agency}`,
  allStories: 'جميع الأخبار',
  byDate: 'بحسب التاريخ',
  byCode: (place) => `خبر كل رقم في هذا الملف: \u2066${place}\u2069`,
  noStories: 'لم يُنشر أي خبر.',
  stories: {
    zero: 'لا أخبار',
    one: 'خبر واحد',
    two: 'خبران',
    few: '{n} أخبار',
    many: '{n} خبرًا',
    other: '{n} خبر',
  },
  newest: 'النسخة الأحدث',
  versions: 'النسخ',
  acts: 'ما الذي جرى ومتى',
  filesOfVersion: (version) => `النسخة ${version} بصيغ أخرى`,
  ownAddress: (address) => `العنوان في موقع الوكالة: \u2066${address}\u2069`,
  recordFile: 'السجل',
  leaf: (index) => `الورقة ${index} من السجل`,
};

const ru: In<'ru', ExportWords> = {
  archive: (agency) => `Из архива: ${agency}`,
  allStories: 'Все материалы',
  byDate: 'По датам',
  byCode: (place) => `Материал с известным номером находится в файле ${place}.`,
  noStories: 'Ни один материал не был опубликован.',
  stories: { one: '{n} материал', few: '{n} материала', many: '{n} материалов', other: '{n} материала' },
  newest: 'Последняя версия',
  versions: 'Версии',
  acts: 'Что и когда было сделано',
  filesOfVersion: (version) => `Версия ${version} в другом виде`,
  ownAddress: (address) => `Адрес на сайте агентства: ${address}`,
  recordFile: 'Реестр',
  leaf: (index) => `Лист ${index} журнала`,
};

const es: In<'es', ExportWords> = {
  archive: (agency) => `Del archivo de ${agency}`,
  allStories: 'Todas las noticias',
  byDate: 'Por fecha',
  byCode: (place) => `La noticia de un número está en el archivo ${place}.`,
  noStories: 'No se publicó ninguna noticia.',
  stories: { one: '{n} noticia', many: '{n} de noticias', other: '{n} noticias' },
  newest: 'La versión más reciente',
  versions: 'Versiones',
  acts: 'Qué se hizo y cuándo',
  filesOfVersion: (version) => `Versión ${version} en otros formatos`,
  ownAddress: (address) => `Dirección en el sitio de la agencia: ${address}`,
  recordFile: 'El registro',
  leaf: (index) => `Hoja ${index} del registro`,
};

const languages: Record<CatalogueLang, ExportWords> = { en, fr, fa, ar, ru, es };

export function exportWordsOf(lang: string): ExportWords {
  const found = [lang, lang.split('-', 1)[0] ?? ''].find((one) => Object.hasOwn(languages, one));
  return found ? languages[found as CatalogueLang] : en;
}
