import type { ZoneWords } from '../zone-words.ts';

export const zonesAr: ZoneWords = {
  another: 'بتوقيت منطقة أخرى',
  title: (code) => `${code} بتوقيت منطقة أخرى`,
  intro: 'اختر منطقة زمنية، فتعرض صفحة الخبر أوقاته بتوقيتها أيضًا إلى جانب توقيت الوكالة.',
  agencyAlone: 'توقيت الوكالة وحده',
  wrong: 'لا توجد منطقة زمنية كهذه. تُكتب المنطقة كما في القائمة التي يؤدي إليها كل خبر: Europe/Paris.',
};
