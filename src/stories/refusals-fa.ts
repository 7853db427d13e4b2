/** Every refusal in Persian: a kind without a sentence fails the type check. The English ones are in refusal.ts. */
import type { ActKind, LastAct, SoFar } from '../record/act.ts';
import type { Refusal } from './refusal.ts';
import { figures, type Saying } from './saying.ts';

type Words = { [K in Refusal['kind']]: (refusal: Extract<Refusal, { kind: K }>, saying: Saying) => string };

const words: Words = {
  'no-such-story': () => 'چنین خبری نیست.',
  'no-draft': ({ code, last }, saying) =>
    `${story(code)} پیش‌نویس ندارد: نخست یکی ذخیره کنید.${newest(last, saying)}`,
  'not-published': ({ code }) => `${story(code)} هنوز منتشر نشده است: نخست آن را منتشر کنید.`,
  'may-not-follow': ({ code, act, soFar }, saying) =>
    `${nouns[act]} دربارهٔ ${story(code)} ممکن نیست: ${instead(soFar, act)}${newest(soFar.last, saying)}`,
  'acted-since': ({ code, last }, saying) =>
    `کسی پیش از شما دربارهٔ ${story(code)} کاری کرده است: آن را دوباره بخوانید و سپس تصمیم بگیرید.${newest(last, saying)}`,
  'no-such-reason': ({ said, act, known }) => {
    const named = known.filter((one) => one !== '');
    const hint = named.length > 0 ? `یکی از این‌ها را بگویید: ${named.join('، ')}` : 'دلیلی لازم ندارد';
    return `«${said}» دلیلی برای ${nouns[act]} نیست: ${hint}.`;
  },
  'note-too-long': ({ length, longest }) =>
    `جملهٔ خوانندگان ${number(length)} نویسه دارد: دست بالا ${number(longest)} نویسه.`,
  'no-replacement': ({ code }) =>
    `کد ${number(code)} نمی‌تواند جای این خبر را بگیرد: خبر دیگری را که منتشر شده است نام ببرید.`,
  'words-redacted': ({ code, version }) =>
    `واژه‌هایی از نسخهٔ ${number(version)} ${story(code)} حذف شده‌اند و برنمی‌گردند: به جای آن خبر را اصلاح کنید.`,
  'words-absent': ({ code }) =>
    `متن ${story(code)} این‌جا نیست: در نسخهٔ خروجی که این بایگانی از آن گرفته شد نگه داشته نشده بود. بازنمی‌گردد؛ خبر تازه‌ای بنویسید.`,
  'no-fields': ({ known }) => `بگویید کدام بخش‌ها حذف شوند: ${known.join('، ')} یا all.`,
  'no-such-field': ({ field, known }) =>
    `خبر بخشی به نام «${field}» ندارد: ${known.join('، ')} یا all را بگویید.`,
  embargoed: ({ until }, { moment }) =>
    `انتشار این خبر تا ${moment(until)} ممنوع است: برای آن زمان یا پس از آن زمان‌بندی کنید.`,
  'with-lawyer': () => 'خبر برای بررسی حقوقی نشان شده است: پس از تأیید، نشان را بردارید.',
  'time-is-past': ({ at }, { moment }) =>
    `زمان ${moment(at)} گذشته است: زمانی در آینده بگویید، یا هیچ زمانی تا اکنون انجام شود.`,
  'no-code': () => 'خبر کد ندارد: نخست کد آزادی به آن بدهید.',
  'code-taken': ({ code, headline }) =>
    `کد ${number(code)} از آنِ خبر «${headline}» است: این خبر پیش‌نویسی بی‌کد می‌ماند.`,
  'code-out-of-range': ({ code }) =>
    `کد ${number(code)} را نمی‌توان نگه داشت: کد عددی درست از ۱ تا ۹۹۹۹۹۹۹۹۹ است.`,
  'no-headline': () => 'خبر عنوان ندارد: عنوانی بنویسید.',
  'no-text': () => 'خبر نه لید دارد و نه متن: یکی بنویسید.',
  'no-edition': ({ lang }) =>
    `نسخه‌ای به زبان «${lang}» نیست: آن را در تنظیم‌ها بیفزایید یا زبان خبر را عوض کنید.`,
  future: ({ statedAt }, { moment }) =>
    `خبر می‌گوید در آینده منتشر شده است (${moment(statedAt)}): زمان آن را درست کنید.`,
  'act-waits': ({ act, dueAt }, { moment }) =>
    `${nouns[act]} این خبر در ${moment(dueAt)} انجام می‌شود: برای ادامهٔ نوشتن آن را برگردانید.`,
  'is-scheduled': ({ act, dueAt }, { moment }) =>
    `${nouns[act]} این خبر برای ${moment(dueAt)} برنامه‌ریزی شده است: اکنون تنها کسی آن را تغییر می‌دهد که اجازهٔ این کار را دارد. از یکی از آنان بخواهید.`,
  'already-done': () => 'برای برگرداندن دیر شده است: انجام شده، رد شده یا پیش‌تر برگردانده شده است.',
  'not-allowed': ({ what, desk, lang }) =>
    `نقش شما این کار (${what}) را در میز «${desk}» به زبان «${lang}» اجازه نمی‌دهد: از کسی که اجازه دارد یا از مدیر بخواهید.`,
  'no-such-desk': ({ desk, known }) =>
    `میزی به نام «${desk}» نیست: یکی از این‌ها را بگویید: ${known.join('، ')}.`,
  'no-such-stage': ({ stage, known }) =>
    `این میز مرحله‌ای به نام «${stage}» ندارد: یکی از این‌ها را بگویید: ${known.join('، ')}.`,
  'settings-changed': () =>
    'پس از آن که این تنظیم‌ها را خواندید کسی آن‌ها را عوض کرد: دوباره بخوانید و سپس تغییر دهید.',
  'unfit-settings': ({ sentences }) => sentences.join(' '),
  'unfit-vocabulary': ({ sentence }) => sentence,
  'no-such-subject': ({ code, name }) =>
    `ردهٔ ${code}${name ? ` («${name}»)` : ''} در واژگان نیست: ردهٔ دیگری برگزینید، یا از مدیر بخواهید تازه‌ترین واژگان را بخواند.`,
  'subject-retired': ({ code, name, on, instead }) =>
    `ردهٔ ${code} («${name}») از ${on} کنار گذاشته شده است: ${instead ? `${instead.code} («${instead.name}»)` : 'ردهٔ دیگری'} را به جای آن برگزینید.`,
  'no-such-template': ({ template, known }) =>
    `الگوی «${template}» برای این میز و زبان نیست: یکی از این‌ها را بگویید: ${known.join('، ')}.`,
  'no-such-event': () => 'چنین رویدادی نیست.',
  'planned-since': () =>
    'پس از آن که این رویداد را خواندید کسی آن را عوض کرد: دوباره بخوانید و سپس تغییر دهید.',
  'event-without-title': () => 'رویداد عنوان ندارد: بگویید چه در پیش است.',
  'event-ends-first': () => 'رویداد پیش از آغاز خود پایان می‌یابد: یکی از دو زمان را درست کنید.',
  'no-story-to-cover': ({ code }) => `خبر ${number(code)} نیست: خبری را که هست نام ببرید، یا هنوز هیچ‌کدام.`,
  'no-such-thread': () => 'دیگر هیچ خبری در این پروندهٔ خبری نیست.',
  'no-such-front': ({ lang, section }) =>
    section
      ? `نسخهٔ «${lang}» بخشی به نام «${section}» ندارد: آن را در تنظیم‌ها بیفزایید.`
      : `نسخه‌ای به زبان «${lang}» نیست: آن را در تنظیم‌ها بیفزایید.`,
  'no-such-slot': ({ slot }) => `این صفحه جایی به نام «${slot}» ندارد: آن را دوباره بخوانید و سپس بچینید.`,
  'slot-taken': ({ slot, code }) =>
    `دو خبر در یک جا (${slot}) گذاشته شده است و دومی خبر ${number(code)} است: آن را جای دیگری بگذارید.`,
  'twice-on-front': ({ code }) => `خبر ${number(code)} در دو جا آمده است: آن را از یکی بردارید.`,
  'front-headline-too-long': ({ code, length, longest }) =>
    `عنوان خبر ${number(code)} برای صفحهٔ نخست ${number(length)} نویسه دارد: دست بالا ${number(longest)} نویسه.`,
  'not-on-the-site': ({ code }) =>
    `خوانندگان خبر ${number(code)} را نمی‌بینند و نمی‌تواند در صفحه بیاید: آن را بردارید یا نخست منتشرش کنید.`,
  'in-another-language': ({ code, lang }) =>
    `خبر ${number(code)} به زبان «${lang}» است: آن را در صفحهٔ همان نسخه بگذارید.`,
  'front-changed': ({ by, at }, { moment }) =>
    `پس از آن که این صفحه را خواندید، ${by || 'کسی'} در ${moment(at)} آن را چید: چیزی روی آن گذاشته نشد. دو چینش را کنار هم ببینید و سپس تصمیم بگیرید.`,
  'not-allowed-in': ({ what, lang }) =>
    `نقش شما این کار (${what}) را به زبان «${lang}» اجازه نمی‌دهد: از کسی که اجازه دارد یا از مدیر بخواهید.`,
  'too-many-views': ({ most }) => `از پیش ${number(most)} نما دارید: نخست یکی را حذف کنید.`,
  'not-ready': ({ sentence }) => sentence,
  'saved-since': ({ revision, by }) =>
    revision === 0
      ? 'پس از آن که خواندید، پیش‌نویس منتشر یا رها شد: روی چیزی نوشته نشد. دوباره بخوانید.'
      : `پس از آن که خواندید، ${by || 'کسی'} این خبر را ذخیره کرد: روی چیزی نوشته نشد. دوباره بخوانید.`,
};

