/** What the agency says of itself, as a setting. */
import { storable } from '../stories/clean-fields.ts';
import { readAgency, writeAgency } from './agency-store.ts';
import { whyNotAgency } from './check-agency.ts';
import type { Agency } from './edition.ts';
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
    return { ...agency, editions: agency.editions.map(withoutUsualDates), sample: before.sample };
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
