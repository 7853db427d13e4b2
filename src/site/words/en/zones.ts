import type { ZoneWords } from '../zone-words.ts';

export const zonesEn: ZoneWords = {
  another: 'In another time zone',
  title: (code) => `${code} in another time zone`,
  intro: 'Choose a zone, and the story’s page says its times there too, beside the agency’s own.',
  agencyAlone: 'Only the agency’s time',
  wrong:
    'There is no such time zone. A zone is written as in the list of zones that each story leads to: Europe/Paris.',
};
