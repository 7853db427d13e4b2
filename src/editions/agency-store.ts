/** The agency's settings, kept in the database so that every process has the same. */
import type { Client } from '../stories/story-store.ts';
import type { Agency } from './edition.ts';
import { readSetting, writeSetting } from './setting.ts';

/** What an installation without settings says of itself. */
const plainAgency: Agency = {
  zone: 'UTC',
  defaultLang: 'en',
  sample: false,
  editions: [
    { lang: 'en', dir: 'ltr', name: 'English', agency: 'Wireroom', tagline: '', sections: [] },
    { lang: 'fr', dir: 'ltr', name: 'Français', agency: 'Wireroom', tagline: '', sections: [] },
    { lang: 'fa', dir: 'rtl', name: 'فارسی', agency: 'Wireroom', tagline: '', sections: [] },
  ],
};

export function readAgency(db: Client): Promise<Agency> {
  return readSetting(db, 'agency', plainAgency);
}

export function writeAgency(db: Client, agency: Agency): Promise<void> {
  return writeSetting(db, 'agency', agency);
}
