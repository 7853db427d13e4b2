import { usualDates } from '../../../editions/edition-dates.ts';
import type { Words } from '../catalogue.ts';
import type { In } from '../plurals.ts';
import { commentsAr } from './comments.ts';
import { mailAr } from './mail.ts';
import { pagesAr } from './pages.ts';
import { recordAr } from './record.ts';
import { searchAr } from './search.ts';
import { zonesAr } from './zones.ts';

/** Arabic. */
export const ar: In<'ar', Words> = {
  tag: 'ar',
  ...usualDates('ar'),
  zone: (offset) => (offset ? `غرينتش ${signed(offset)}` : 'غرينتش'),
  fullDay: ({ weekday, day, month, year }) => `${weekday} ${day} ${month} ${year}`,
  shortDay: ({ day, month, year }) => `${day} ${month} ${year}`,
  dayOfYear: ({ day, month }) => `${day} ${month}`,
  comma: '، ',

  sample: 'عيّنة: هذه الوكالة وأشخاصها وأخبارها من نسج الخيال.',
  skip: 'انتقل إلى النص',
  editions: 'اللغات',
  thisStory: 'هذا الخبر باللغات',
  fronts: 'الصفحات الأولى',
  sections: 'الأقسام',
  home: 'الصفحة الأولى',
  feeds: 'خلاصات الأخبار',
  feedOf: (agency) => `${agency}: أحدث الأخبار`,

  search: 'بحث',
  searchFor: 'كلمات أو رقم خبر',
  find: 'ابحث',
  from: 'من',
  until: 'إلى',
  topic: 'الموضوع',
  results: {
    zero: 'لا أخبار',
    one: 'خبر واحد',
    two: 'خبران',
    few: '{n} أخبار',
    many: '{n} خبرًا',
    other: '{n} خبر',
  },
  moreThan: {
    zero: 'خبر واحد على الأقل',
    one: 'أكثر من خبر واحد',
    two: 'أكثر من خبرين',
    few: 'أكثر من {n} أخبار',
    many: 'أكثر من {n} خبرًا',
    other: 'أكثر من {n} خبر',
  },
  resultsFor: (query) => `بحث: ${query}`,
  nothingFound: 'لم يُعثر على أي خبر.',
  nothingFoundHint: 'جرّب كلمات أقل، أو مدة أطول، أو الرقم المطبوع على الخبر.',

  latest: 'آخر الأخبار',
  moreNews: 'أخبار أخرى',
  newer: 'الأحدث',
  older: 'الأقدم',
  pages: 'الصفحات',
  emptyList: 'لا أخبار هنا بعد.',
  emptyFront: 'لم يُنشر الخبر الأول بعد.',
  by: (name) => `بقلم ${name}`,
  acts: {
    update: 'تحديث',
    correct: 'تصحيح',
    hold: 'معلّق',
    release: 'أُعيد نشره',
    kill: 'أُلغي',
    redact: 'حُذف جزء منه',
    withdraw: 'سُحب التعديل',
  },

  code: (code) => `رقم ${code}`,
  updated: (when) => `حُدّث في ${when}`,
  topics: 'المواضيع',
  subjects: 'التصنيف',
  thread: 'ملف متابَع',
  threadSoFar: 'تسلسل الأحداث',
  alsoIn: 'بلغات أخرى',
  related: (section) => `المزيد من قسم ${section}`,
  otherNews: 'أخبار أخرى',
  picture: 'صورة',
  otherForms: 'هذا الخبر بصيغ أخرى',
  fullPage: 'الصفحة الكاملة',
  print: 'طباعة',
  lite: 'نسخة خفيفة',
  plainText: 'نص مجرد',
  data: 'بيانات',
  address: 'العنوان الدائم',
  printedOn: (day) => `طُبع في ${day}`,
  version: (number) => `النسخة ${number}`,
  notes: 'العناوين الواردة في النص',

  notFound: 'لا توجد صفحة كهذه',
  notFoundText: 'لا شيء منشور في هذا العنوان. إذا كنت تعرف رقم خبر فابحث عنه.',
  wrong: 'لا يمكن عرض هذه الصفحة',
  wrongText: 'يطلب هذا العنوان ما لا وجود له.',
  tooOften: 'طلبات كثيرة جدًّا',
  tooOftenText: 'وصلت من اتصالك طلبات كثيرة فلم يُجب عن هذا الطلب. انتظر دقيقة من فضلك.',
  broken: 'تعطّل شيء هنا',
  brokenText: 'الخطأ منّا لا منك. أعد المحاولة بعد قليل من فضلك.',
  backHome: 'إلى الصفحة الأولى',

  proof: {
    proveIt: 'أثبِت ذلك',
    title: (code, version) => `رقم ${code}، النسخة ${version}: الإثبات`,
    intro:
      'كل إجراء على خبر ورقةٌ في سجل لا يمكنه إلا أن ينمو. يتحقق متصفحك الآن، بنفسه ومن دون أن يثق بهذه الصفحة، من أن كلمات هذه النسخة هي الكلمات التي سُجّلت.',
    steps: {
      words: 'كلمات هذه النسخة وبياناتها، في صفحتها وفي السجل، هي التي تلتزم بها ورقتها.',
      leaf: 'الورقة تخص هذا الخبر وهذه النسخة.',
      log: 'الورقة موجودة في السجل، في موضعها.',
      head: 'رأس السجل الأحدث امتداد للرأس الذي شمل هذه النسخة أول مرة.',
      signature: 'الرأسان كلاهما موقّعان بمفتاح الوكالة.',
      before: 'السجل امتداد لما رآه هذا المتصفح منه من قبل.',
    },
    notYet: 'لم يُتحقق منه بعد.',
    ok: 'تم التحقق: صحيح.',
    bad: 'تم التحقق: غير صحيح.',
    unknown: 'لا يستطيع هذا المتصفح التحقق من ذلك.',
    allOk: 'ثبت. هذه النسخة هي ما سُجّل.',
    someBad: 'لم يثبت. ما يعرضه هذا الموقع ليس ما في سجله: أبلغ الوكالة واحتفظ بهذه الصفحة.',
    someUnknown: 'ثبت بقدر ما يستطيع هذا المتصفح: فهو لا يعرف توقيعات Ed25519. متصفح أحدث يعرفها.',
    needsScript: 'يحتاج التحقق إلى برنامج نصي لا يشغّله متصفحك. تجد أدناه كل ما يحتاج إليه برنامج للتحقق.',
    insecure: 'لا يتحقق المتصفح إلا في صفحة آمنة (https).',
    failed: 'تعذّر جلب الإثبات: حاول مرة أخرى.',
    byHand: 'للتحقق يدويًا',
    byHandText:
      'السجل متاح بصيغة C2SP tlog-tiles، والرؤوس مذكرات موقّعة (Ed25519)، والالتزام هو SHA-256 لملح مع JSON المعياري (RFC 8785) لاسم الحقل وقيمته. يستطيع التحقق أي برنامج يعرف هذه الصيغ.',
    leaf: (index) => `الورقة ${index}، بصيغة JSON المعياري`,
    checkpoint: 'أحدث رأس موقّع',
    keys: 'المفاتيح',
    record: (size) => `السجل حتى الإجراء ${size}`,
  },

  past: {
    asOf: (when) => `كما كان يراه القراء في ${when}.`,
    recorded: (when) => `كما كان في السجل في ${when}.`,
    toPresent: 'كما هو الآن',
    ask: 'اعرض الخبر كما كان في يوم معيّن',
    day: 'اليوم',
    show: 'اعرض',
    wrong:
      'اللحظة الماضية إما يوم (2017-08-05) وإما وقت مع منطقته الزمنية (2017-08-05T11:54:00Z)، ولا يمكن طلب الاثنين معًا.',
    notYet: {
      title: 'لم يكن قد نُشر بعد',
      said: {
        effective: (when) => `لم يكن هذا الخبر قد نُشر بعد في ${when}.`,
        recorded: (when) => `لم يكن هذا الخبر قد دخل السجل بعد في ${when}.`,
      },
      since: { effective: (day) => `نُشر في ${day}`, recorded: (day) => `سُجّل في ${day}` },
    },
  },

  record: recordAr,
  comments: commentsAr,
  mail: mailAr,
  searching: searchAr,
  zones: zonesAr,
  around: pagesAr,
};

/** The sign on the side on which the script has it: before European digits, and as the line runs before Arabic ones. */
function signed(offset: string): string {
  return `${/[٠-٩]/.test(offset) ? '\u061c' : '\u200e'}${offset}`;
}
