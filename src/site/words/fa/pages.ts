import type { PagesWords } from '../pages-words.ts';
import type { In } from '../plurals.ts';

export const pagesFa: In<'fa', PagesWords> = {
  kinds: {
    topic: 'موضوع',
    person: 'شخص',
    place: 'مکان',
    organisation: 'سازمان',
    subject: 'حوزه',
    byline: 'خبرهایی به قلم',
  },
  archive: 'بایگانی',
  earlier: (when) => `پیش از این: ${when}`,
  later: (when) => `پس از این: ${when}`,
  nothingOn: (when) => `در این تاریخ خبری منتشر نشده است: ${when}.`,
  nearest: (when) => `نزدیک‌ترین تاریخی که خبری دارد: ${when}`,
  noSuchDay: 'چنین روزی در هیچ تقویمی نیست. روز بایگانی را با سال، ماه و روز بنویسید: ۱۳۹۶/۰۵/۱۴.',
  age: {
    years: { one: '{n} سال از انتشار این خبر می‌گذرد.', other: '{n} سال از انتشار این خبر می‌گذرد.' },
    months: { one: '{n} ماه از انتشار این خبر می‌گذرد.', other: '{n} ماه از انتشار این خبر می‌گذرد.' },
    days: { one: '{n} روز از انتشار این خبر می‌گذرد.', other: '{n} روز از انتشار این خبر می‌گذرد.' },
  },
  related: 'خبرهای مرتبط',
  before: 'خبر پیشین این رویداد',
  after: 'خبر بعدی این رویداد',
  textOnly: 'فقط متن',
  copyLink: 'رونوشت پیوند',
  copied: 'رونوشت شد',
  share: 'هم‌رسانی',
  yourTime: (when) => `به وقت شما: ${when}`,
  offline: 'ارتباط با شبکه برقرار نیست',
  offlineText: 'این صفحه پیش‌تر باز نشده و در این دستگاه نگه داشته نشده است. پس از اتصال دوباره امتحان کنید.',
  kept: (when) =>
    `ارتباط با شبکه برقرار نیست. این صفحه به همان شکلی است که این دستگاه در ${when} نگه داشته است و شاید از آن پس تغییر کرده باشد.`,
};
