import type { SearchWords } from '../search-words.ts';

export const searchAr: SearchWords = {
  narrow: 'تضييق البحث',
  edition: 'الطبعة',
  everyEdition: 'كل الطبعات',
  section: 'القسم',
  everySection: 'كل الأقسام',
  byline: 'الكاتب',
  code: 'رقم الخبر',
  byDate: 'الأحدث أولًا',
  byRelevance: 'الأوثق صلةً أولًا',
  order: 'الترتيب',
  signs:
    'ضع العبارة بين علامتي تنصيص؛ ‎-كلمة‎ تستبعد الكلمة؛ ‎كلمة*‎ تبحث عمّا يبدأ بها؛ وعلامة | بين كلمتين تعني إحداهما.',
  day: (example) => `يُكتب اليوم هكذا: ${example}، وتكفي السنة أو الشهر وحده.`,
  firstPage: 'الصفحة الأولى',
  nextPage: 'الصفحة التالية',
  beginning: (word) => `بكلمات تبدأ بـ«${word}»`,
  didYouMean: 'هل تقصد:',
  common: 'ترد هذه الكلمات في معظم الأخبار: أضف كلمة أدق.',
  cut: 'السؤال طويل جدًا: بُحث عن بدايته فقط.',
  sinceOnly: (when) =>
    `يستغرق بحث بهذا الاتساع وقتًا طويلًا: لم يشمل إلا الأخبار المنشورة منذ ${when}. أضف كلمة أو ضيّق المدة لتصل إلى ما هو أقدم.`,
  gaveUp: 'يستغرق هذا البحث وقتًا طويلًا. أضف كلمة أو ضيّق المدة.',
  feed: 'خلاصة هذا البحث',
  feedOf: (agency, query) => (query ? `${agency}: ${query}` : `${agency}: بحث`),
  wrongDay: (said) => `«${said}» ليس يومًا في التقويم.`,
  wrongOrder: 'اليوم الأول يأتي بعد اليوم الأخير.',
  wrongCode: (said) => `«${said}» ليس رقم خبر: رقم الخبر عدد صحيح مطبوع على الخبر.`,
  wrongEdition: (said) => `لا توجد طبعة باسم «${said}».`,
  asksNothing: 'تحتاج خلاصة البحث إلى سؤال.',
};
