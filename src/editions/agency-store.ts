/** The agency's settings, kept in the database so that every process has the same. */
import type { Client } from '../stories/story-store.ts';
import type { Agency } from './edition.ts';

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

export async function readAgency(db: Client): Promise<Agency> {
  const { rows } = await db.query<{ value: Agency }>("select value from settings where name = 'agency'");
  return rows[0]?.value ?? plainAgency;
}

export async function writeAgency(db: Client, agency: Agency): Promise<void> {
  await db.query(
    `insert into settings (name, value) values ('agency', $1) on conflict (name) do update set value = excluded.value`,
    [JSON.stringify(agency)],
  );
}
