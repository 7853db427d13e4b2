/** What other programs may do with the site, as a setting of its own: crawlers, feed readers, people who look for holes. */
import { readSetting, type Setting, type Unfit, writeSetting } from '../editions/setting.ts';
import { oneLine } from '../stories/clean-fields.ts';
import type { Client } from '../stories/story-store.ts';
import type { ForMachines } from './machine-uses.ts';

/** Found and quoted, but not taken as food, until the agency says otherwise. */
const plain: ForMachines = {
  models: { search: true, citation: true, training: false },
  feeds: 'full',
  securityContact: '',
};

export function readForMachines(db: Client): Promise<ForMachines> {
  return readSetting(db, 'machines', plain);
}

export const machineSetting: Setting<ForMachines> = {
  name: 'machines',
  what: 'settings.machines-changed',
  read: readForMachines,
  cleaned: (asked) => ({ ...asked, securityContact: oneLine(asked.securityContact) }),
  whyNot: ({ securityContact }) => (canBeContact(securityContact) ? [] : [unfitContact(securityContact)]),
  write: (db, after) => writeSetting(db, 'machines', after),
};

function canBeContact(said: string): boolean {
  if (said === '') return true;
  if (/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(said)) return true;
  return /^https:\/\/\S+$/.test(said) && URL.canParse(said);
}

function unfitContact(said: string): Unfit {
  return {
    en: `“${said}” is no contact for reports of holes: write an e-mail address, or an address that begins with https://.`,
    fa: `«${said}» نشانی گزارش رخنه نیست: نشانی ایمیل یا نشانی‌ای بنویسید که با ‎https://‎ آغاز شود.`,
  };
}
