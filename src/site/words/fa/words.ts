import { usualDates } from '../../../editions/edition-dates.ts';
import type { Words } from '../catalogue.ts';
import type { In } from '../plurals.ts';
import { commentsFa } from './comments.ts';
import { mailFa } from './mail.ts';
import { pagesFa } from './pages.ts';
import { recordFa } from './record.ts';
import { searchFa } from './search.ts';
import { zonesFa } from './zones.ts';

/** Persian. */
export const fa: In<'fa', Words> = {
  tag: 'fa',
  ...usualDates('fa'),
  zone: (offset) => (offset ? `گرینویچ \u200e${offset}` : 'گرینویچ'),
  fullDay: ({ weekday, day, month, year }) => `${weekday} ${day} ${month} ${year}`,
  shortDay: ({ day, month, year }) => `${day} ${month} ${year}`,
  dayOfYear: ({ day, month }) => `${day} ${month}`,
  comma: '، ',

  sample: 'نمونه: این خبرگزاری، آدم‌هایش و خبرهایش ساختگی‌اند.',
  skip: 'رفتن به متن',
  editions: 'ویرایش‌ها',
  thisStory: 'همین خبر به زبان‌های',
  fronts: 'صفحه‌های نخست',
  sections: 'بخش‌ها',
  home: 'صفحهٔ نخست',
  feeds: 'خوراک‌ها',
  feedOf: (agency) => `${agency}: تازه‌ترین خبرها`,

  search: 'جستجو',
  searchFor: 'چند واژه یا شمارهٔ خبر',
  find: 'جستجو',
  from: 'از',
  until: 'تا',
  topic: 'موضوع',
  results: { one: '{n} خبر', other: '{n} خبر' },
  moreThan: { one: 'بیش از {n} خبر', other: 'بیش از {n} خبر' },
  resultsFor: (query) => `جستجو: ${query}`,
  nothingFound: 'خبری پیدا نشد.',
  nothingFoundHint: 'با واژه‌های کمتر، بازهٔ زمانی بلندتر یا شماره‌ای که روی خبر چاپ شده است دوباره جستجو کنید.',

  latest: 'تازه‌ترین‌ها',
  moreNews: 'خبرهای دیگر',
  newer: 'تازه‌تر',
  older: 'قدیمی‌تر',
  pages: 'صفحه‌ها',
  emptyList: 'هنوز خبری در اینجا نیست.',
  emptyFront: 'هنوز خبری منتشر نشده است.',
  by: (name) => `نوشتهٔ ${name}`,
  acts: {
    update: 'به‌روز شد',
    correct: 'اصلاحیه',
    hold: 'متوقف شد',
    release: 'دوباره منتشر شد',
    kill: 'لغو شد',
    redact: 'بخشی حذف شد',
    withdraw: 'تغییر پس گرفته شد',
  },

  code: (code) => `شمارهٔ ${code}`,
  updated: (when) => `به‌روزشده در ${when}`,
  topics: 'موضوع‌ها',
  subjects: 'رده‌های موضوعی',
  thread: 'پروندهٔ خبری',
  threadSoFar: 'سیر رویداد',
  alsoIn: 'به زبان‌های دیگر',
  related: (section) => `خبرهای دیگر ${section}`,
  otherNews: 'خبرهای دیگر',
  picture: 'تصویر',
  otherForms: 'این خبر به شکل‌های دیگر',
  fullPage: 'صفحهٔ کامل',
  print: 'چاپ',
  lite: 'نسخهٔ سبک',
  plainText: 'متن ساده',
  data: 'داده',
  address: 'نشانی همیشگی',
  printedOn: (day) => `چاپ‌شده در ${day}`,
  version: (number) => `نسخهٔ ${number}`,
  notes: 'نشانی‌های درون متن',

  notFound: 'چنین صفحه‌ای نیست',
  notFoundText: 'در این نشانی چیزی منتشر نشده است. اگر شمارهٔ خبر را می‌دانید، آن را جستجو کنید.',
  wrong: 'این صفحه را نمی‌توان نشان داد',
  wrongText: 'در این نشانی چیزی خواسته شده که وجود ندارد.',
  tooOften: 'درخواست‌ها بیش از اندازه است',
  tooOftenText: 'از اتصال شما آن‌قدر درخواست رسیده که به این یکی پاسخ داده نشد. لطفاً یک دقیقه صبر کنید.',
  broken: 'اینجا چیزی خراب شد',
  brokenText: 'گناه از ماست، نه از شما. لطفاً کمی بعد دوباره امتحان کنید.',
  backHome: 'به صفحهٔ نخست',

  proof: {
    proveIt: 'اثبات کن',
    title: (code, version) => `شمارهٔ ${code}، نسخهٔ ${version}: گواه`,
    intro:
      'هر کاری که روی یک خبر انجام می‌شود برگی از دفتری است که فقط می‌تواند بزرگ‌تر شود. مرورگر شما اکنون خودش، بی‌آن‌که به این صفحه اعتماد کند، بررسی می‌کند که واژه‌های این نسخه همان‌هایی است که ثبت شده‌اند.',
    steps: {
      words: 'واژه‌ها و داده‌های این نسخه، در صفحه و در دفتر، همان‌هایی است که برگ آن به آن‌ها تعهد داده است.',
      leaf: 'برگ دربارهٔ همین خبر و همین نسخه است.',
      log: 'برگ در دفتر و در جای خود است.',
      head: 'تازه‌ترین سرِ دفتر ادامهٔ سری است که نخستین بار این نسخه را در بر گرفت.',
      signature: 'هر دو سر با کلید خبرگزاری امضا شده‌اند.',
      before: 'دفتر ادامهٔ چیزی است که این مرورگر پیش‌تر از آن دیده بود.',
    },
    notYet: 'هنوز بررسی نشده است.',
    ok: 'بررسی شد: درست است.',
    bad: 'بررسی شد: درست نیست.',
    unknown: 'این مرورگر نمی‌تواند آن را بررسی کند.',
    allOk: 'اثبات شد. این نسخه همان است که ثبت شده است.',
    someBad:
      'اثبات نشد. آن‌چه این سایت نشان می‌دهد با دفتر آن یکی نیست: به خبرگزاری خبر دهید و این صفحه را نگه دارید.',
    someUnknown: 'تا جایی که این مرورگر می‌تواند اثبات شد: امضای Ed25519 را نمی‌شناسد. مرورگر تازه‌تر می‌شناسد.',
    needsScript:
      'این بررسی به اسکریپت نیاز دارد و مرورگر شما آن را اجرا نمی‌کند. آن‌چه یک برنامه برای بررسی لازم دارد در زیر آمده است.',
    insecure: 'مرورگر فقط در صفحهٔ امن (https) بررسی می‌کند.',
    failed: 'گواه دریافت نشد: دوباره تلاش کنید.',
    byHand: 'برای بررسی دستی',
    byHandText:
      'دفتر به شکل C2SP tlog-tiles در دسترس است، سرها یادداشت‌های امضاشده (Ed25519) هستند و هر تعهد، SHA-256 یک نمک و JSON متعارف (RFC 8785) نام و مقدار یک فیلد است. هر برنامه‌ای که این‌ها را بشناسد می‌تواند بررسی کند.',
    leaf: (index) => `برگ ${index}، به شکل JSON متعارف`,
    checkpoint: 'تازه‌ترین سرِ امضاشده',
    keys: 'کلیدها',
    record: (size) => `دفتر تا کار ${size}`,
  },

  past: {
    asOf: (when) => `آن‌گونه که خوانندگان در ${when} می‌دیدند.`,
    recorded: (when) => `آن‌گونه که در ${when} در دفتر ثبت بود.`,
    toPresent: 'آن‌گونه که اکنون هست',
    ask: 'خبر را آن‌گونه که در یک روز بود ببینید',
    day: 'روز',
    show: 'نشان بده',
    wrong:
      'زمان گذشته یک روز (2017-08-05) یا یک ساعت با منطقهٔ زمانی آن است (2017-08-05T11:54:00Z)، و فقط یکی از این دو را می‌توان خواست.',
    notYet: {
      title: 'هنوز منتشر نشده بود',
      said: {
        effective: (when) => `این خبر در ${when} هنوز منتشر نشده بود.`,
        recorded: (when) => `این خبر در ${when} هنوز در دفتر ثبت نبود.`,
      },
      since: { effective: (day) => `انتشار در ${day}`, recorded: (day) => `ثبت در ${day}` },
    },
  },

  record: recordFa,
  zones: zonesFa,
  searching: searchFa,
  mail: mailFa,
  comments: commentsFa,
  around: pagesFa,
};
