import type { SampleStory } from './sample-story.ts';

const names = {
  'lirven-port': { en: 'Port of Lirven', fr: 'Port de Lirven', fa: 'بندر لیرون' },
  ilmer: { en: 'River Ilmer', fr: 'Ilmer', fa: 'رود ایلمر' },
  water: { en: 'Water', fr: 'Eau', fa: 'آب' },
  floods: { en: 'Floods', fr: 'Crues', fa: 'سیلاب' },
  'mountain-roads': { en: 'Mountain roads', fr: 'Routes de montagne', fa: 'راه‌های کوهستانی' },
  railways: { en: 'Railways', fr: 'Chemins de fer', fa: 'راه‌آهن' },
  grain: { en: 'Grain', fr: 'Céréales', fa: 'غلات' },
  trade: { en: 'Trade', fr: 'Commerce', fa: 'بازرگانی' },
  labour: { en: 'Labour', fr: 'Travail', fa: 'کار و کارگر' },
  'wind-power': { en: 'Wind power', fr: 'Énergie éolienne', fa: 'انرژی بادی' },
  astronomy: { en: 'Astronomy', fr: 'Astronomie', fa: 'اخترشناسی' },
  wildlife: { en: 'Wildlife', fr: 'Faune', fa: 'حیات وحش' },
  health: { en: 'Health', fr: 'Santé', fa: 'سلامت' },
  libraries: { en: 'Libraries', fr: 'Bibliothèques', fa: 'کتابخانه‌ها' },
  heritage: { en: 'Heritage', fr: 'Patrimoine', fa: 'میراث فرهنگی' },
  film: { en: 'Film', fr: 'Cinéma', fa: 'سینما' },
  football: { en: 'Football', fr: 'Football', fa: 'فوتبال' },
  cycling: { en: 'Cycling', fr: 'Cyclisme', fa: 'دوچرخه‌سواری' },
  rowing: { en: 'Rowing', fr: 'Aviron', fa: 'قایقرانی' },
  farming: { en: 'Farming', fr: 'Agriculture', fa: 'کشاورزی' },
  earthquakes: { en: 'Earthquakes', fr: 'Séismes', fa: 'زمین‌لرزه' },
  towns: { en: 'Towns and councils', fr: 'Villes et communes', fa: 'شهرها و شوراها' },
};

type Slug = keyof typeof names;

/** Topics under the names that one edition gives them. */
export function topicsIn(lang: SampleStory['lang']): (...slugs: Slug[]) => { slug: string; name: string }[] {
  return (...slugs) => slugs.map((slug) => ({ slug, name: names[slug][lang] }));
}
