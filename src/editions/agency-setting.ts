/** What the agency says of itself, as a setting. */
import { oneLine, storable } from '../stories/clean-fields.ts';
import { readAgency, writeAgency } from './agency-store.ts';
import { whyNotAgency } from './check-agency.ts';
import type { Agency, Edition } from './edition.ts';
import { withoutUsualDates } from './edition-dates.ts';
import type { Setting } from './setting.ts';

export type AgencyAsk = Omit<Agency, 'sample'>;

/** Whether it is the invented sample is not for settings to say. */
export const agencySetting: Setting<Agency, AgencyAsk> = {
  name: 'agency',
  what: 'settings.agency-changed',
  read: readAgency,
  cleaned: (asked, before) => {
    const agency = storable(asked) as AgencyAsk;
    return {
      ...agency,
      editions: agency.editions.map((edition) => withoutUsualDates(named(edition))),
      sample: before.sample,
    };
  },
  whyNot: async (after, db) => {
    const { rows } = await db.query<{ lang: string }>('select distinct lang from stories order by lang');
    return whyNotAgency(
      after,
      rows.map(({ lang }) => lang),
    );
  },
  write: writeAgency,
};

/** Names stand in lines of mails, feeds and titles: none ends one, or turns the letters behind it. */
function named(edition: Edition): Edition {
  const line = (name: string) => oneLine(name.replace(/[\u202a-\u202e\u2066-\u2069]/g, ''));
  return {
    ...edition,
    name: line(edition.name),
    agency: line(edition.agency),
    tagline: line(edition.tagline),
    sections: edition.sections.map((section) => ({ ...section, name: line(section.name) })),
  };
}
