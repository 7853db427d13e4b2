import type { ZoneWords } from '../zone-words.ts';

export const zonesFa: ZoneWords = {
  another: 'به وقت منطقه‌ای دیگر',
  title: (code) => `${code} به وقت منطقه‌ای دیگر`,
  intro: 'منطقه‌ای برگزینید تا صفحهٔ خبر، زمان‌ها را در کنار وقت خبرگزاری به وقت آن هم بگوید.',
  agencyAlone: 'فقط به وقت خبرگزاری',
  wrong:
    'چنین منطقهٔ زمانی‌ای نیست. منطقه را همان‌گونه بنویسید که در فهرست پیوسته به هر خبر آمده است: Europe/Paris.',
};
