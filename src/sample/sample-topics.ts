import type { SampleStory } from './sample-story.ts';

const names = {
  'lirven-port': {
    en: 'Port of Lirven',
    fr: 'Port de Lirven',
    fa: 'بندر لیرون',
    ar: 'ميناء ليرفن',
    ru: 'Порт Лирвена',
    es: 'Puerto de Lirven',
  },
  ilmer: { en: 'River Ilmer', fr: 'Ilmer', fa: 'رود ایلمر', ar: 'نهر إيلمر', ru: 'Ильмер', es: 'Río Ilmer' },
  water: { en: 'Water', fr: 'Eau', fa: 'آب', ar: 'المياه', ru: 'Вода', es: 'Agua' },
  floods: { en: 'Floods', fr: 'Crues', fa: 'سیلاب', ar: 'الفيضانات', ru: 'Паводки', es: 'Inundaciones' },
  'mountain-roads': {
    en: 'Mountain roads',
    fr: 'Routes de montagne',
    fa: 'راه‌های کوهستانی',
    ar: 'الطرق الجبلية',
    ru: 'Горные дороги',
    es: 'Carreteras de montaña',
  },
  railways: {
    en: 'Railways',
    fr: 'Chemins de fer',
    fa: 'راه‌آهن',
    ar: 'السكك الحديدية',
    ru: 'Железные дороги',
    es: 'Ferrocarriles',
  },
  grain: { en: 'Grain', fr: 'Céréales', fa: 'غلات', ar: 'الحبوب', ru: 'Зерно', es: 'Cereales' },
  trade: { en: 'Trade', fr: 'Commerce', fa: 'بازرگانی', ar: 'التجارة', ru: 'Торговля', es: 'Comercio' },
  labour: { en: 'Labour', fr: 'Travail', fa: 'کار و کارگر', ar: 'العمل والعمال', ru: 'Труд', es: 'Trabajo' },
  'wind-power': {
    en: 'Wind power',
    fr: 'Énergie éolienne',
    fa: 'انرژی بادی',
    ar: 'طاقة الرياح',
    ru: 'Ветроэнергетика',
    es: 'Energía eólica',
  },
  astronomy: {
    en: 'Astronomy',
    fr: 'Astronomie',
    fa: 'اخترشناسی',
    ar: 'الفلك',
    ru: 'Астрономия',
    es: 'Astronomía',
  },
  wildlife: {
    en: 'Wildlife',
    fr: 'Faune',
    fa: 'حیات وحش',
    ar: 'الحياة البرية',
    ru: 'Живая природа',
    es: 'Fauna',
  },
  health: { en: 'Health', fr: 'Santé', fa: 'سلامت', ar: 'الصحة', ru: 'Здоровье', es: 'Salud' },
  libraries: {
    en: 'Libraries',
    fr: 'Bibliothèques',
    fa: 'کتابخانه‌ها',
    ar: 'المكتبات',
    ru: 'Библиотеки',
    es: 'Bibliotecas',
  },
  heritage: {
    en: 'Heritage',
    fr: 'Patrimoine',
    fa: 'میراث فرهنگی',
    ar: 'التراث',
    ru: 'Наследие',
    es: 'Patrimonio',
  },
  film: { en: 'Film', fr: 'Cinéma', fa: 'سینما', ar: 'السينما', ru: 'Кино', es: 'Cine' },
  football: { en: 'Football', fr: 'Football', fa: 'فوتبال', ar: 'كرة القدم', ru: 'Футбол', es: 'Fútbol' },
  cycling: {
    en: 'Cycling',
    fr: 'Cyclisme',
    fa: 'دوچرخه‌سواری',
    ar: 'ركوب الدراجات',
    ru: 'Велоспорт',
    es: 'Ciclismo',
  },
  rowing: { en: 'Rowing', fr: 'Aviron', fa: 'قایقرانی', ar: 'التجديف', ru: 'Гребля', es: 'Remo' },
  farming: {
    en: 'Farming',
    fr: 'Agriculture',
    fa: 'کشاورزی',
    ar: 'الزراعة',
    ru: 'Сельское хозяйство',
    es: 'Agricultura',
  },
  earthquakes: {
    en: 'Earthquakes',
    fr: 'Séismes',
    fa: 'زمین‌لرزه',
    ar: 'الزلازل',
    ru: 'Землетрясения',
    es: 'Terremotos',
  },
  towns: {
    en: 'Towns and councils',
    fr: 'Villes et communes',
    fa: 'شهرها و شوراها',
    ar: 'المدن والمجالس',
    ru: 'Города и советы',
    es: 'Ciudades y municipios',
  },
};

type Slug = keyof typeof names;

/** Topics under the names that one edition gives them. */
export function topicsIn(lang: SampleStory['lang']): (...slugs: Slug[]) => { slug: string; name: string }[] {
  return (...slugs) => slugs.map((slug) => ({ slug, name: names[slug][lang] }));
}
