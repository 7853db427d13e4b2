/** What preflight says, in the languages of the desk: a finding without its sentence fails the type check. */
import { figures, type Saying } from '../stories/saying.ts';

type Field = 'headline' | 'lead' | 'body';
type Length = { field: Field; channel: string; length: number; bound: number };
type Glued = { field: Field; before: string; after: string };
type Styled = Glued & { count: number };
type Loose = { field: Field; words: string; whole: string | null };

const fieldsInEnglish: Record<Field, string> = { headline: 'headline', lead: 'lead', body: 'text' };

const english = ({ moment }: Saying) => ({
  noHeadline: 'There is no headline: write one.',
  noText: 'There is neither a lead nor a text: write one.',
  flashAlone: 'A flash without a lead: readers get the headline alone.',
  noDateline: 'There is no dateline: say where it is filed from.',
  noCredit: 'There is no credit: readers will not see whose story it is.',
  noAlt: (caption: string) =>
    `A picture${caption ? ` (“${apart(caption)}”)` : ''} has no alternative text: describe it, or say that it is decoration.`,
  noEdition: (lang: string) =>
    `There is no edition in “${lang}”: add it in the settings, or file the story in another language.`,
  otherScript: (lang: string) => `The headline is not in the script of “${lang}”: is this the right edition?`,
  embargoed: (until: Date) => `It is under embargo until ${moment(until)}: schedule it for then, or later.`,
  legal: 'It is marked for a lawyer: have it cleared, then take the mark away.',
  tooLong: ({ field, channel, length, bound }: Length) =>
    `The ${field} has ${length} characters; on the ${channel} ${bound} fit.`,
  glued: ({ field, before, after }: Glued) =>
    `In the ${fieldsInEnglish[field]} “${apart(before)}” looks glued: “${apart(after)}”?`,
  style: ({ field, before, after, count }: Styled) =>
    count === 1
      ? `In the ${fieldsInEnglish[field]} the house writes otherwise: ${seen(before)} → ${seen(after)}`
      : `In ${count} places the house writes otherwise, first in the ${fieldsInEnglish[field]}: ${seen(before)} → ${seen(after)}`,
  badLink: (href: string) =>
    `The link ${apart(href)} leads nowhere that a reader may be sent: mend or remove it.`,
  deadCode: (code: number) => `A link leads to story ${code}, which readers do not get: remove it.`,
  looseDate: ({ field, words, whole }: Loose) =>
    `In the ${fieldsInEnglish[field]} “${apart(words)}” says no date that will still be one in a year: ${whole === null ? 'resolve it' : `write “${apart(whole)}”`}.`,
  retired: (name: string, on: string) =>
    `The subject “${apart(name)}” was retired on ${on}: is there a newer one?`,
  otherThreadScript: (name: string, lang: string) =>
    `The thread’s name, “${apart(name)}”, is not in the script of “${lang}”.`,
});

export type PreflightWords = ReturnType<typeof english>;

const fieldsInPersian: Record<Field, string> = { headline: 'عنوان', lead: 'لید', body: 'متن' };
const channelsInPersian: Record<string, string> = { site: 'سایت', wire: 'مخابره', flash: 'خبر فوری' };

const persian = ({ moment }: Saying): PreflightWords => ({
  noHeadline: 'خبر عنوان ندارد: عنوانی بنویسید.',
  noText: 'خبر نه لید دارد و نه متن: یکی بنویسید.',
  flashAlone: 'خبر فوری بی‌لید است: خوانندگان تنها عنوان را می‌گیرند.',
  noDateline: 'محل خبر نوشته نشده است: بگویید از کجا فرستاده می‌شود.',
  noCredit: 'منبع نوشته نشده است: خوانندگان نمی‌بینند خبر از کیست.',
  noAlt: (caption) =>
    `عکسی${caption ? ` («${apart(caption)}»)` : ''} شرح جایگزین ندارد: بگویید چه نشان می‌دهد، یا آن را تزئینی بخوانید.`,
  noEdition: (lang) =>
    `نسخه‌ای به زبان «${lang}» نیست: آن را در تنظیم‌ها بیفزایید یا خبر را به زبان دیگری بنویسید.`,
  otherScript: (lang) => `خط عنوان با زبان «${lang}» نمی‌خواند: آیا نسخه درست است؟`,
  embargoed: (until) => `انتشار تا ${moment(until)} ممنوع است: برای آن زمان یا پس از آن زمان‌بندی کنید.`,
  legal: 'برای بررسی حقوقی نشان شده است: پس از تأیید، نشان را بردارید.',
  tooLong: ({ field, channel, length, bound }) =>
    `${fieldsInPersian[field]} ${figures(length, 'fa')} نویسه دارد؛ در ${channelsInPersian[channel] ?? channel} ${figures(bound, 'fa')} نویسه جا می‌گیرد.`,
  glued: ({ field, before, after }) =>
    `در ${fieldsInPersian[field]} «${apart(before)}» چسبیده می‌نماید: «${apart(after)}»؟`,
  style: ({ field, before, after, count }) =>
    count === 1
      ? `در ${fieldsInPersian[field]} شیوهٔ نگارش خبرگزاری دیگر است: ${seen(before)} ← ${seen(after)}`
      : `شیوهٔ نگارش خبرگزاری در ${figures(count, 'fa')} جا دیگر است، نخست در ${fieldsInPersian[field]}: ${seen(before)} ← ${seen(after)}`,
  badLink: (href) => `پیوند ${apart(href)} خواننده را به جایی نمی‌برد: درستش کنید یا بردارید.`,
  deadCode: (code) => `پیوندی به خبر ${figures(code, 'fa')} می‌رود که خوانندگان آن را نمی‌گیرند: بردارید.`,
  looseDate: ({ field, words, whole }) =>
    `در ${fieldsInPersian[field]} «${apart(words)}» یک سال دیگر تاریخی را نمی‌رساند: ${whole === null ? 'روشنش کنید' : `بنویسید «${apart(whole)}»`}.`,
  retired: (name, on) => `ردهٔ «${apart(name)}» از ${on} کنار گذاشته شده است: آیا تازه‌تری هست؟`,
  otherThreadScript: (name, lang) => `نام پروندهٔ خبری، «${apart(name)}»، به خط «${lang}» نیست.`,
});

export function preflightWords(saying: Saying): PreflightWords {
  return (saying.lang === 'fa' ? persian : english)(saying);
}

/** Words of the story inside of a sentence: of whatever direction they are, they and the sentence keep their own. */
function apart(words: string): string {
  return `\u2068${words}\u2069`;
}

/** Spaces alone are nothing to look at. */
function seen(words: string): string {
  return apart(/^\s+$/.test(words) ? words.replace(/\s/g, '␣') : words);
}
