/** What an agency's settings must be, so that every address and date of it keeps its sense. Pure. */
import type { Agency, Edition } from './edition.ts';

/** Sentences, one for each thing that is wrong; none: they are fit. `inUse`: languages that have stories. */
export function whyNotAgency(agency: Agency, inUse: readonly string[]): string[] {
  const wrong: string[] = [];
  const langs = agency.editions.map(({ lang }) => lang);
  if (!isZone(agency.zone))
    wrong.push(`“${agency.zone}” is no time zone of the IANA: say one such as Europe/Paris or Asia/Tehran.`);
  if (langs.length === 0) wrong.push('An agency has one edition at least.');
  if (new Set(langs).size < langs.length) wrong.push('Two editions are in the same language: leave one out.');
  if (!langs.includes(agency.defaultLang))
    wrong.push(
      `The front page leads to “${agency.defaultLang}”, which is no edition: name one of ${langs.join(', ')}.`,
    );
  for (const lang of inUse)
    if (!langs.includes(lang))
      wrong.push(
        `There are stories in “${lang}”: their addresses would lead nowhere, so that edition stays.`,
      );
  for (const edition of agency.editions) wrong.push(...whyNotEdition(edition));
  return wrong;
}

function whyNotEdition({ lang, name, agency, sections, dates }: Edition): string[] {
  const wrong: string[] = [];
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(lang) || !isLanguage(lang))
    wrong.push(`“${lang}” is no language tag in small letters (BCP 47): say one such as en, fa or pt-br.`);
  if (!name.trim()) wrong.push(`The edition “${lang}” has no name: readers choose it by that.`);
  if (!agency.trim()) wrong.push(`The agency has no name in the edition “${lang}”: it stands on every page.`);
  if (dates && dates.beside === dates.calendar)
    wrong.push(
      `Dates of the edition “${lang}” would say the same day twice: choose another calendar beside, or none.`,
    );
  const slugs = sections.map(({ slug }) => slug);
  for (const { slug, name: called } of sections) {
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))
      wrong.push(
        `The section “${called || slug}” of “${lang}” has the address “${slug}”: small letters, digits and hyphens.`,
      );
    if (!called.trim()) wrong.push(`The section “${slug}” of “${lang}” has no name.`);
  }
  if (new Set(slugs).size < slugs.length)
    wrong.push(`Two sections of “${lang}” have the same address: change one.`);
  return wrong;
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
