/** In which calendars and digits an edition says its dates. Pure. */

/** Names of Intl's calendars. */
export const calendars = ['gregory', 'persian', 'islamic-umalqura'] as const;
export type Calendar = (typeof calendars)[number];

/** Names of Intl's digits: 0–9, ۰–۹, ٠–٩. */
export const numeralKinds = ['latn', 'arabext', 'arab'] as const;
export type Numerals = (typeof numeralKinds)[number];

/** `beside`: the calendar whose day stands small beside the edition's own; null: none. */
export type EditionDates = { calendar: Calendar; beside: Calendar | null; numerals: Numerals };

/** As the language usually has it: what an edition has that says nothing of it. */
export function usualDates(lang: string): EditionDates {
  return lang.split('-', 1)[0] === 'fa'
    ? { calendar: 'persian', beside: 'gregory', numerals: 'arabext' }
    : { calendar: 'gregory', beside: null, numerals: 'latn' };
}

export function datesOf({ lang, dates }: { lang: string; dates?: EditionDates }): EditionDates {
  return dates ?? usualDates(lang);
}

/** The edition without what its language has anyway, so that one way of saying dates has one spelling. */
export function withoutUsualDates<E extends { lang: string; dates?: EditionDates }>(edition: E): E {
  const { dates, ...rest } = edition;
  const usual = usualDates(edition.lang);
  const isUsual =
    !dates ||
    (dates.calendar === usual.calendar && dates.beside === usual.beside && dates.numerals === usual.numerals);
  return isUsual ? (rest as E) : edition;
}

/** Whether a value from outside is one. */
export function isEditionDates(value: unknown): value is EditionDates {
  const { calendar, beside, numerals } = (value ?? {}) as Partial<Record<keyof EditionDates, unknown>>;
  const isCalendar = (one: unknown) => calendars.includes(one as Calendar);
  return (
    isCalendar(calendar) &&
    (beside === null || isCalendar(beside)) &&
    numeralKinds.includes(numerals as Numerals)
  );
}