export function refusalInPersian<K extends Refusal['kind']>(
  refusal: Extract<Refusal, { kind: K }>,
  saying: Saying,
): string {
  return words[refusal.kind as K](refusal, saying);
}

const number = (value: number) => figures(value, 'fa');
const story = (code: number | null) => (code === null ? 'خبر بی‌کد' : `خبر ${number(code)}`);

/** What an act is. */
const nouns: Record<ActKind, string> = {
  publish: 'انتشار',
  update: 'به‌روزرسانی',
  correct: 'اصلاح',
  hold: 'توقف',
  release: 'انتشار دوباره',
  kill: 'لغو',
  redact: 'حذف بخشی',
  withdraw: 'پس گرفتن',
};

/** What happened last, so that whoever comes too late sees it. */
function newest(last: LastAct | null, { moment }: Saying): string {
  if (!last) return '';
  const why = last.reasonClass === '' ? '' : ` (${last.reasonClass})`;
  return ` آخرین کار: ${nouns[last.kind]}${why}، ${last.by}، ${moment(last.actedAt)}.`;
}

/** What stands against an act, and what can be done instead. */
function instead({ state, last }: SoFar, act: ActKind): string {
  if (act === 'withdraw') return withdrawInstead(last?.kind);
  switch (state) {
    case null:
      return 'هنوز منتشر نشده است؛ نخست آن را منتشر کنید.';
    case 'public':
      return act === 'publish'
        ? 'پیش‌تر منتشر شده است؛ آن را به‌روز یا اصلاح کنید.'
        : 'منتشر است؛ انتشار دوباره پس از توقف می‌آید.';
    case 'held':
      return act === 'publish'
        ? 'منتشر و سپس متوقف شده است؛ دوباره منتشرش کنید یا لغوش کنید.'
        : 'پیش‌تر متوقف شده است؛ دوباره منتشرش کنید یا لغوش کنید.';
    case 'killed':
      return 'لغو شده است؛ اگر اشتباه بود لغو را پس بگیرید، وگرنه خبر تازه‌ای بنویسید.';
    case 'removed':
      return 'به حکم قانون برداشته شده است.';
  }
}

function withdrawInstead(last: ActKind | undefined): string {
  switch (last) {
    case 'publish':
      return 'نخستین انتشار پس گرفته نمی‌شود؛ خبر را لغو کنید.';
    case 'hold':
      return 'توقف را با انتشار دوباره برگردانید.';
    case 'release':
      return 'انتشار دوباره را با توقفی دیگر برگردانید.';
    case 'redact':
      return 'حذف برنمی‌گردد؛ خبر را اصلاح کنید.';
    case 'withdraw':
      return 'پس‌گرفتن را نمی‌توان پس گرفت؛ خبر را به‌روز یا اصلاح کنید.';
    default:
      return 'کاری برای پس‌گرفتن نیست.';
  }
}
