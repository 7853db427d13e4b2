/** What the invented agency's stories are filed under: subjects by their topics, and the events that run through them. */
import type { StoryFields, Thread } from '../stories/story.ts';
import type { SampleStory } from './sample-story.ts';

/** The IPTC's code for each topic; names come from the vocabulary. */
const subjectOf: Record<string, string> = {
  'lirven-port': '04000000',
  ilmer: '06000000',
  water: '06000000',
  floods: '03000000',
  'mountain-roads': '04000000',
  railways: '04000000',
  grain: '04000000',
  trade: '04000000',
  labour: '09000000',
  'wind-power': '06000000',
  astronomy: '13000000',
  wildlife: '06000000',
  health: '07000000',
  libraries: '01000000',
  heritage: '01000000',
  film: '01000000',
  football: '15000000',
  cycling: '15000000',
  rowing: '15000000',
  farming: '04000000',
  earthquakes: '03000000',
  towns: '14000000',
};

/** Each once, in the order of the topics. */
export function subjectCodes(topics: StoryFields['topics']): string[] {
  return [...new Set(topics.flatMap(({ slug }) => subjectOf[slug] ?? []))];
}

const threads = {
  'ilmer-flood': {
    en: 'The Ilmer flood and after',
    fr: 'L’Ilmer après la crue',
    fa: 'ایلمر، پس از سیلاب',
    ar: 'إيلمر بعد الفيضان',
    ru: 'Ильмер после паводка',
    es: 'El Ilmer tras la crecida',
  },
  'night-port': {
    en: 'Night work in the ports',
    fr: 'Le travail de nuit dans les ports',
    fa: 'کار شبانه در بندرها',
    ar: 'العمل الليلي في الموانئ',
    ru: 'Ночная работа в портах',
    es: 'El trabajo nocturno en los puertos',
  },
};

/** Under the name that one edition gives it. */
export function threadIn(lang: SampleStory['lang']): (slug: keyof typeof threads) => Thread {
  return (slug) => ({ slug, name: threads[slug][lang] });
}
