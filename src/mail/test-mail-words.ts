/** Why no test mail is sent, in the languages of the desk. */
import type { Spoken } from '../stories/saying.ts';

export const testMailWords: Record<Spoken, string> = {
  en: 'No mail goes out: SMTP_URL is not set where the program was started.',
  fa: 'هیچ ایمیلی فرستاده نمی‌شود: SMTP_URL در جایی که برنامه آغاز شده تعیین نشده است.',
};
