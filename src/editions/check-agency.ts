/** What an agency's settings must be, so that every address and date of it keeps its sense. Pure. */
import type { Agency, Edition } from './edition.ts';
import type { Unfit } from './setting.ts';

/** One for each thing that is wrong; none: they are fit. `inUse`: languages that have stories. */
export function whyNotAgency(agency: Agency, inUse: readonly string[]): Unfit[] {
  const { zone, defaultLang, editions } = agency;
  const wrong: Unfit[] = [];
  const langs = editions.map(({ lang }) => lang);
  if (!isZone(zone))
    wrong.push({
      en: `“${zone}” is no time zone of the IANA: say one such as Europe/Paris or Asia/Tehran.`,
      fa: `«${zone}» منطقهٔ زمانی IANA نیست: یکی مانند Asia/Tehran یا Europe/Paris بنویسید.`,
    });
  if (langs.length === 0)
    wrong.push({ en: 'An agency has one edition at least.', fa: 'خبرگزاری دست‌کم یک ویرایش دارد.' });
  if (new Set(langs).size < langs.length)
    wrong.push({
      en: 'Two editions are in the same language: leave one out.',
      fa: 'دو ویرایش به یک زبان است: یکی را کنار بگذارید.',
    });
  if (!langs.includes(defaultLang))
    wrong.push({
      en: `The bare address leads to “${defaultLang}”, which is no edition: name one of ${langs.join(', ')}.`,
      fa: `نشانی بی‌زبان به «${defaultLang}» می‌رسد که ویرایشی نیست: یکی از این‌ها را برگزینید: ${langs.join('، ')}.`,
    });
  for (const lang of inUse)
    if (!langs.includes(lang))
      wrong.push({
        en: `There are stories in “${lang}”: their addresses would lead nowhere, so that edition stays.`,
        fa: `خبرهایی به زبان «${lang}» هست: نشانی آن‌ها به جایی نمی‌رسید، پس آن ویرایش می‌ماند.`,
      });
  return [...wrong, ...editions.flatMap(whyNotEdition)];
}

function whyNotEdition({ lang, name, agency, sections, dates }: Edition): Unfit[] {
  const wrong: Unfit[] = [];
  if (!isSlug(lang) || !isLanguage(lang))
    wrong.push({
      en: `“${lang}” is no language tag in small letters (BCP 47): say one such as en, fa or pt-br.`,
      fa: `«${lang}» برچسب زبان با حروف کوچک (BCP 47) نیست: یکی مانند fa، en یا pt-br بنویسید.`,
    });
  if (!name.trim())
    wrong.push({
      en: `The edition “${lang}” has no name: readers choose it by that.`,
      fa: `ویرایش «${lang}» نام ندارد: خواننده آن را با نامش برمی‌گزیند.`,
    });
  if (!agency.trim())
    wrong.push({
      en: `The agency has no name in the edition “${lang}”: it stands on every page.`,
      fa: `خبرگزاری در ویرایش «${lang}» نام ندارد: نامش بر هر صفحه می‌آید.`,
    });
  if (dates && dates.beside === dates.calendar)
    wrong.push({
      en: `Dates of the edition “${lang}” would say the same day twice: choose another calendar beside, or none.`,
      fa: `تاریخ‌های ویرایش «${lang}» یک روز را دو بار می‌گفت: تقویم دیگری در کنار آن برگزینید، یا هیچ‌کدام.`,
    });
  return [...wrong, ...whyNotSections(lang, sections)];
}

function whyNotSections(lang: string, sections: Edition['sections']): Unfit[] {
  const wrong: Unfit[] = [];
  const slugs = sections.map(({ slug }) => slug);
  for (const { slug, name } of sections) {
    if (!isSlug(slug))
      wrong.push({
        en: `The section “${name || slug}” of “${lang}” has the address “${slug}”: small letters, digits and hyphens.`,
        fa: `نشانی بخش «${name || slug}» در «${lang}» چنین است: «${slug}»؛ تنها حروف کوچک لاتین، رقم و خط تیره.`,
      });
    if (!name.trim())
      wrong.push({
        en: `The section “${slug}” of “${lang}” has no name.`,
        fa: `بخش «${slug}» در «${lang}» نام ندارد.`,
      });
  }
  if (new Set(slugs).size < slugs.length)
    wrong.push({
      en: `Two sections of “${lang}” have the same address: change one.`,
      fa: `دو بخش «${lang}» یک نشانی دارد: یکی را تغییر دهید.`,
    });
  return wrong;
}

function isSlug(text: string): boolean {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return zone.includes('/') || zone === 'UTC';
  } catch {
    return false;
  }
}

function isLanguage(lang: string): boolean {
  try {
    return Intl.getCanonicalLocales(lang).length === 1;
  } catch {
    return false;
  }
}
