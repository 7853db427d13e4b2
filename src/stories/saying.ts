/** In which language, and with which clock, a sentence is said to whoever asked. */

export const spoken = ['en', 'fa'] as const;
export type Spoken = (typeof spoken)[number];

export type Saying = { lang: Spoken /** A moment as people read it. */; moment: (at: Date) => string };

/** For the command line, logs and whatever is kept: English, and UTC. */
export const inEnglish: Saying = { lang: 'en', moment: (at) => at.toISOString() };

/** As the desk says it: with the agency's own clock. @param zone IANA. */
export function sayingIn(lang: Spoken, zone: string): Saying {
  const locale = lang === 'fa' ? 'fa-IR-u-ca-persian-nu-arabext' : 'en-GB-u-ca-gregory-nu-latn';
  const format = new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  return { lang, moment: (at) => format.format(at) };
}

/** The first language of `Accept-Language` that is spoken here; English where there is none. */
export function spokenIn(acceptLanguage: string | undefined): Spoken {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((one) => /^\s*([a-z]{2,3})\b/i.exec(one)?.[1]?.toLowerCase());
  return spoken.find((lang) => lang === wanted.find((one) => spoken.some((known) => known === one))) ?? 'en';
}

/** Figures of the language: ۱۲ in Persian. */
export function figures(value: number, lang: Spoken): string {
  return lang === 'fa'
    ? new Intl.NumberFormat('fa-u-nu-arabext', { useGrouping: false }).format(value)
    : String(value);
}
