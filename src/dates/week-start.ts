/** On which day weeks begin: for the archive's calendar, weekly newsletters and "last week" in a story alike. */

/**
 * By the country of an edition's language, the likeliest where it names none (Unicode CLDR).
 * @param lang BCP 47: what an edition is in.
 * @returns an ISO weekday, 1 Monday to 7 Sunday; Monday (ISO 8601) where nothing is known.
 */
export function weekStartOf(lang: string): number {
  const known = weekStarts.get(lang);
  if (known !== undefined) return known;
  const start = read(lang);
  weekStarts.set(lang, start);
  return start;
}

const weekStarts = new Map<string, number>();

function read(lang: string): number {
  try {
    const locale = new Intl.Locale(lang);
    // English that names no country is the world's, not that of the United States alone.
    const home = locale.language === 'en' && !locale.region ? new Intl.Locale('en-001') : locale.maximize();
    return (home as WithWeek).getWeekInfo().firstDay;
  } catch {
    return 1;
  }
}

/** TypeScript's own types lack it yet. */
type WithWeek = Intl.Locale & { getWeekInfo: () => { firstDay: number } };
